import { expect, test } from 'vitest';
import type { DeviceKey, LogId, MemberId } from '@manyhands/base';
import { waitingOf } from '../opened/condition.ts';
import { statusOf } from './status.ts';
import type { StatusFacts } from './status.ts';

const log = 'log' as LogId;
const people: Record<string, string> = {
  a1: 'ana',
  a2: 'ana',
  b1: 'biel',
  c1: 'carme',
};
const standing = (acks: Record<string, number>, more: Partial<StatusFacts> = {}) =>
  statusOf({
    trouble: null,
    me: 'ana' as MemberId,
    own: [{ logId: log, length: 3 }],
    acks: new Map(
      Object.entries(acks).map(([device, length]) => [
        device as DeviceKey,
        new Map([[log, length]]),
      ]),
    ),
    memberOf: (device) => (people[device] as MemberId | undefined) ?? null,
    linked: 1,
    isOwnLinked: false,
    waiting: 'nobody',
    ...more,
  });

test('what another device stored only in part is not kept by it', () => {
  expect(standing({ b1: 2 })).toEqual({ kind: 'saved' });
});

test("a member's own other phone is not another member", () => {
  expect(standing({ a2: 3 })).toEqual({ kind: 'saved' });
});

test('one copy elsewhere is said, two make it calm', () => {
  expect(standing({ b1: 3 })).toEqual({ kind: 'kept', members: 1, calm: false });
  expect(standing({ b1: 3, c1: 9 })).toEqual({ kind: 'kept', members: 2, calm: true });
});

test('with nobody linked and nothing kept elsewhere it waits', () => {
  for (const waiting of ['nobody', 'noWay', 'looking', 'noLines'] as const) {
    const why = waiting;
    expect(standing({}, { linked: 0, waiting })).toEqual({ kind: 'waiting', why });
  }
});

test('whoever is linked with a phone of their own alone is not said to be alone', () => {
  const own = { linked: 0, isOwnLinked: true };
  expect(standing({}, own)).toEqual({ kind: 'own' });
  expect(standing({ a2: 3 }, own)).toEqual({ kind: 'own' });
  expect(standing({ b1: 3 }, own)).toMatchObject({ kind: 'kept' });
  expect(standing({}, { isOwnLinked: true })).toEqual({ kind: 'saved' });
});

test('a device of nobody we know counts for nothing', () => {
  expect(standing({ zz: 3 })).toEqual({ kind: 'saved' });
});

test('trouble is said before anything calm', () => {
  expect(standing({ b1: 3, c1: 3 }, { trouble: 'StoreFull' })).toEqual({
    kind: 'attention',
    about: 'StoreFull',
  });
});

test('nobody is said to be offline while no relay answers, nor before one has', () => {
  expect(waitingOf(['dead', 'live'])).toBe('nobody');
  expect(waitingOf(['dead', 'dead'])).toBe('noWay');
  expect(waitingOf(['dead', 'looking'])).toBe('looking');
  expect(waitingOf([])).toBe('looking');
});
