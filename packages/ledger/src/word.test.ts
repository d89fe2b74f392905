import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryId, MemberId, MinuteOfTime } from '@manyhands/base';
import { encodeWord, lastTurn, readWord, wordLimit, wordsInOrder } from './word.ts';
import type { SaidWord } from './word.ts';

const ana = 'a1'.repeat(32) as MemberId;
const biel = 'b1'.repeat(32) as MemberId;

let count = 0;
function said(
  from: MemberId,
  text: string,
  { turn, seen, at = 0 }: { turn: number; seen: number; at?: number },
): SaidWord {
  count += 1;
  return {
    id: count.toString(16).padStart(64, '0') as EntryId,
    seq: count,
    at: at as MinuteOfTime,
    word: { from, to: from === ana ? biel : ana, turn, seen, text },
  };
}
const read = (words: readonly SaidWord[]): string =>
  wordsInOrder(words)
    .map(({ word }) => word.text)
    .join(' ');

test('what is sealed has one of few lengths, whatever is said', () => {
  const lengths = new Set<number>();
  for (let length = 1; length <= wordLimit; length += 1) {
    const word = { from: ana, to: biel, turn: 1, seen: 0, text: 'x'.repeat(length) };
    const encoded = encodeWord(word);
    expect(readWord(encoded)).toEqual({ ok: true, value: word });
    lengths.add(encoded.length);
  }
  expect([...lengths]).toEqual([128, 256, 384, 512, 640, 768, 896, 1_024, 1_152]);
});

test('a word stands behind those its writer had read, whatever the clocks say', () => {
  const words = [
    said(ana, 'one', { turn: 40, seen: 0, at: lastTurn }),
    said(biel, 'two', { turn: 3, seen: 40, at: 0 }),
    said(ana, 'three', { turn: 41, seen: 3, at: 5 }),
    said(biel, 'four', { turn: 9, seen: 41, at: 4 }),
    said(biel, 'five', { turn: 10, seen: 41, at: 1 }),
  ];
  expect(read(words)).toBe('one two three four five');
  expect(read(words.toReversed())).toBe('one two three four five');
});

test('[ledger/B16] the highest turn and a false "read" stand where they are answered', () => {
  const before = [
    said(ana, 'hers', { turn: 1, seen: 0 }),
    said(biel, 'loud', { turn: lastTurn, seen: lastTurn }),
  ];
  expect(read(before)).toBe('hers loud');
  // As far as anybody can know, he has read all that is there.
  expect(wordsInOrder(before)[0]?.isRead).toBe(true);

  const answered = [
    ...before,
    said(ana, 'answer', { turn: 2, seen: lastTurn }),
    said(ana, 'and', { turn: 3, seen: lastTurn }),
  ];
  expect(read(answered)).toBe('hers loud answer and');
  const isRead = wordsInOrder(answered).map((each) => each.isRead);
  expect(isRead).toEqual([true, true, false, false]);
  const further = [
    ...answered,
    said(biel, 'again', { turn: lastTurn, seen: lastTurn }),
    said(ana, 'last', { turn: 4, seen: lastTurn }),
  ];
  expect(read(further)).toMatch(/^hers loud (answer|again) .*last$/);
});

test('[ledger/B16] once a thief is silenced, the words of both stand in order again', () => {
  // She had read what was said from a phone that is ended now: that word is gone.
  const words = [
    said(ana, 'one', { turn: 5, seen: lastTurn }),
    said(biel, 'two', { turn: 7, seen: 5 }),
    said(ana, 'three', { turn: 6, seen: 7 }),
    said(biel, 'four', { turn: 8, seen: 6 }),
  ];
  expect(read(words)).toBe('one two three four');
});

/** Two who speak, and read when something reaches them; as they said it. */
const talks = fc
  .array(
    fc.record({
      isAna: fc.boolean(),
      /** How many of the other's words have come by now. */
      heard: fc.nat(3),
      skips: fc.nat(5),
    }),
    { maxLength: 14 },
  )
  .map((steps) => {
    const words: SaidWord[] = [];
    const before = new Map<SaidWord, Set<SaidWord>>();
    const known = new Map<MemberId, SaidWord[]>([
      [ana, []],
      [biel, []],
    ]);
    const turns = new Map<MemberId, number>();
    for (const { isAna, heard, skips } of steps) {
      const [from, to] = isAna ? [ana, biel] : [biel, ana];
      const theirs = words.filter(({ word }) => word.from === to);
      const mine = known.get(from) ?? [];
      const news = theirs.filter((each) => !mine.includes(each)).slice(0, heard);
      mine.push(...news);
      known.set(from, mine);
      const read = mine.filter(({ word }) => word.from === to);
      const turn = (turns.get(from) ?? 0) + 1 + skips;
      turns.set(from, turn);
      const seen = Math.max(0, ...read.map(({ word }) => word.turn));
      const word = said(from, String(words.length), { turn, seen });
      before.set(
        word,
        new Set(mine.flatMap((each) => [each, ...(before.get(each) ?? [])])),
      );
      mine.push(word);
      words.push(word);
    }
    return { words, before };
  });

test('[ledger/B16] nothing stands before what its writer knew, and nothing changes places', () => {
  fc.assert(
    fc.property(talks, fc.infiniteStream(fc.boolean()), ({ words, before }, chance) => {
      const all = wordsInOrder(words);
      const placeOf = new Map(all.map(({ id }, i) => [id, i]));
      const place = ({ id }: SaidWord): number => placeOf.get(id) ?? -1;
      for (const [word, earlier] of before)
        for (const each of earlier) expect(place(each)).toBeLessThan(place(word));
      for (const { isRead, id } of all) {
        const answers = [...before].filter(([, known]) =>
          [...known].some((each) => each.id === id),
        );
        const { from } = words.find((each) => each.id === id)?.word ?? {};
        expect(isRead).toBe(answers.some(([{ word }]) => word.from !== from));
      }
      const some = words.filter(() => chance.next().value === true);
      expect(wordsInOrder(some).map(({ id }) => id)).toEqual(
        all.map(({ id }) => id).filter((id) => some.some((each) => each.id === id)),
      );
    }),
    { numRuns: 300 },
  );
});

test('[ledger/B16] one liar’s numbers leave the other’s words in their order', () => {
  const anything = fc.integer({ min: 0, max: lastTurn });
  const lies = fc.array(fc.record({ turn: anything, seen: anything }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(lies, fc.nat(6), (false_, reads) => {
      const his = false_.map(({ turn, seen }, i) =>
        said(biel, `b${String(i)}`, { turn, seen }),
      );
      const read = Math.max(0, ...his.slice(0, reads).map(({ word }) => word.turn));
      const hers = [1, 2, 3, 4].map((turn) =>
        said(ana, String(turn), { turn, seen: turn > 2 ? read : 0 }),
      );
      const order = wordsInOrder([...his, ...hers]);
      const own = order.filter(({ word }) => word.from === ana);
      expect(own.map(({ word }) => word.turn)).toEqual([1, 2, 3, 4]);
      expect(wordsInOrder([...hers, ...his].reverse())).toEqual(order);
    }),
    { numRuns: 500 },
  );
});
