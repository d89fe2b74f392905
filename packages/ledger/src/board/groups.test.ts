import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { GroupId, MemberId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import { groupIdOf } from '../groupContent.ts';
import type { Belongs, GroupHeader, LetInGroup } from '../groupContent.ts';
import { triedOrders } from '../testing/allOrders.ts';
import { LedgerVillage, member } from '../testing/village.ts';
import { createBoard } from './createBoard.ts';
import type { Board } from './views.ts';

const [ana, biel, carme, didac] = ['ana', 'biel', 'carme', 'didac'].map(member) as [
  MemberId,
  MemberId,
  MemberId,
  MemberId,
];
const random = '5c'.repeat(16);

function street() {
  const village = new LedgerVillage();
  const gone = new Set<MemberId>();
  const makeBoard = () =>
    createBoard(village.community, { isAmong: (each) => !gone.has(each) });
  const board = makeBoard();
  const id = groupIdOf(village.community, { founder: ana, random });
  const write = (
    who: string,
    content: GroupHeader | Belongs | LetInGroup,
    phone = who,
  ) => {
    const entry = village.pen(who, phone, 'board').write(content);
    board.add([entry]);
    return entry;
  };
  const shown = () => {
    const found = board.groups.get(id);
    assert(found, 'the group is shown');
    return found;
  };
  return { village, gone, makeBoard, board, id, write, shown };
}

const header = (rev: number, change: Partial<GroupHeader> = {}): GroupHeader => ({
  type: 'group',
  founder: ana,
  random,
  rev,
  name: 'Walkers',
  words: '',
  colour: 0,
  picture: null,
  asks: false,
  isClosed: false,
  organisers: [ana],
  follows: null,
  ...change,
});

const belongs = (group: GroupId, rev: number, on = true): Belongs => ({
  type: 'belongs',
  group,
  rev,
  on,
  name: 'Walkers',
});

const letIn = (
  group: GroupId,
  members: MemberId[],
  rev = 0,
  on = true,
): LetInGroup => ({
  type: 'let.in',
  group,
  rev,
  on,
  members: members.toSorted(),
});

const both = (...members: MemberId[]): Partial<GroupHeader> => ({
  organisers: members.toSorted(),
});

test('[B19] a group is its founder’s, whoever writes a header for it', () => {
  const { board, id, write, shown } = street();
  write('biel', header(9, { name: 'Biel’s now', ...both(biel) }));
  expect(board.groups.get(id)).toBe(null);
  write('ana', header(0));
  expect(shown()).toMatchObject({ founder: ana, organisers: [ana], members: [ana] });
  expect(shown().header.name).toBe('Walkers');
});

test('[B19] whoever is named organises once they are in it, and names others', () => {
  const { id, write, shown } = street();
  write('ana', header(0, both(ana, biel)));
  expect(shown().organisers).toEqual([ana]);
  expect(shown().members).toEqual([ana]);
  write('biel', belongs(id, 0));
  expect(shown().organisers).toEqual([ana, biel].toSorted());
  write('biel', header(1, { name: 'Slow walkers', ...both(biel, carme) }));
  write('carme', belongs(id, 0));
  expect(shown().organisers).toEqual([ana, biel, carme].toSorted());
  expect(shown().header.name).toBe('Slow walkers');
});

test('[B19] who gave the organising takes it back, with all that came from it', () => {
  const { id, write, shown } = street();
  write('ana', header(0, both(ana, biel)));
  write('biel', belongs(id, 0));
  write('carme', belongs(id, 0));
  const high = 2 ** 32 - 1;
  write('biel', header(high, { name: 'Mine', isClosed: true, ...both(biel, carme) }));
  write('carme', header(high, { name: 'Ours', ...both(biel, carme) }));
  write('ana', header(1));
  expect(shown()).toMatchObject({ organisers: [ana], header: { name: 'Walkers' } });
  expect(shown().members).toEqual([ana, biel, carme].toSorted());
});

test('[B19] handed over, the founder organises no longer, and what they said stands', () => {
  const { id, write, shown } = street();
  write('ana', header(0));
  write('biel', belongs(id, 0));
  write('ana', header(1, both(biel)));
  write('ana', belongs(id, 0));
  expect(shown()).toMatchObject({ organisers: [biel] });
  write('biel', header(2, { name: 'Walkers of the canal', ...both(biel) }));
  write('ana', belongs(id, 1, false));
  expect(shown()).toMatchObject({ organisers: [biel], members: [biel] });
});

test('[B19] who has left or was removed organises nothing, and nobody may be left', () => {
  const { id, gone, write, shown } = street();
  write('ana', header(0, both(ana, biel)));
  write('biel', belongs(id, 0));
  gone.add(ana);
  expect(shown()).toMatchObject({ organisers: [biel], members: [biel] });
  gone.add(biel);
  expect(shown()).toMatchObject({ organisers: [], members: [] });
});

test('[B20] nobody is in a group but by their own word, and nobody’s word takes them out', () => {
  const { id, write, shown } = street();
  write('ana', header(0));
  write('ana', letIn(id, [biel]));
  expect(shown().members).toEqual([ana]);
  write('biel', belongs(id, 0));
  write('ana', letIn(id, [biel], 1, false));
  write('didac', letIn(id, [biel], 9, false));
  expect(shown().members).toEqual([ana, biel].toSorted());
  write('biel', belongs(id, 1, false), 'tablet');
  expect(shown().members).toEqual([ana]);
});

test('[B20] of a group that asks those are in whom somebody who counts lets in', () => {
  const { id, write, shown } = street();
  write('ana', header(0, { asks: true, ...both(ana, biel) }));
  for (const who of ['biel', 'carme', 'didac']) write(who, belongs(id, 0));
  expect(shown().members).toEqual([ana, biel].toSorted());
  write('didac', letIn(id, [didac]));
  expect(shown().asking).toEqual([carme, didac].toSorted());
  write('biel', letIn(id, [carme]));
  expect(shown().members).toEqual([ana, biel, carme].toSorted());
  write('ana', letIn(id, [carme], 5, false));
  expect(shown().members).toContain(carme);
  write('biel', letIn(id, [carme], 1, false));
  expect(shown().asking).toContain(carme);
});

/** What anybody may write, honest or not. */
function* anything(
  id: GroupId,
): Iterable<[string, GroupHeader | Belongs | LetInGroup]> {
  yield ['ana', header(0, both(ana, biel))];
  yield ['biel', belongs(id, 0)];
  yield ['biel', header(7, { name: 'B', asks: true, ...both(biel, carme) })];
  yield ['carme', belongs(id, 0)];
  yield ['ana', header(1, { asks: true })];
  yield ['didac', header(9, { name: 'D', ...both(didac) })];
  yield ['ana', letIn(id, [carme, didac])];
}

test('[B19] [B20] in every order of seven entries all come to one list', () => {
  const { village, makeBoard, id } = street();
  const entries = [...anything(id)].map(([who, content]) =>
    village.pen(who, who, 'board').write(content),
  );
  const seen = new Set<string>();
  const outcomes = (board: Board) => JSON.stringify(board.groups.get(id));
  for (const order of triedOrders(entries)) {
    const board = makeBoard();
    for (const entry of order) board.add([entry]);
    seen.add(outcomes(board));
  }
  expect(seen.size).toBe(1);
  expect(JSON.parse([...seen][0] ?? '')).toMatchObject({
    organisers: [ana],
    members: [ana, carme].toSorted(),
    asking: [biel],
  });
});

test('[B19] [B20] what was erased has never been', () => {
  const { village, makeBoard, id } = street();
  const entries = [...anything(id)].map(([who, content]) =>
    village.pen(who, who, 'board').write(content),
  );
  const left = fc.subarray(entries);
  fc.assert(
    fc.property(left, fc.shuffledSubarray(entries, { minLength: 7 }), (kept, all) => {
      const [one, other] = [makeBoard(), makeBoard()];
      const gone = all.filter((entry: Entry) => !kept.includes(entry));
      one.add(all);
      one.groups.all();
      one.drop(gone.map((entry) => entry.id));
      other.add(kept);
      expect(one.groups.get(id)).toEqual(other.groups.get(id));
    }),
  );
});

test('[B19] nobody but Ana and whom she named says anything of her group', () => {
  // Whatever Didac writes, of however many numbers, nothing changes.
  const said = fc.array(
    fc.oneof(
      fc
        .record({ rev: fc.nat({ max: 2 ** 32 - 1 }), asks: fc.boolean() })
        .map(({ rev, asks }) => header(rev, { asks, isClosed: true, ...both(didac) })),
      fc.nat({ max: 99 }).map((rev) => letIn('00'.repeat(32) as GroupId, [biel], rev)),
    ),
  );
  fc.assert(
    fc.property(said, (hostile) => {
      const { id, write, shown } = street();
      write('ana', header(0, { asks: true }));
      write('biel', belongs(id, 0));
      const before = shown();
      for (const content of hostile)
        write('didac', content.type === 'let.in' ? { ...content, group: id } : content);
      expect(shown()).toEqual(before);
    }),
  );
});
