import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day, EntryId, ListingId, Minutes } from '@manyhands/base';
import { encode, toHex } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys/hash';
import {
  arrangementIdOf,
  arrangementOf,
  encodeArrangement,
  encodeReport,
  readArrangement,
  readReport,
  reportIdOf,
} from './index.ts';
import type { ArrangementWord, Plan, SaidOfPlan } from './index.ts';
import { orders } from './testing/allOrders.ts';
import pinned from './testing/formats.json' with { type: 'json' };
import { at, member } from './testing/village.ts';

const name = {
  owner: member('ana'),
  listing: '1b'.repeat(16) as ListingId,
  answerer: member('biel'),
};
const plan: Plan = {
  what: 'The hedge',
  day: 20_600 as Day,
  minute: 570,
  length: 90 as Minutes,
  where: 'At the canal',
};
const word: ArrangementWord = {
  ...name,
  round: 0,
  rev: 1,
  says: 'plan',
  plan,
  text: 'I bring the ladder',
};

let ids = 0;
const says = (
  who: string,
  more: Partial<ArrangementWord> = {},
  changed: Partial<Plan> = {},
): SaidOfPlan => {
  ids += 1;
  const id = toHex(sha256(encode([ids]))) as EntryId;
  const said = { ...word, rev: 0, ...more, plan: { ...plan, ...changed } };
  return { by: member(who), id, at: at(0), word: said };
};
const stageOf = (...said: SaidOfPlan[]) => arrangementOf(name, said)?.stage;

test('its bytes and its name are pinned, and it reads back', () => {
  expect(toHex(encodeArrangement(word))).toBe(pinned.arrangement);
  expect(arrangementIdOf(name)).toBe(pinned.arrangementId);
  expect(readArrangement(encodeArrangement(word))).toEqual({ ok: true, value: word });
});

test('a report likewise', () => {
  const report = {
    salt: '0a'.repeat(16),
    about: member('carme'),
    listing: null,
    text: 'Asks for money',
  };
  expect(toHex(encodeReport(report))).toBe(pinned.report);
  expect(reportIdOf(report)).toBe(pinned.reportId);
  expect(readReport(encodeReport(report))).toEqual({ ok: true, value: report });
  expect(readReport(encodeArrangement(word)).ok).toBe(false);
  expect(readArrangement(encodeReport(report)).ok).toBe(false);
});

test('what is no arrangement is malformed', () => {
  const bytes = encodeArrangement(word);
  expect(readArrangement(bytes.subarray(1)).ok).toBe(false);
  expect(readArrangement(new Uint8Array()).ok).toBe(false);
  const alone = encodeArrangement({ ...word, answerer: word.owner });
  expect(readArrangement(alone).ok).toBe(false);
  const late = encodeArrangement(word);
  expect(late.length).toBeLessThan(1_000);
});

test('asked, changed, agreed, called off, done', () => {
  const asked = says('biel');
  expect(stageOf()).toBeUndefined();
  expect(stageOf(asked)).toBe('asked');
  const other = says('ana', { rev: 1 }, { minute: 600 });
  expect(stageOf(asked, other)).toBe('changed');
  const yes = says('biel', { rev: 2 }, { minute: 600 });
  expect(stageOf(yes, other)).toBe('agreed');
  expect(stageOf(yes, says('ana', { rev: 3, says: 'off' }))).toBe('off');
  expect(stageOf(yes, says('ana', { rev: 3, says: 'done' }))).toBe('done');
});

const otherPlans: [string, Partial<Plan>][] = [
  ['what', { what: 'The roof' }],
  ['the day', { day: 20_601 as Day }],
  ['the minute', { minute: null }],
  ['how long', { length: null }],
  ['where', { where: '' }],
];
test.each(otherPlans)('who writes another plan agrees to none: %s', (_, changed) => {
  expect(stageOf(says('ana'), says('biel', {}, changed))).toBe('changed');
});

test('both change at once: the later plan is talked of, and nobody has agreed', () => {
  const mine = says('ana', { rev: 1 }, { minute: 600 });
  const theirs = says('biel', { rev: 1 }, { minute: 660 });
  const stands = arrangementOf(name, [mine, theirs]);
  expect(stands?.stage).toBe('changed');
  expect(stands?.newest.id).toBe(mine.id > theirs.id ? mine.id : theirs.id);
});

test('a yes to what the other has just changed agrees to nothing', () => {
  const yes = says('biel', { rev: 2 });
  const changed = says('ana', { rev: 2 }, { length: 30 as Minutes });
  expect(stageOf(yes, changed)).toBe('changed');
});

test('a yes does not outlast a calling off: who asks again is answered again', () => {
  const yes = says('biel', { rev: 1 });
  const again = says('ana', { rev: 3, round: 1 });
  expect(stageOf(yes, again)).toBe('asked');
  expect(stageOf(yes, says('ana', { rev: 3 }))).toBe('agreed');
});

test('nobody is held to what they called off, whatever was written meanwhile', () => {
  const off = says('biel', { rev: 2, says: 'off' });
  const later = says('ana', { rev: 9 });
  expect(stageOf(off, later)).toBe('off');
  expect(stageOf(off, later, says('ana', { says: 'done' }))).toBe('done');
});

test('a third one, and words of another arrangement, are not heard', () => {
  const asked = says('biel');
  expect(stageOf(asked, says('carme', { rev: 7, says: 'off' }))).toBe('asked');
  const others: Partial<ArrangementWord>[] = [
    { answerer: member('carme') },
    { owner: member('carme') },
    { listing: '1c'.repeat(16) as ListingId },
  ];
  for (const other of others)
    expect(stageOf(asked, says('ana', { ...other, says: 'off' }))).toBe('asked');
});

test('words that stand come to the same, in every order', () => {
  const anyWord = fc.record({
    by: fc.constantFrom('ana', 'biel', 'carme'),
    id: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    round: fc.nat(1),
    rev: fc.nat(2),
    says: fc.constantFrom<ArrangementWord['says']>(
      'plan',
      'plan',
      'plan',
      'off',
      'done',
    ),
    minute: fc.constantFrom(570, 600),
  });
  const stages = new Set<string>();
  fc.assert(
    fc.property(fc.array(anyWord, { minLength: 1, maxLength: 5 }), (drawn) => {
      const said = drawn.map(({ by, id, minute, ...more }) => ({
        ...says(by, more, { minute }),
        id: toHex(id) as EntryId,
      }));
      const here = arrangementOf(name, said);
      stages.add(here?.stage ?? 'none');
      for (const order of orders(said))
        expect(arrangementOf(name, order)).toEqual(here);
    }),
    { numRuns: 300, seed: 36 },
  );
  expect([...stages].sort()).toEqual([
    'agreed',
    'asked',
    'changed',
    'done',
    'none',
    'off',
  ]);
});
