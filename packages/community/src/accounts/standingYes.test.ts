/** What a signer's phone says yes to by itself, and what it leaves to its owner (C19). */
import { assert, beforeEach, expect, test } from 'vitest';
import type { AccountId, Day, EntryId, Minutes, PartyId } from '@manyhands/base';
import { minutesPerDay } from '@manyhands/base';
import { recordHelp, takeBack } from '../hours/index.ts';
import { yesesOfOne } from '../limits.ts';
import { done } from '../testing/results.ts';
import { Village, villageDay } from '../testing/village.ts';
import {
  agreeTo,
  askPot,
  changesForMe,
  giveToPot,
  openOne,
  proposeSigners,
  signingsForMe,
  standingYesOf,
} from './index.ts';
import { StandingYes } from './standingYes.ts';
import { isLetThrough } from './yesRules.ts';

const min = (n: number) => n as Minutes;
let village: Village;
const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);
const balanceOf = (party: PartyId) => at('Ana').replica.ledger.balanceOf(party);
const looks = (name = 'Ana') => standingYesOf(at(name)).look();

const open = async (
  kind: 'organisation' | 'pot',
  others: readonly string[] = [],
  threshold = 1,
): Promise<AccountId> =>
  done(
    await openOne(at('Ana'), {
      kind,
      name: kind,
      words: '',
      threshold,
      others: others.map(id),
    }),
  );

async function helps(
  by: string,
  party: PartyId,
  minutes: number,
  more: { as?: AccountId; iHelped?: boolean; day?: Day } = {},
): Promise<EntryId> {
  const told = { iHelped: true, day: at(by).today(), category: null, text: '' };
  return done(
    await recordHelp(at(by), {
      ...told,
      with: party,
      minutes: min(minutes),
      instead: null,
      ...more,
    }),
  );
}

/** Didac's hours with it, up to two within seven days. */
const letDidac = (clinic: AccountId, until = villageDay + 60) =>
  standingYesOf(at('Ana')).choose(clinic, {
    type: 'people',
    members: [id('Didac')],
    minutes: min(120),
    until: until as Day,
  });

beforeEach(async () => {
  village = await Village.found('Ana');
  for (const name of ['Biel', 'Carme', 'Didac'])
    await village.admit(name, { by: 'Ana' });
});

test('[C19] hours given to a pot are signed by its signers’ phones, until they say otherwise', async () => {
  const pot = await open('pot');
  done(await giveToPot(at('Didac'), pot, { minutes: min(60), words: '' }));
  await looks();
  expect(balanceOf(pot)).toBe(60);
  expect(standingYesOf(at('Ana')).saidFor(pot)).toMatchObject([
    { member: id('Didac'), minutes: 60 },
  ]);
  // What it is asked for waits for a person.
  done(await askPot(at('Didac'), pot, { minutes: min(30), words: '' }));
  await looks();
  expect(balanceOf(pot)).toBe(60);

  await standingYesOf(at('Ana')).choose(pot, null);
  done(await giveToPot(at('Carme'), pot, { minutes: min(60), words: '' }));
  await looks();
  expect(balanceOf(pot)).toBe(60);
  // Kept on this phone, also when the app is opened again.
  const again = new StandingYes(at('Ana'));
  await again.loaded();
  expect(again.ruleFor(pot)).toBeNull();
});

test('an organisation says yes to nothing by itself before somebody lets it', async () => {
  const clinic = await open('organisation');
  await helps('Didac', clinic, 60);
  await helps('Didac', clinic, 60, { iHelped: false });
  await looks();
  expect(balanceOf(clinic)).toBe(0);
  await standingYesOf(at('Ana')).choose(clinic, { type: 'brings' });
  // What brings hours in; what it would give waits.
  expect(balanceOf(clinic)).toBe(60);
  expect(signingsForMe(at('Ana'))).toHaveLength(1);
});

test('beyond the limit of the other side a person is asked', async () => {
  const pot = await open('pot');
  done(await giveToPot(at('Didac'), pot, { minutes: min(540), words: '' }));
  done(await giveToPot(at('Didac'), pot, { minutes: min(90), words: '' }));
  await looks();
  expect([90, 540]).toContain(balanceOf(pot));
  expect(signingsForMe(at('Ana'))).toHaveLength(1);
});

test('[C19] of a named member so much within any seven days, whatever day is named', async () => {
  const clinic = await open('organisation');
  await letDidac(clinic);
  await helps('Didac', clinic, 90);
  await helps('Didac', clinic, 60);
  await helps('Carme', clinic, 15);
  await looks();
  expect([-90, -60]).toContain(balanceOf(clinic));
  for (const { transfer } of signingsForMe(at('Ana')))
    if (transfer.proposer === id('Didac'))
      done(await takeBack(at('Didac'), transfer.proposal));
  const before = balanceOf(clinic);
  // Another week by the calendar is no other seven days.
  await helps('Didac', clinic, 90, { day: (villageDay - 6) as Day });
  await helps('Didac', clinic, 15, { day: (villageDay - 8) as Day });
  village.goTo(villageDay + 6);
  await helps('Didac', clinic, 90);
  await looks();
  expect(balanceOf(clinic)).toBe(before);
  // What was six days after is within seven of it, whenever it is looked at.
  village.goTo(villageDay + 7);
  await looks();
  expect(balanceOf(clinic)).toBe(before);
  await helps('Didac', clinic, 90);
  await looks();
  expect(balanceOf(clinic)).toBe(before - 90);
});

test('[C19] a clock that is put on and back gives no second week, and no longer rule', async () => {
  const clinic = await open('organisation');
  await letDidac(clinic, villageDay + 10);
  await helps('Didac', clinic, 120);
  await looks();
  expect(balanceOf(clinic)).toBe(-120);
  village.goTo(villageDay + 9);
  await looks();
  village.goTo(villageDay - 9);
  await helps('Didac', clinic, 120);
  await looks();
  expect(balanceOf(clinic)).toBe(-120);
  village.goTo(villageDay + 12);
  await looks();
  village.goTo(villageDay + 9);
  expect(standingYesOf(at('Ana')).ruleFor(clinic)).toBeNull();
});

test('[C19] never to a signer, to what a signer wrote, or while it is contested', async () => {
  const clinic = await open('organisation', ['Biel', 'Carme', 'Didac'], 2);
  await letDidac(clinic);
  await standingYesOf(at('Ana')).choose(clinic, { type: 'brings' });
  await helps('Didac', clinic, 60, { iHelped: false });
  await looks();
  expect(standingYesOf(at('Ana')).saidFor(clinic)).toEqual([]);

  const school = await open('organisation', ['Biel'], 2);
  await letDidac(school);
  await helps('Biel', id('Didac'), 60, { as: school, iHelped: false });
  await looks();
  expect(standingYesOf(at('Ana')).saidFor(school)).toEqual([]);
  await helps('Didac', school, 60);
  await looks();
  expect(standingYesOf(at('Ana')).saidFor(school)).toHaveLength(1);

  await helps('Carme', school, 60, { iHelped: false });
  const asked = signingsForMe(at('Ana')).find(
    ({ of, transfer }) => of.account === school && transfer.proposer === id('Carme'),
  );
  assert(asked);
  const letsThrough = (isContested: boolean) => {
    const signing = { ...asked, of: { ...asked.of, isContested } };
    return isLetThrough(at('Ana'), signing, { type: 'brings' }, [], at('Ana').now());
  };
  expect([false, true].map(letsThrough)).toEqual([true, false]);
});

test('[C19] to one member so many a day, and a phone that signs no longer says nothing', async () => {
  const pot = await open('pot', ['Biel']);
  for (let i = 0; i <= yesesOfOne; i += 1)
    done(await giveToPot(at('Didac'), pot, { minutes: min(15), words: '' }));
  await looks();
  await looks();
  expect(balanceOf(pot)).toBe(15 * yesesOfOne);
  village.clock.minute += minutesPerDay;
  await looks();
  expect(balanceOf(pot)).toBe(15 * yesesOfOne + 15);
  const next = { threshold: 1, signers: [id('Biel')] };
  done(await proposeSigners(at('Ana'), pot, next));
  const [asked] = changesForMe(at('Biel'));
  assert(asked);
  done(await agreeTo(at('Biel'), pot, asked.change.id));
  done(await giveToPot(at('Carme'), pot, { minutes: min(15), words: '' }));
  await looks();
  expect(standingYesOf(at('Ana')).saidFor(pot)).toHaveLength(yesesOfOne + 1);
});
