import { expect, test } from 'vitest';
import type { EntryId, MemberId } from '@manyhands/base';
import type { Entry } from './entry.ts';
import { createBoard } from './board/createBoard.ts';
import type { Ledger } from './fold/views.ts';
import { undoTransfer } from './decide/undoTransfer.ts';
import { sessionNameOf } from './sessionContent.ts';
import { partOfSession } from './sessionLines.ts';
import type { PartStanding } from './sessionLines.ts';
import { triedOrders } from './testing/allOrders.ts';
import { sessionOf } from './testing/sessions.ts';
import {
  day,
  gaveHelp,
  LedgerVillage,
  member,
  minutes,
  no,
  proven,
  withdrawal,
  yes,
} from './testing/village.ts';

const [ana, biel] = ['ana', 'biel'].map(member) as [MemberId, MemberId];

/** Biel helped Ana for an hour in a session of Carme's. */
class Evening {
  readonly village = new LedgerVillage().settle('biel', 'carme');
  readonly settled = this.village.entries;
  readonly name = sessionNameOf(
    this.village.community,
    member('carme'),
    '5e'.repeat(16),
  );
  readonly phone = this.village.pen('biel');
  readonly tablet = this.village.pen('biel', "biel's tablet");
  readonly enrolled = this.village.enrol(this.phone, 'biel', "biel's tablet", 0);

  asks = (pen = this.phone, length = 60, ref: EntryId | null = this.name): Entry =>
    pen.write(gaveHelp(ana, length, { ref }));

  part(ledger: Ledger) {
    const line = { helper: biel, helped: ana, minutes: minutes(60) };
    const asked = { name: this.name, day: day(20_000) };
    return partOfSession(asked, line, ledger.transfersOf(ana));
  }

  /** How it stands in whichever order these come, which is one and the same. */
  standing(...entries: Entry[]): PartStanding {
    const known = [...this.settled, this.enrolled];
    const seen = new Set<string>();
    for (const order of triedOrders(entries)) {
      const ledger = this.village.ledger(known);
      for (const entry of order) ledger.add([proven(entry)]);
      const { standing, transfer, surplus } = this.part(ledger);
      const ids = surplus.map(({ proposal }) => proposal);
      seen.add(JSON.stringify([standing, transfer?.proposal, ids]));
    }
    expect([...seen]).toHaveLength(1);
    return this.part(this.village.ledger([...known, ...entries])).standing;
  }
}

test('[B26] a line is open, asked, counts, is put right, or is refused', () => {
  const evening = new Evening();
  expect(evening.standing()).toBe('open');
  const asked = evening.asks();
  expect(evening.standing(asked)).toBe('asked');
  const said = evening.village.pen('ana').write(yes(asked));
  expect(evening.standing(asked, said)).toBe('counts');
  const ledger = evening.village.ledger();
  const undone = undoTransfer(ledger, {
    by: ana,
    proposal: asked.id,
    party: ana,
    today: day(20_001),
  });
  if (!undone.ok) throw new Error('a test could not put an hour right');
  const undo = evening.village.pen('ana').write(undone.value);
  const agreed = evening.phone.write(yes(undo));
  expect(evening.standing(asked, said, undo, agreed)).toBe('undone');
});

test('[B26] what is taken back is open again, and a no is a no', () => {
  const evening = new Evening();
  const asked = evening.asks();
  expect(evening.standing(asked, evening.phone.write(withdrawal(asked)))).toBe('open');
  const again = evening.asks();
  expect(evening.standing(asked, again)).toBe('asked');
  const declined = evening.village.pen('ana').write(no(again));
  expect(evening.standing(again, declined)).toBe('no');
});

test('[B26] what names no session, another’s, or is somebody else’s word, is not of it', () => {
  const evening = new Evening();
  const other = sessionNameOf(evening.village.community, ana, '5e'.repeat(16));
  expect(evening.standing(evening.asks(evening.phone, 60, null))).toBe('open');
  expect(evening.standing(evening.asks(evening.phone, 60, other))).toBe('open');
  // Who was helped says it of them, and a third of herself.
  const { name: ref } = evening;
  const reversed = evening.village
    .pen('ana')
    .write(gaveHelp(biel, 60, { ref, gave: false }));
  const third = evening.village.pen('carme').write(gaveHelp(ana, 60, { ref }));
  expect(evening.standing(reversed, third)).toBe('open');
  const gift = evening.phone.write(gaveHelp(ana, 60, { ref, kind: 'gift' }));
  expect(evening.standing(gift)).toBe('open');
});

test('[B26] other minutes, or another day, than the plan says now are told apart', () => {
  const evening = new Evening();
  const more = evening.asks(evening.phone, 75);
  expect(evening.standing(more)).toBe('other');
  const { name: ref } = evening;
  const later = evening.phone.write(gaveHelp(ana, 60, { ref, day: day(20_001) }));
  expect(evening.standing(later)).toBe('other');
  // One of them is as the plan says, and goes before.
  expect(evening.standing(more, later, evening.asks())).toBe('asked');
  const signed = evening.village.pen('ana').write(yes(more));
  expect(evening.standing(more, signed)).toBe('other');
});

test('[B26] two phones that ask twice are one line: what both signed goes before', () => {
  const evening = new Evening();
  const [one, other] = [evening.asks(), evening.asks(evening.tablet)];
  expect(evening.standing(one, other)).toBe('asked');
  const part = evening.part(evening.village.ledger());
  const [first, second] = one.id < other.id ? [one, other] : [other, one];
  expect(part.transfer?.proposal).toBe(first.id);
  expect(part.surplus.map(({ proposal }) => proposal)).toEqual([second.id]);
  const said = evening.village.pen('ana').write(yes(second));
  expect(evening.standing(one, other, said)).toBe('counts');
  const then = evening.part(evening.village.ledger());
  expect(then.transfer?.proposal).toBe(second.id);
  expect(then.surplus.map(({ proposal }) => proposal)).toEqual([first.id]);
});

test('[B25] [B12] a session is its organiser’s, the highest revision, however it came', () => {
  const village = new LedgerVillage();
  const pen = (who: string, phone = who) => village.pen(who, phone, 'board');
  const plan = (rev: number, title: string) =>
    sessionOf({ ana: 60 }, { biel: 60 }, { rev, title });
  const entries = [
    pen('carme').write(plan(0, 'Evening')),
    pen('carme').write(plan(2, 'Cookery')),
    pen('carme', 'tablet').write(plan(2, 'Cooking')),
    pen('biel').write(plan(9, 'Mine')),
    pen('carme').write({ type: 'session.reminder', session: '5e'.repeat(16), rev: 1 }),
    pen('biel').write({ type: 'session.reminder', session: '5e'.repeat(16), rev: 7 }),
  ];
  const [, one, other] = entries as [Entry, Entry, Entry];
  const highest = one.id > other.id ? one : other;
  for (const order of triedOrders(entries)) {
    const board = createBoard(village.community);
    for (const entry of order) board.add([entry]);
    const shown = board.sessions.get(member('carme'), '5e'.repeat(16));
    expect(shown?.entry.id).toBe(highest.id);
    expect(shown?.reminders).toBe(1);
    expect(board.sessions.get(member('biel'), '5e'.repeat(16))).toMatchObject({
      session: { title: 'Mine' },
      reminders: 7,
    });
    expect(board.sessions.all()).toHaveLength(2);
    board.drop([one.id, other.id]);
    expect(board.sessions.get(member('carme'), '5e'.repeat(16))?.session.title).toBe(
      'Evening',
    );
  }
});
