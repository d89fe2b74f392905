import { expect, test, vi } from 'vitest';
import { err } from '@manyhands/base';
import type { Minutes } from '@manyhands/base';
import { recordHelp, sayYes } from '../hours/index.ts';
import { done } from '../testing/results.ts';
import { smallVillage } from '../testing/villages.ts';
import { askedByIt, openOne, shareOut, totalOf } from './index.ts';

const min = (n: number) => n as Minutes;

/** Ana signs for it, and it has 210 hours; Biel is to have nearly all of them. */
async function richClinic() {
  const village = await smallVillage();
  const [at, id] = [
    (name: string) => village.placeOf(name),
    (name: string) => village.memberOf(name),
  ];
  const draft = {
    kind: 'organisation',
    name: 'Clinic',
    words: '',
    threshold: 1,
  } as const;
  const clinic = done(await openOne(at('Ana'), { ...draft, others: [] }));
  const help = { as: clinic, iHelped: true, category: null, text: '', instead: null };
  for (const minutes of [6_000, 6_000, 600]) {
    const asked = done(
      await recordHelp(at('Ana'), {
        ...help,
        with: id('Didac'),
        minutes: min(minutes),
        day: at('Ana').today(),
      }),
    );
    done(await sayYes(at('Didac'), asked));
  }
  expect(at('Ana').replica.ledger.balanceOf(clinic)).toBe(12_600);
  const shares = [
    { member: id('Biel'), minutes: min(12_540) },
    { member: id('Didac'), minutes: min(60) },
  ];
  return { at, id, clinic, shares };
}

test('what is more than a line holds is shared out in several, with one tap', async () => {
  const { at, id, clinic, shares } = await richClinic();
  done(await shareOut(at('Ana'), clinic, shares));
  const lines = askedByIt(at('Ana'), clinic).gifts;
  const of = (name: string) =>
    lines
      .filter(({ helper }) => helper === id(name))
      .map(({ minutes }) => minutes)
      .toSorted((a, b) => b - a);
  expect(of('Biel')).toEqual([6_000, 6_000, 540]);
  expect(of('Didac')).toEqual([60]);
  expect(totalOf(lines)).toBe(12_600);
  // Nothing is given to nobody, nor less than nothing to somebody.
  for (const none of [[], [{ member: id('Biel'), minutes: min(-60) }]]) {
    expect(await shareOut(at('Ana'), clinic, none)).toMatchObject({
      error: { type: 'NobodyNamed' },
    });
  }
});

test('[C31] stopped in between, it says what is asked and what is not', async () => {
  const { at, id, clinic, shares } = await richClinic();
  const { writer } = at('Ana');
  const append = writer.append.bind(writer);
  const full = vi
    .spyOn(writer, 'append')
    .mockImplementationOnce((...entry) => append(...entry))
    .mockResolvedValue(err({ type: 'StoreFull' }));
  expect(await shareOut(at('Ana'), clinic, shares)).toEqual(
    err({
      type: 'PartlyAsked',
      asked: [
        { party: id('Biel'), minutes: 6_000 },
        { party: id('Didac'), minutes: 60 },
      ],
      left: [{ party: id('Biel'), minutes: 6_540 }],
      why: { type: 'StoreFull' },
    }),
  );
  // Where nothing was written it is refused as ever, and what is left can be asked.
  const left = [{ member: id('Biel'), minutes: min(6_540) }];
  expect(await shareOut(at('Ana'), clinic, left)).toEqual(err({ type: 'StoreFull' }));
  full.mockRestore();
  done(await shareOut(at('Ana'), clinic, left));
  expect(totalOf(askedByIt(at('Ana'), clinic).gifts)).toBe(12_600);
});
