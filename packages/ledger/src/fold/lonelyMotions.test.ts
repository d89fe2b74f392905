import { expect, test } from 'vitest';
import type { Minutes } from '@manyhands/base';
import { aboutMember, motionOf, vote } from '../testing/shared.ts';
import { votingStreet } from '../testing/street.ts';
import type { DecidedMotion, IsAsked } from './views.ts';

const most = 4;

/** The same by looking at all of them. */
function naive(all: readonly DecidedMotion[], isAsked: IsAsked): DecidedMotion[] {
  const left = new Map<string, number>();
  return all.filter((motion) => {
    const { by, yes, no, isShown } = motion;
    const isLonely = [...yes, ...no].every((member) => member === by);
    if (!isLonely) return true;
    if (!isAsked(motion) || !isShown) return false;
    const before = left.get(by) ?? 0;
    left.set(by, before + 1);
    return before < most;
  });
}

test('[ledger/L20] of what nobody else has a word on the first few of each are looked at', () => {
  const village = votingStreet(3);
  const opened = ['ana', 'biel', 'carme'].flatMap((name) =>
    Array.from({ length: 12 }, (_, n) =>
      village
        .pen(name)
        .write(
          motionOf(
            n % 3 === 0
              ? aboutMember('didac', 'paused')
              : { about: 'rule', key: 'limit', account: null, value: n as Minutes },
          ),
        ),
    ),
  );
  for (const [n, motion] of opened.entries()) {
    // One's own other word leaves it alone; anybody else's does not, be it yes or no.
    if (n % 5 === 1) village.pen('ana').write(vote(motion, false));
    if (n % 7 === 2) village.pen('biel').write(vote(motion, n % 2 === 0));
  }
  const ledger = village.ledger();
  const all = ledger.motions();
  expect(all).toHaveLength(opened.length);
  const everything: IsAsked = () => true;
  const rules: IsAsked = ({ matter }) => matter.about === 'rule';
  for (const isAsked of [everything, rules]) {
    const few = ledger.fewMotions(most, isAsked);
    const inOrder = few.toSorted((a, b) => (a.motion < b.motion ? -1 : 1));
    expect(inOrder).toEqual(naive(all, isAsked));
    expect(few.length).toBeLessThan(all.length);
  }
  let asked = 0;
  ledger.fewMotions(most, () => (asked += 1) > 0);
  expect(asked).toBeLessThanOrEqual(3 * most);
});
