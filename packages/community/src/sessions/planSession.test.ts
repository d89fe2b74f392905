import { expect, test } from 'vitest';
import type { Day, Minutes, PartyId } from '@manyhands/base';
import { leave } from '../safety/index.ts';
import { Evening } from '../testing/evening.ts';
import { done } from '../testing/results.ts';
import { evenParts, mySessions, planSession, whyNotPlanned } from './index.ts';
import type { SessionSaid } from './index.ts';

test('[C48] even parts add up, in steps of five minutes where the sum is one', () => {
  expect(evenParts(180, 3)).toEqual([60, 60, 60]);
  expect(evenParts(100, 3)).toEqual([35, 35, 30]);
  expect(evenParts(7, 3)).toEqual([3, 2, 2]);
  expect(evenParts(10, 3)).toEqual([4, 3, 3]);
  expect(evenParts(60, 0)).toEqual([]);
});

test('[C48] what cannot be is refused, each with its own word, and nothing is written', async () => {
  const evening = await Evening.begin();
  const { at, people, said } = evening;
  const today = at('Ana').today();
  const biel = people({ Biel: 60 });
  const crowd = Array.from({ length: 65 }, (_, n) => ({
    party: n.toString(16).padStart(64, '0') as PartyId,
    minutes: 60 as Minutes,
  }));
  const nobody = 'ff'.repeat(32) as PartyId;
  done(await leave(at('Didac')));
  const whyNot = (more: Partial<SessionSaid>) =>
    whyNotPlanned(at('Ana'), said(more))?.type;
  const fine = { helped: people({ Ana: 180 }) };
  expect(whyNot(fine)).toBeUndefined();
  expect(whyNot({})).toBe('LeftBeforeSession');
  expect(whyNot({ helped: [{ party: nobody, minutes: 180 as Minutes }] })).toBe(
    'LeftBeforeSession',
  );
  expect(whyNot({ ...fine, helpers: [] })).toBe('NobodyHelped');
  expect(whyNot({ helped: [] })).toBe('NobodyToGive');
  expect(whyNot({ ...fine, helpers: crowd })).toBe('TooManyInSession');
  expect(whyNot({ helpers: [...biel, ...biel], helped: people({ Ana: 120 }) })).toBe(
    'TwiceInSession',
  );
  expect(whyNot({ helped: people({ Ana: 120, Biel: 60 }) })).toBe('TwiceInSession');
  expect(
    whyNot({ helpers: people({ Biel: 1_560 }), helped: people({ Ana: 1_560 }) }),
  ).toBe('LongerThanADay');
  expect(whyNot({ ...fine, day: (today + 1) as Day })).toBe('FutureDay');
  expect(whyNot({ ...fine, title: ' ' })).toBe('NoTitle');
  expect(whyNot({ ...fine, title: 'é'.repeat(49) })).toBe('NoteTooLong');
  expect(whyNot({ helped: people({ Ana: 170 }) })).toBe('NotEven');
  expect(whyNot({ source: 'account' as const, helped: [] })).toBe('NoGiver');
  const refused = await planSession(at('Ana'), said({ helpers: [] }));
  expect(refused).toMatchObject({ error: { type: 'NobodyHelped' } });
  expect(mySessions(at('Ana'))).toEqual([]);
});
