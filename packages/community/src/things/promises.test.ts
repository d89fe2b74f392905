import { assert, beforeEach, expect, test } from 'vitest';
import type { ArrangementName, PostedListing } from '@manyhands/ledger';
import { changeListing, eraseListing, restoreListing } from '../board/listings.ts';
import {
  agree,
  arrangementNamed,
  arrangementsRead,
  callOff,
  suggest,
} from '../talk/arrangements.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { memberOn, threePhones } from '../testing/threePhones.ts';
import type { ThreePhones } from '../testing/threePhones.ts';
import { sayHandOver } from './handingOver.ts';
import { isReserved, letGoOf } from './promises.ts';

let phones: ThreePhones;
let anas: SilentPhone;
let biels: SilentPhone;
let carmes: SilentPhone;
let tent: PostedListing;
let name: ArrangementName;
const plan = { what: 'A tent', day: null, minute: null, length: null, where: '' };

beforeEach(async () => {
  phones = await threePhones();
  ({ anas, biels, carmes } = phones);
  tent = await phones.post(anas, 'lend', 'A tent');
  const [owner, answerer] = [memberOn(anas), memberOn(biels)];
  name = { owner, listing: tent.listing.listing, answerer };
  await suggest(biels.place, name, plan, '');
  await phones.meet();
});

const seenOn = async ({ place }: SilentPhone) => {
  await arrangementsRead(place);
  const found = arrangementNamed(place, name);
  assert(found, 'they have spoken of it');
  return found;
};
const reserved = () =>
  [anas, biels, carmes].map(({ place }) => isReserved(place, tent));
const sayYes = async () => {
  expect((await agree(anas.place, await seenOn(anas))).ok).toBe(true);
  await phones.meet();
};
/** What stands on that phone of Ana's promises. */
const promisesOf = ({ place }: SilentPhone) =>
  place.replica.board
    .entriesOf(memberOn(anas))
    .filter(({ content }) => content.type === 'reserved');
const all = [true, true, true];
const none = [false, false, false];

test('[ledger/B17] her yes promises it: everybody sees that, and nobody to whom', async () => {
  expect(reserved()).toEqual(none);
  await sayYes();
  expect(reserved()).toEqual(all);
  const said = promisesOf(carmes);
  expect(said).toMatchObject([{ content: { rev: 0, outs: 0 } }]);
  expect(JSON.stringify(said[0]?.content)).not.toContain(memberOn(biels));
  // Saying it once more writes nothing.
  await suggest(anas.place, name, { ...plan, where: 'Here' }, '');
  expect(promisesOf(anas)).toEqual(said);
});

test('[community/C11] it is promised until it has gone, whoever says that last, and is free when it is back', async () => {
  await sayYes();
  const taker = memberOn(biels);
  await sayHandOver(anas.place, tent, { taker, step: 'out' });
  await phones.meet();
  expect(reserved()).toEqual(all);
  await phones.sayYes(biels);
  expect(reserved()).toEqual(none);
  expect((await seenOn(anas)).stage).toBe('done');
  expect((await seenOn(biels)).stage).toBe('done');
  await sayHandOver(biels.place, tent, { taker, step: 'back' });
  await phones.sayYes(anas);
  expect(reserved()).toEqual(none);
  // The next time is promised anew.
  await suggest(biels.place, name, plan, '');
  await phones.meet();
  await sayYes();
  expect(reserved()).toEqual(all);
});

test('[community/C11] she calls it off: it is free; he does: she is still bound, until she lets it go', async () => {
  await sayYes();
  await callOff(anas.place, await seenOn(anas));
  await phones.meet();
  expect(reserved()).toEqual(none);
  await suggest(biels.place, name, plan, '');
  await phones.meet();
  await sayYes();
  await callOff(biels.place, await seenOn(biels));
  await phones.meet();
  expect(reserved()).toEqual(all);
  expect((await letGoOf(anas.place, tent.listing.listing)).ok).toBe(true);
  await phones.meet();
  expect(reserved()).toEqual(none);
  // Of what was said before nothing is kept.
  expect(promisesOf(anas)).toHaveLength(1);
});

test('nobody promises what is another’s, and a changed card stays promised; an erased one goes', async () => {
  await letGoOf(carmes.place, tent.listing.listing);
  await sayYes();
  await letGoOf(carmes.place, tent.listing.listing);
  await changeListing(anas.place, tent.listing.listing, { title: 'A large tent' });
  await phones.meet();
  expect(reserved()).toEqual(all);
  const erased = await eraseListing(anas.place, tent.listing.listing);
  assert(erased.ok);
  expect(promisesOf(anas)).toEqual([]);
  await restoreListing(anas.place, erased.value);
  await phones.meet();
  expect(reserved()).toEqual(none);
});

test('a swap leaves nothing to plan, on whichever of the two things they spoke', async () => {
  const kettle = await phones.post(biels, 'swap', 'A kettle');
  const about = { ...name, owner: memberOn(biels), answerer: memberOn(anas) };
  const ofKettle = { ...about, listing: kettle.listing.listing };
  await suggest(anas.place, ofKettle, { ...plan, what: 'A kettle' }, '');
  await sayYes();
  await sayHandOver(anas.place, tent, {
    taker: memberOn(biels),
    step: 'out',
    inReturn: kettle,
  });
  await phones.meet();
  expect((await seenOn(biels)).stage).toBe('agreed');
  await phones.sayYes(biels);
  for (const phone of [anas, biels]) {
    expect((await seenOn(phone)).stage).toBe('done');
    expect(arrangementNamed(phone.place, ofKettle)?.stage).toBe('done');
  }
});
