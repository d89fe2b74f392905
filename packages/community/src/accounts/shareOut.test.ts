import { expect, test } from 'vitest';
import type { Minutes } from '@manyhands/base';
import { recordHelp, sayYes } from '../hours/index.ts';
import { done } from '../testing/results.ts';
import { smallVillage } from '../testing/villages.ts';
import { askedByIt, openOne, shareOut, totalOf } from './index.ts';

const min = (n: number) => n as Minutes;

test('what is more than a line holds is shared out in several, with one tap', async () => {
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
        ...{
          ...help,
          with: id('Didac'),
          minutes: min(minutes),
          day: at('Ana').today(),
        },
      }),
    );
    done(await sayYes(at('Didac'), asked));
  }
  expect(at('Ana').replica.ledger.balanceOf(clinic)).toBe(12_600);
  const shares = [
    { member: id('Biel'), minutes: min(12_540) },
    { member: id('Didac'), minutes: min(60) },
  ];
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
