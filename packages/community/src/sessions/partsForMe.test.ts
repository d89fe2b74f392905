import { assert, expect, test } from 'vitest';
import { sayNo } from '../hours/index.ts';
import { inboxOf } from '../inbox.ts';
import { sessionsAsked } from '../limits.ts';
import { peaceOf } from '../safety/index.ts';
import { Evening, quietEvening, sessionAt } from '../testing/evening.ts';
import { done } from '../testing/results.ts';
import { villageDay } from '../testing/village.ts';
import {
  partsForMe,
  planSession,
  putPartAway,
  remindOfSession,
  sayYesToPart,
  sessionNamed,
  takeSessionBack,
} from './index.ts';

test('[C51] it waits as one thing; put away it comes back when I am reminded', async () => {
  const [here, name] = await quietEvening();
  const { at } = here;
  const kinds = (who: string) => inboxOf(here.village.as(who)).map(({ kind }) => kind);
  expect([kinds('Ana'), kinds('Biel'), kinds('Didac')]).toEqual([
    [],
    ['session'],
    ['session'],
  ]);
  done(await sayYesToPart(at('Biel'), name));
  expect([kinds('Biel'), kinds('Didac')]).toEqual([[], ['session']]);
  const shown = () => sessionAt(at('Didac'), name);
  await putPartAway(at('Didac'), shown());
  // The hour that is asked waits by itself: nothing is lost.
  expect(kinds('Didac')).toEqual(['hour']);
  for (const n of [1, 2, 3]) {
    done(await remindOfSession(at('Ana'), sessionAt(at('Ana'), name)));
    expect(shown().reminders).toBe(n);
    expect(kinds('Didac')).toEqual(['session']);
    await putPartAway(at('Didac'), shown());
  }
  done(await remindOfSession(at('Ana'), sessionAt(at('Ana'), name)));
  expect(kinds('Didac')).toEqual(['hour']);
});

test('[C51] a day that has not come, one long ago, and whom I blocked ask nobody', async () => {
  const [here, name] = await quietEvening();
  const { at, village } = here;
  const count = () => partsForMe(at('Biel')).length;
  expect(count()).toBe(1);
  village.goTo(villageDay - 1);
  expect(count()).toBe(0);
  expect(await sayYesToPart(at('Biel'), name)).toMatchObject({
    error: { type: 'SessionNotNow' },
  });
  village.goTo(villageDay + 59);
  expect(count()).toBe(1);
  village.goTo(villageDay + 60);
  expect(count()).toBe(0);
  village.goTo(villageDay);
  await peaceOf(at('Biel')).block(here.id('Ana'));
  expect(count()).toBe(0);
});

test('[C51] of one organiser so many ask at a time, and another’s are asked beside them', async () => {
  const here = await Evening.begin();
  const { at, people } = here;
  const said = here.said({
    helpers: people({ Biel: 60 }),
    helped: people({ Ana: 60 }),
  });
  for (let n = 0; n < sessionsAsked + 3; n++) done(await planSession(at('Ana'), said));
  done(await planSession(at('Didac'), said));
  const by = partsForMe(at('Biel')).map(({ session }) => session.organiser.name);
  expect(by.filter((name) => name === 'Ana')).toHaveLength(sessionsAsked);
  expect(by.filter((name) => name === 'Didac')).toHaveLength(1);
});

test('[C52] a no is of one line; what is taken back asks nobody, and what was signed stays', async () => {
  const here = await Evening.begin();
  const { at, id } = here;
  const name = await here.plan();
  done(await sayYesToPart(at('Biel'), name));
  const [asked] = at('Ana').replica.ledger.waitingFor(id('Didac'));
  assert(asked, 'he is asked');
  done(await sayNo(at('Didac'), asked.proposal));
  done(await sayYesToPart(at('Ana'), name));
  expect(here.standings(name)).toContain('no');
  expect(here.standings(name)).toContain('counts');
  const before = here.balances();
  done(await takeSessionBack(at('Ana'), sessionAt(at('Ana'), name)));
  expect(sessionNamed(at('Carme'), name)).toBeNull();
  expect(partsForMe(at('Carme'))).toEqual([]);
  expect(here.balances()).toEqual(before);
  const boards = at('Ana').replica.board.entriesOf(id('Ana'));
  expect(boards.some(({ content }) => content.type === 'session')).toBe(false);
});
