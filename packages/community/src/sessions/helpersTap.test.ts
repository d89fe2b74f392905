import { expect, test } from 'vitest';
import type { AccountId, Minutes } from '@manyhands/base';
import { openOne, signingsForMe } from '../accounts/index.ts';
import { sayYes } from '../hours/index.ts';
import { inboxOf } from '../inbox.ts';
import { Evening, quietEvening, sessionAt } from '../testing/evening.ts';
import { PaperVillage } from '../testing/paperVillage.ts';
import { done } from '../testing/results.ts';
import { earlyYesesOf } from './earlyYeses.ts';
import { planSession, sayYesToPart, whyNotPlanned } from './index.ts';

test('[C49] each helper asks by one tap of their own, each line counts by itself, and it adds to zero', async () => {
  const evening = await Evening.begin();
  const { at, stage } = evening;
  const name = await evening.plan();
  expect(evening.balances()).toEqual([0, 0, 0, 0]);
  expect(evening.standings(name)).toEqual(['open', 'open', 'open']);
  expect(['Ana', 'Biel', 'Carme', 'Didac'].map((who) => stage(who, name))).toEqual([
    'ask',
    'ask',
    'ask',
    'ask',
  ]);
  // Two taps at once are one.
  const [first, second] = await Promise.all([
    sayYesToPart(at('Biel'), name),
    sayYesToPart(at('Biel'), name),
  ]);
  done(first);
  expect(second).toMatchObject({ error: { type: 'PartSaid' } });
  expect(evening.proposals('Biel')).toBe(1);
  expect(stage('Biel', name)).toBe('asked');
  done(await sayYesToPart(at('Ana'), name));
  done(await sayYesToPart(at('Didac'), name));
  // Nobody waits for Carme.
  const { ledger } = at('Ana').replica;
  expect(ledger.balanceOf(evening.id('Biel'))).toBe(120);
  done(await sayYesToPart(at('Carme'), name));
  await Promise.all(['Ana', 'Didac'].map((who) => earlyYesesOf(at(who)).look()));
  expect(evening.standings(name)).toEqual(['counts', 'counts', 'counts']);
  expect(evening.balances()).toEqual([-90, 120, 60, -90]);
  expect(['Ana', 'Biel', 'Carme', 'Didac'].map((who) => stage(who, name))).toEqual([
    'done',
    'done',
    'done',
    'done',
  ]);
});

test('[C49] a plan moves nothing, and who stands in none has no part in it', async () => {
  const evening = await Evening.begin();
  const name = await evening.plan({ helped: evening.people({ Didac: 180 }) });
  expect(evening.stage('Ana', name)).toBeNull();
  expect(await sayYesToPart(evening.at('Ana'), name)).toMatchObject({
    error: { type: 'SessionGone' },
  });
  expect(evening.balances()).toEqual([0, 0, 0, 0]);
});

test('[C49] a plan that says otherwise after I asked is said yes to anew, and the first is taken back', async () => {
  const [here, name] = await quietEvening();
  const { at, id } = here;
  done(await sayYesToPart(at('Biel'), name));
  const { plan } = sessionAt(at('Ana'), name);
  const minutes = 75 as Minutes;
  done(
    await at('Ana').writer.append('board', {
      ...{ ...plan, rev: 1 },
      helpers: [{ member: id('Biel'), minutes }],
      helped: [{ party: id('Didac'), minutes }],
    }),
  );
  expect(here.stage('Biel', name)).toBe('again');
  done(await sayYesToPart(at('Biel'), name));
  const waiting = at('Ana').replica.ledger.waitingFor(id('Didac'));
  expect(waiting.map((each) => each.minutes)).toEqual([75]);
  // Once it is signed nothing is asked anew, whatever the plan says.
  done(await sayYesToPart(at('Didac'), name));
  const later = sessionAt(at('Ana'), name).plan;
  done(await at('Ana').writer.append('board', { ...later, ...plan, rev: 2 }));
  expect(here.stage('Biel', name)).toBe('done');
  expect(await sayYesToPart(at('Biel'), name)).toMatchObject({
    error: { type: 'PartSaid' },
  });
  expect(at('Ana').replica.ledger.balanceOf(id('Biel'))).toBe(75);
});

test('[C49] where an organisation gives, those who sign for it say yes as ever', async () => {
  const here = await Evening.begin();
  const { at, people } = here;
  const draft = {
    kind: 'organisation',
    name: 'Hall',
    words: '',
    threshold: 1,
  } as const;
  const hall: AccountId = done(await openOne(at('Ana'), { ...draft, others: [] }));
  const source = {
    source: 'account',
    account: hall,
    helped: people({ Didac: 0 }),
  } as const;
  // She alone signs for it, and nobody else could say yes to her hour.
  expect(
    whyNotPlanned(at('Ana'), here.said({ ...source, helpers: people({ Ana: 60 }) })),
  ).toMatchObject({ type: 'TooFewApart' });
  const name = await here.plan(source);
  expect(here.stage('Didac', name)).toBeNull();
  done(await sayYesToPart(at('Biel'), name));
  done(await sayYesToPart(at('Carme'), name));
  const signings = signingsForMe(at('Ana'));
  expect(signings.map(({ transfer }) => transfer.minutes).sort()).toEqual([120, 60]);
  for (const { transfer } of signings)
    done(await sayYes(at('Ana'), transfer.proposal, hall));
  expect(at('Ana').replica.ledger.balanceOf(hall)).toBe(-180);
  expect(here.standings(name)).toEqual(['counts', 'counts']);
});

test('[C49] who has no phone says yes by the hand of who writes for them', async () => {
  const paper = await PaperVillage.begin();
  const here = new Evening(paper.village);
  const name = done(
    await planSession(here.at('Ana'), {
      ...here.said({ helpers: here.people({ Carme: 60 }), helped: here.people({}) }),
      helped: [{ party: paper.didac, minutes: 60 as Minutes }],
    }),
  );
  const theirs = await paper.theirs('Biel');
  done(await sayYesToPart(here.at('Carme'), name));
  expect(inboxOf(paper.village.as('Biel'))).toMatchObject([
    { kind: 'behalf', of: paper.didac, count: 1 },
  ]);
  done(await sayYesToPart(theirs, name));
  expect(paper.ledger.balanceOf(paper.didac)).toBe(-60);
  // Whoever writes for him is never the other side.
  const own = done(
    await planSession(here.at('Ana'), {
      ...here.said({ helpers: here.people({ Biel: 60 }), helped: [] }),
      helped: [{ party: paper.didac, minutes: 60 as Minutes }],
    }),
  );
  expect(await sayYesToPart(here.at('Biel'), own)).toMatchObject({
    error: { type: 'WritesForThem' },
  });
});
