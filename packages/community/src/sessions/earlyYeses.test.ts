import { expect, test } from 'vitest';
import type { Day, EntryId, Minutes } from '@manyhands/base';
import { recordHelp, sayYes } from '../hours/index.ts';
import { inboxOf } from '../inbox.ts';
import { quietEvening, sessionAt } from '../testing/evening.ts';
import type { Evening } from '../testing/evening.ts';
import { done } from '../testing/results.ts';
import { villageDay } from '../testing/village.ts';
import { earlyYesesOf } from './earlyYeses.ts';
import { sayYesToPart, takeSessionBack } from './index.ts';

test('[C50] a yes ahead is said once, when exactly that is asked', async () => {
  const [here, name] = await quietEvening();
  const { at } = here;
  done(await sayYesToPart(at('Didac'), name));
  expect(here.stage('Didac', name)).toBe('ahead');
  await earlyYesesOf(at('Didac')).look();
  expect(here.proposals('Didac')).toBe(0);
  done(await sayYesToPart(at('Biel'), name));
  await earlyYesesOf(at('Didac')).look();
  expect(here.balances()).toEqual([0, 60, 0, -60]);
  // Another of the same helper for the same evening is not said yes to, nor is it asked.
  const { day } = sessionAt(at('Ana'), name).plan;
  const lines = [{ party: here.id('Didac'), minutes: 60 as Minutes }];
  done(
    await at('Biel').writer.append('ledger', {
      ...{ type: 'transfer.propose', gave: true, day, lines, kind: 'help' },
      ...{ ref: name, note: null, as: null },
    }),
  );
  await earlyYesesOf(at('Didac')).look();
  expect(here.balances()).toEqual([0, 60, 0, -60]);
  expect(inboxOf(here.village.as('Didac'))).toEqual([]);
  // And the phone that wrote it takes it back.
  await earlyYesesOf(at('Biel')).look();
  expect(at('Ana').replica.ledger.waitingFor(here.id('Didac'))).toEqual([]);
});

test.each<[string, (here: Evening, name: EntryId) => Promise<unknown>]>([
  [
    'other minutes are asked',
    async ({ at, id }, name) =>
      at('Biel').writer.append('ledger', {
        ...{ type: 'transfer.propose', gave: true, kind: 'help', note: null, as: null },
        ...{ day: villageDay as Day, ref: name },
        lines: [{ party: id('Didac'), minutes: 75 as Minutes }],
      }),
  ],
  [
    'the same is asked without the evening',
    async ({ at, id }) =>
      recordHelp(at('Biel'), {
        ...{ with: id('Didac'), iHelped: true, minutes: 60 as Minutes },
        ...{ day: at('Biel').today(), category: null, text: '', instead: null },
      }),
  ],
  [
    'the plan is taken back meanwhile',
    async ({ at }, name) => {
      const session = sessionAt(at('Ana'), name);
      done(await sayYesToPart(at('Biel'), name));
      done(await takeSessionBack(at('Ana'), session));
    },
  ],
  [
    'the plan has another line by then',
    async ({ at, id }, name) => {
      const { plan } = sessionAt(at('Ana'), name);
      const minutes = 75 as Minutes;
      done(
        await at('Ana').writer.append('board', {
          ...{ ...plan, rev: 1 },
          helpers: [{ member: id('Biel'), minutes }],
          helped: [{ party: id('Didac'), minutes }],
        }),
      );
      await earlyYesesOf(at('Didac')).look();
      done(await sayYesToPart(at('Biel'), name));
    },
  ],
  [
    'it would go past the limit',
    async ({ at, id }, name) => {
      const asked = done(
        await recordHelp(at('Carme'), {
          ...{ with: id('Didac'), iHelped: true, minutes: 560 as Minutes },
          ...{ day: at('Biel').today(), category: null, text: '', instead: null },
        }),
      );
      done(await sayYes(at('Didac'), asked));
      done(await sayYesToPart(at('Biel'), name));
    },
  ],
])('[C50] a yes ahead is not said where %s', async (_, happens) => {
  const [here, name] = await quietEvening();
  done(await sayYesToPart(here.at('Didac'), name));
  await happens(here, name);
  await earlyYesesOf(here.at('Didac')).look();
  const { ledger } = here.at('Ana').replica;
  expect(ledger.balanceOf(here.id('Biel'))).toBe(0);
  // Their owner is asked instead.
  expect(inboxOf(here.village.as('Didac'))).not.toEqual([]);
});
