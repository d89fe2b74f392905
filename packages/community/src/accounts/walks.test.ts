/** Five walks: what clients, workers, wardens, bakers and a union branch do together. */
import { assert, beforeEach, expect, test } from 'vitest';
import type { AccountId, EntryId, Minutes, PartyId } from '@manyhands/base';
import { recordHelp, sayYes } from '../hours/index.ts';
import { asksAll, says, threeVoices } from '../testing/deciding.ts';
import { done } from '../testing/results.ts';
import { Village, villageDay } from '../testing/village.ts';
import {
  askedByIt,
  askPot,
  evenly,
  giveToPot,
  grantsAsked,
  openOne,
  organisation,
  sayOnGrant,
  shareOut,
  standingYesOf,
  totalOf,
  wordOnGrant,
  yearOfAccount,
} from './index.ts';

const min = (n: number) => n as Minutes;
let village: Village;
const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);
const balanceOf = (party: PartyId) => at('Ana').replica.ledger.balanceOf(party);

const yearOfIt = (account: AccountId) =>
  yearOfAccount(village.as('Ana').hoursOf(account), at('Ana').today());

const open = async (
  by: string,
  kind: 'organisation' | 'pot',
  others: readonly string[] = [],
  threshold = 1,
): Promise<AccountId> =>
  done(
    await openOne(at(by), {
      kind,
      name: kind,
      words: '',
      threshold,
      others: others.map(id),
    }),
  );

/** `by` says, for themselves or for an organisation, that they helped. */
const helps = async (
  by: string,
  whom: PartyId,
  minutes: number,
  as: AccountId | null = null,
): Promise<EntryId> =>
  done(
    await recordHelp(at(by), {
      with: whom,
      as,
      iHelped: true,
      minutes: min(minutes),
      day: at(by).today(),
      category: null,
      text: '',
      instead: null,
    }),
  );

beforeEach(async () => {
  village = await Village.found('Ana', { voice: 1 });
  await threeVoices(village);
});

test('clients work alongside professionals: a nurse for the clinic and a neighbour, credited alike', async () => {
  const clinic = await open('Ana', 'organisation');
  const people = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
  for (const name of people) await village.admit(name, { by: 'Ana' });
  for (const name of people) {
    done(await sayYes(at(name), await helps('Ana', id(name), 30, clinic)));
    done(await sayYes(at(name), await helps('Didac', id(name), 30)));
  }
  expect(balanceOf(clinic)).toBe(180);
  expect(balanceOf(id('Didac'))).toBe(180);
  expect(people.map((name) => balanceOf(id(name)))).toEqual(people.map(() => -60));
});

test('residents and wardens share a night walk: what the association has goes to its wardens', async () => {
  const housing = await open('Ana', 'organisation', ['Biel'], 2);
  const walk = await helps('Ana', id('Carme'), 120, housing);
  done(await sayYes(at('Carme'), walk));
  done(await sayYes(at('Biel'), walk, housing));
  done(await sayYes(at('Carme'), await helps('Didac', id('Carme'), 120)));
  const shared = done(
    await shareOut(at('Ana'), housing, evenly(min(120), [id('Didac')])),
  );
  done(await sayYes(at('Didac'), shared));
  done(await sayYes(at('Biel'), shared, housing));
  expect(balanceOf(housing)).toBe(0);
  expect([balanceOf(id('Didac')), balanceOf(id('Carme'))]).toEqual([240, -240]);
});

test('a bakery shares its ten hours with who baked, and all of it adds up to nothing', async () => {
  const bakery = await open('Ana', 'organisation');
  done(await sayYes(at('Biel'), await helps('Ana', id('Biel'), 600, bakery)));
  expect(balanceOf(bakery)).toBe(600);
  const workers = ['Carme', 'Didac'].map(id);
  const shared = done(await shareOut(at('Ana'), bakery, evenly(min(600), workers)));
  const onItsWay = () => totalOf(askedByIt(at('Biel'), bakery).gifts);
  expect([balanceOf(bakery), onItsWay()]).toEqual([600, 600]);
  done(await sayYes(at('Carme'), shared));
  expect([balanceOf(bakery), onItsWay()]).toEqual([300, 300]);
  done(await sayYes(at('Didac'), shared));
  expect(onItsWay()).toBe(0);
  // What it shares out is no help that it received.
  expect(yearOfIt(bakery)).toMatchObject({ given: 600, received: 0 });
  expect(balanceOf(bakery)).toBe(0);
  expect(workers.map(balanceOf)).toEqual([300, 300]);
  const sum = ['Ana', 'Biel', 'Carme', 'Didac'].map(id).map(balanceOf);
  expect(sum.reduce((total, each) => total + each, 0)).toBe(0);
});

test('a union branch: its pot fills by itself, and five hours are granted by its members’ word', async () => {
  const pot = await open('Ana', 'pot', ['Biel'], 2);
  for (const name of ['Carme', 'Didac'])
    done(await giveToPot(at(name), pot, { minutes: min(180), words: 'For strikes' }));
  for (const name of ['Ana', 'Biel']) await standingYesOf(at(name)).look();
  expect(balanceOf(pot)).toBe(360);

  const asked = done(
    await askPot(at('Didac'), pot, { minutes: min(300), words: 'Five hours of care' }),
  );
  const [line] = grantsAsked(at('Biel'), { account: pot });
  assert(line);
  for (const name of ['Biel', 'Carme', 'Ana'])
    done(await sayOnGrant(at(name), line, true));
  expect(wordOnGrant(at('Ana'), line).yes).toHaveLength(3);
  // It is their word, and the signatures of two that give it.
  expect(balanceOf(pot)).toBe(360);
  for (const name of ['Ana', 'Biel']) done(await sayYes(at(name), asked, pot));
  expect([balanceOf(pot), balanceOf(id('Didac'))]).toEqual([60, 120]);
  expect(yearOfIt(pot).hours).toEqual({ given: 300, received: 360 });
});

test('the clinic is told kindly that it only takes, and no longer once it gives', async () => {
  const clinic = await open('Ana', 'organisation');
  const told = () => yearOfIt(clinic).onlyReceivedSince;
  done(await sayYes(at('Ana'), await helps('Didac', clinic, 90), clinic));
  village.goTo(villageDay + 29);
  expect(told()).toBeNull();
  village.goTo(villageDay + 30);
  expect(told()).toBe(villageDay);
  done(await sayYes(at('Carme'), await helps('Ana', id('Carme'), 60, clinic)));
  expect(told()).toBeNull();
});

test('a limit of its own lets a clinic go further back than a neighbour', async () => {
  const clinic = await open('Ana', 'organisation');
  const matter = { about: 'rule', key: 'accountLimit', account: clinic } as const;
  const motion = await asksAll(village, 'Ana', { ...matter, value: min(2_400) });
  await says(village, 'Biel', motion);
  expect(at('Didac').replica.ledger.limitOf(clinic)).toBe(2_400);
  expect(organisation(at('Didac'), clinic)).not.toBeNull();
});
