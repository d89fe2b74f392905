import { createSealingKey, createSigningKey, recoveryKeyOf } from '@manyhands/keys';
import { makeKit, newWords, tryKit } from '@manyhands/community/recovery';
import {
  enrolmentBy,
  freezeMine,
  nameDevice,
  switchOffDevices,
} from '@manyhands/community/devices';
import {
  giveSpareKeys,
  letThreeIn,
} from '../../packages/community/src/testing/villages.ts';
import { ScreenVillage, villageDay } from './village.ts';

/** Names of every kind: one name twice, a very long one, other scripts. */
const neighbours = [
  'Biel',
  'Carme',
  'Didac',
  'Carme (2)',
  'Ana Roca',
  'بيل',
  'ディダック',
  'Carme Montserrat Puigdomènech i Casadevall de la Font',
  'Didac Vila',
  'Biel Serra',
  'Health centre',
] as const;

/** Who can do what, by place in the list above. */
const skills = [[1, 5], [4], [3, 8], [0], [10], [2, 9], [7], [6], [8], [], [0, 10]];

/** Ana's village in its second year: two things wait for her, one is asked. */
export async function richVillage(): Promise<ScreenVillage> {
  const village = await ScreenVillage.found('Ana', {
    ago: 400,
    unit: 'hour',
    words:
      'An hour is an hour, whatever the help was. Nobody has to say why they say no. We meet on the first Sunday of the month, under the plane trees.',
  });
  for (const [i, name] of neighbours.entries()) {
    village.goTo(villageDay - 390 + i * 25);
    const by = i < 3 ? 'Ana' : (neighbours[i % 3] ?? 'Ana');
    await village.admit(name, { by, skills: skills[i] ?? [] });
  }
  village.goTo(villageDay);
  await tellYear(village);
  await village.help('Carme', 'Biel', 120, { daysAgo: 4 });
  await village.help('Ana', 'Biel', 90, {
    daysAgo: 3,
    by: 'Biel',
    open: true,
    category: 4,
    text: 'The hedge by the canal. Thank you for bringing the long ladder!',
  });
  await village.help('Ana', 'Didac', 45, { daysAgo: 1, open: true, category: 3 });
  village.placeOf('Ana').hear({
    acks: village.acksOf([
      'Biel',
      'Carme',
      'Didac',
      'Ana Roca',
      'بيل',
      'Health centre',
    ]),
    linked: [village.memberOf('Biel'), village.memberOf('Carme')],
  });
  return village;
}

/** A year of Ana's hours and of the others', the same every time. */
async function tellYear(village: ScreenVillage): Promise<void> {
  const lengths = [60, 90, 30, 45, 120, 75, 60];
  for (let week = 51; week > 0; week--) {
    const with_ = neighbours[(week * 5) % 9] ?? 'Biel';
    const minutes = lengths[week % lengths.length] ?? 60;
    const daysAgo = week * 7 - (week % 5);
    if (joinedAgo(with_) <= daysAgo || week % 7 === 3) continue;
    const told = { daysAgo, category: week % 12 };
    if ((week * 3) % 7 < 4) await village.help('Ana', with_, minutes, told);
    else await village.help(with_, 'Ana', minutes, told);
    const third = neighbours[(week * 3 + 1) % 11] ?? 'Carme';
    if (third !== with_ && joinedAgo(third) > daysAgo && week % 3 > 0) {
      await village.help(with_, third, 60, { daysAgo });
    }
  }
}

const joinedAgo = (name: string): number =>
  390 - neighbours.findIndex((each) => each === name) * 25;

/** A community founded a minute ago: one member, no hours. */
export const newVillage = (): Promise<ScreenVillage> =>
  ScreenVillage.found('Ana', { words: 'An hour is an hour.' });

/** Four people, no hours yet. */
export async function seenSmallVillage(ago = 30): Promise<ScreenVillage> {
  const village = await ScreenVillage.found('Ana', { ago });
  await letThreeIn(village);
  return village;
}

/** Ana has made her page, and the three others keep a spare key for her. */
export async function seenSpareKeyVillage(): Promise<ScreenVillage> {
  const village = await seenSmallVillage();
  await giveSpareKeys(village);
  return village;
}

/** Ana has left the rich village, and one of them has heard: `as=Biel` is one who stays. */
export async function leftVillage(): Promise<ScreenVillage> {
  const village = await richVillage();
  await village.as('Ana').leaving.say();
  village.placeOf('Ana').hear({ acks: village.acksOf(['Biel']) });
  return village;
}

/** So many members that a list of them must not be a list of rows. */
export async function bigVillage(members: number): Promise<ScreenVillage> {
  const village = await seenSmallVillage();
  for (let i = 4; i < members; i++) {
    const name = `${['Ana', 'Biel', 'Carme', 'Didac'][i % 4] ?? ''} ${i}`;
    await village.admit(name, { by: 'Ana' });
    village.placeOf(name).writer.close();
  }
  return village;
}

/** Ana has a page, tried, and four phones: two work, one she warned of, one is off. */
export async function phonesVillage(): Promise<ScreenVillage> {
  const village = await seenSmallVillage();
  const ana = village.as('Ana');
  const others = [];
  for (const name of ['The laptop', 'The tablet', 'The lost phone']) {
    const { membership } = await village.addDevice('Ana', name);
    await nameDevice(ana.place.notes, membership.device, name);
    others.push(membership.device);
  }
  const words = await newWords();
  await makeKit(village.placeOf('Ana'), words);
  await tryKit(village.placeOf('Ana'), words);
  await freezeMine(ana.place, others.slice(1, 2));
  await switchOffDevices(ana.place, others.slice(2), words);
  return village;
}

/** Ana made a new page; somebody has found the old one, and names a phone with it. */
export async function oldPageVillage(): Promise<ScreenVillage> {
  const village = await seenSmallVillage();
  const place = village.placeOf('Ana');
  const old = await newWords();
  await makeKit(place, old, { old: null });
  const found = await enrolmentBy(place.replica, village.memberOf('Ana'), {
    identity: await recoveryKeyOf(old, village.id),
    device: await createSigningKey(),
    box: (await createSealingKey()).publicKey,
  });
  await makeKit(place, await newWords(), { old });
  await village.placeOf('Biel').writer.append('ledger', found);
  return village;
}
