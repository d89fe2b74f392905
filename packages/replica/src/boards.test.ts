import { describe, expect, test } from 'vitest';
import { proveFork } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  additionOf,
  TestCommunity,
  createCast,
  createPerson,
  deliver,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import type { Run } from './page.ts';

const [ana, biel] = await createCast();
/** Keeps the community for Biel. */
const keeper = await createPerson('Biel', 'keeper');
/** Added by the keeper, which may let nobody in: the gate takes its log, nothing stands. */
const unheard = await createPerson('Biel', 'unheard');

interface Street {
  readonly community: TestCommunity;
  /** The founding, the keeper's word for the other device, its board, and the proof. */
  readonly pieces: Record<'founding' | 'addition' | 'board' | 'proof', Run>;
}

/** A board with two histories, of a device that stands for nobody. */
async function street(): Promise<Street> {
  const community = await TestCommunity.of(ana, [biel]);
  const paper = community.ledgerOf(ana);
  await paper.add(await community.enrolContent(keeper, 1));
  const before = paper.entries.length;
  await community.ledgerOf(keeper).add(additionOf(unheard));
  const board = community.boardOf(unheard);
  await board.add({ ...profileOf(biel, 7), about: 'words nobody has a right to' });
  await board.add({ ...profileOf(biel, 8), about: 'more of them' });
  const twin = board.branch(unheard, 1);
  await twin.add({ ...profileOf(biel, 9), about: 'the other history' });
  const sides = [board.entries.slice(1), twin.entries.slice(1)];
  await paper.add(proveFork(...(sides as [Entry[], Entry[]])));
  return {
    community,
    pieces: {
      founding: paper.run(0, before),
      addition: community.ledgerOf(keeper).run(),
      board: board.run(),
      proof: paper.run(before),
    },
  };
}

const take = async (here: OnMemory, runs: readonly Run[]): Promise<void> => {
  for (const run of runs) {
    const { refused } = await deliver(here, { runs: [run] }, ana);
    expect(refused).toBeNull();
  }
};

/** Closed and opened again, as whoever it belongs to. */
async function reopened({ replica, disk }: OnMemory): Promise<OnMemory> {
  await replica.settled();
  await replica.close();
  return openOnMemory(replica.community, disk);
}

describe('[H4] of a device that does not stand nothing is shown, whatever a fork says', () => {
  test('in every order, and opened again in between', async () => {
    const { community, pieces } = await street();
    const { founding, addition, board, proof } = pieces;
    const orders = [
      [founding, addition, board, proof],
      [founding, addition, proof, board],
      [founding, proof, addition, board],
    ];
    const said = new Set<string>();
    for (const order of orders) {
      for (const closedAfter of [order.length, 2, 3]) {
        let here = await openOnMemory(community.id);
        await take(here, order.slice(0, closedAfter));
        if (closedAfter < order.length) here = await reopened(here);
        await take(here, order.slice(closedAfter));
        expect(here.replica.ledger.cuts()).toMatchObject([{ seq: 1 }]);
        expect(here.replica.board.profileOf(biel.member)).toBeNull();
        const { replica } = here;
        said.add(`${replica.digest()} ${replica.board.boardHash()}`);
      }
    }
    expect(said.size).toBe(1);
  });

  test('once it stands, its board is shown up to the fork', async () => {
    const { community, pieces } = await street();
    const { founding, addition, board, proof } = pieces;
    const enrol = await community
      .ledgerOf(ana)
      .add(await community.enrolContent(unheard));
    const here = await openOnMemory(community.id);
    await take(here, [founding, addition, board, proof]);
    await take(here, [community.ledgerOf(ana).run(enrol.seq)]);
    expect(here.replica.board.profileOf(biel.member)?.rev).toBe(7);
    expect((await reopened(here)).replica.board.profileOf(biel.member)?.rev).toBe(7);
  });
});

test('[H4] what a device writes before anybody let it in is shown there, and nowhere else', async () => {
  const community = await TestCommunity.of(ana);
  const own: CastMember = biel;
  const board = community.boardOf(own);
  await board.add(profileOf(own, 1));
  const here = await openOnMemory(community.id, undefined, {
    own: { member: own.member, device: own.device },
  });
  await take(here, [community.ledgerOf(ana).run(), board.run()]);
  expect(here.replica.board.profileOf(own.member)?.rev).toBe(1);
  expect(here.replica.vector()).toHaveLength(1);
});
