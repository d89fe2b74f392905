import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemberId } from '@manyhands/base';
import type {
  HelpedInSession,
  HelperInSession,
  SessionPlan,
} from './sessionContent.ts';
import { isSoundPlan } from './sessionContent.ts';
import { linesOfSession } from './sessionLines.ts';
import { hall, sessionOf } from './testing/sessions.ts';
import { member } from './testing/village.ts';

/** A plan in which each gives their part: whoever helped got it from somebody. */
const plans = fc
  .record({
    helpers: fc.integer({ min: 1, max: 20 }),
    helped: fc.integer({ min: 1, max: 20 }),
    step: fc.constantFrom(1, 5, 15, 60),
    hours: fc.array(
      fc.record({
        helper: fc.nat(19),
        helped: fc.nat(19),
        many: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 24 },
    ),
  })
  .map(({ helpers, helped, step, hours }): { plan: SessionPlan; step: number } => {
    const gave: Record<string, number> = {};
    const got: Record<string, number> = {};
    for (const each of hours) {
      const helper = `helper ${each.helper % helpers}`;
      const giver = `giver ${each.helped % helped}`;
      gave[helper] = (gave[helper] ?? 0) + each.many * step;
      got[giver] = (got[giver] ?? 0) + each.many * step;
    }
    return { plan: sessionOf(gave, got), step };
  })
  .filter(({ plan }) => isSoundPlan(plan));

const sums = (
  pairs: readonly (readonly [string, number])[],
): Record<string, number> => {
  const all: Record<string, number> = {};
  for (const [name, minutes] of pairs) all[name] = (all[name] ?? 0) + minutes;
  return all;
};

test('[B25] the lines give each helper what they helped, of each who was helped their part', () => {
  fc.assert(
    fc.property(plans, ({ plan, step }) => {
      const lines = linesOfSession(plan);
      expect(sums(lines.map(({ helper, minutes }) => [helper, minutes]))).toEqual(
        sums(plan.helpers.map((each: HelperInSession) => [each.member, each.minutes])),
      );
      expect(sums(lines.map(({ helped, minutes }) => [helped, minutes]))).toEqual(
        sums(plan.helped.map((each: HelpedInSession) => [each.party, each.minutes])),
      );
      // Few, and in the steps that people used.
      expect(lines.length).toBeLessThan(plan.helpers.length + plan.helped.length);
      expect(lines.every(({ minutes }) => minutes > 0 && minutes % step === 0)).toBe(
        true,
      );
      const names = lines.map(({ helper, helped }) => `${helper}/${helped}`);
      expect(new Set(names).size).toBe(names.length);
      expect(linesOfSession(structuredClone(plan))).toEqual(lines);
    }),
  );
});

test('[B25] who gives just what somebody gets gives it to them alone', () => {
  const plan = sessionOf(
    { ana: 90, biel: 60 },
    { carme: 60, didac: 50, 'ana again': 40 },
  );
  const lines = linesOfSession(plan);
  const of = (helper: string, helped: string, minutes: number) => ({
    helper: member(helper),
    helped: member(helped),
    minutes,
  });
  expect(lines).toHaveLength(3);
  expect(lines).toEqual(
    expect.arrayContaining([
      of('biel', 'carme', 60),
      of('ana', 'didac', 50),
      of('ana', 'ana again', 40),
    ]),
  );
});

test('[B25] an account gives each helper all of theirs; for thanks there is no line', () => {
  const people = { ana: 60, biel: 90 };
  const given = sessionOf(people, { carme: 0 }, { source: 'account', account: hall });
  expect(linesOfSession(given)).toEqual(
    given.helpers.map((each) => ({
      helper: each.member satisfies MemberId,
      helped: hall,
      minutes: each.minutes,
    })),
  );
  expect(linesOfSession(sessionOf(people, {}, { source: 'thanks' }))).toEqual([]);
});
