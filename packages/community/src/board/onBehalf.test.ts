/** Cards that hang for an organisation (C18). */
import { assert, beforeEach, expect, test } from 'vitest';
import type { AccountId, Minutes } from '@manyhands/base';
import { agreeTo, changesForMe, openOne, proposeSigners } from '../accounts/index.ts';
import { recordHelp, sayYes } from '../hours/index.ts';
import { sayWishes } from '../people/profile.ts';
import { categoryCode } from '../people/category.ts';
import {
  agree,
  arrangementNamed,
  arrangementsRead,
  helpPlanned,
  suggest,
} from '../talk/index.ts';
import { done, errorOf } from '../testing/results.ts';
import { Village } from '../testing/village.ts';
import {
  blankListing,
  changeListing,
  eraseListing,
  hangFor,
  listingOf,
  listingsOf,
  postListing,
  restoreListing,
} from './listings.ts';
import { myMatches } from './matches.ts';
import { youCould } from './youCould.ts';

const lift = categoryCode('lift');

let village: Village;
/** Ana and Biel sign for it, each alone. */
let clinic: AccountId;
const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);

const seats = (kind: 'offer' | 'need' = 'offer') => ({
  ...blankListing(kind, at('Ana').today()),
  category: lift,
  title: 'Two seats to town',
});
const pin = async (as: AccountId | null = clinic, kind: 'offer' | 'need' = 'offer') =>
  done(await postListing(at('Ana'), seats(kind), as));
const hung = () => listingsOf(at('Didac'));

beforeEach(async () => {
  village = await Village.found('Ana');
  for (const name of ['Biel', 'Carme', 'Didac'])
    await village.admit(name, { by: 'Ana' });
  clinic = done(
    await openOne(at('Ana'), {
      kind: 'organisation',
      name: 'Clinic',
      words: '',
      threshold: 1,
      others: [id('Biel')],
    }),
  );
});

test('[C18] a card hangs for an organisation as long as its writer signs for it', async () => {
  expect(errorOf(await postListing(at('Didac'), seats(), clinic))).toBe('NotASigner');
  expect(hung()).toEqual([]);
  const card = await pin();
  expect(hung()).toMatchObject([{ account: clinic, member: id('Ana') }]);
  // Written anew it is still the clinic's.
  done(await changeListing(at('Ana'), card, { title: 'Three seats' }));
  expect(hung()).toMatchObject([
    { account: clinic, listing: { title: 'Three seats' } },
  ]);
  done(await hangFor(at('Ana'), card, null));
  expect(hung()).toMatchObject([{ account: null }]);
  done(await hangFor(at('Ana'), card, clinic));
  const next = { threshold: 1, signers: [id('Biel')] };
  done(await proposeSigners(at('Ana'), clinic, next));
  const [asked] = changesForMe(at('Biel'));
  assert(asked);
  done(await agreeTo(at('Biel'), clinic, asked.change.id));
  expect(hung()).toMatchObject([{ account: null, member: id('Ana') }]);
  expect(errorOf(await hangFor(at('Ana'), card, clinic))).toBe('NotASigner');
});

test('what was said of whose a card is goes with it, and comes back by an undo', async () => {
  const card = await pin();
  const said = () =>
    at('Didac')
      .replica.board.entriesOf(id('Ana'))
      .filter(({ content }) => content.type === 'behalf').length;
  done(await hangFor(at('Ana'), card, null));
  done(await hangFor(at('Ana'), card, clinic));
  expect(said()).toBe(1);
  const erased = done(await eraseListing(at('Ana'), card));
  expect(said()).toBe(0);
  done(await restoreListing(at('Ana'), erased));
  expect(hung()).toMatchObject([{ account: clinic }]);
});

test('what an organisation offers is nothing that its writer can do', async () => {
  await sayWishes(at('Didac'), {
    categories: [lift],
    free: [],
    access: '',
    contact: '',
  });
  await pin();
  expect(myMatches(at('Didac'))).toEqual([]);
  await pin(null);
  expect(myMatches(at('Didac'))).toMatchObject([{ id: id('Ana'), theyCan: [lift] }]);
});

test('nobody is introduced to an organisation', async () => {
  const needed = await pin(clinic, 'need');
  await village.help('Carme', 'Didac', 60);
  const draft = { ...seats(), title: 'I drive' };
  done(await postListing(at('Carme'), draft));
  const card = listingOf(at('Didac'), id('Ana'), needed);
  assert(card);
  expect(youCould(at('Didac'), card)).toBeNull();
  done(await hangFor(at('Ana'), needed, null));
  const own = listingOf(at('Didac'), id('Ana'), needed);
  assert(own);
  expect(youCould(at('Didac'), own)).toMatchObject({ type: 'introduce' });
});

test('[C18] answering it is a plan with its writer, and the hour is the organisation’s', async () => {
  const listing = await pin();
  const name = { owner: id('Ana'), listing, answerer: id('Didac') };
  const plan = {
    day: null,
    minute: null,
    length: 60 as Minutes,
    what: '',
    where: '',
  };
  done(await suggest(at('Didac'), name, plan, ''));
  await arrangementsRead(at('Ana'));
  const asked = arrangementNamed(at('Ana'), name);
  assert(asked);
  done(await agree(at('Ana'), asked));
  expect(await helpPlanned(at('Didac'), asked.id)).toMatchObject({
    with: clinic,
    as: null,
    iHelped: false,
  });
  const forIt = await helpPlanned(at('Ana'), asked.id);
  expect(forIt).toMatchObject({ with: id('Didac'), as: clinic, iHelped: true });
  assert(forIt);
  const told = { ...forIt, minutes: 60 as Minutes, day: at('Ana').today() };
  const hour = done(await recordHelp(at('Ana'), { ...told, instead: null }));
  done(await sayYes(at('Didac'), hour));
  expect(at('Biel').replica.ledger.balanceOf(clinic)).toBe(60);
});
