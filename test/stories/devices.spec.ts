/** One person, two phones: both are theirs, at once and offline; and one is lost. */
import type { Neighbour } from '../neighbour.ts';
import { readQr } from '../readQr.ts';
import { expect, test } from '../world.ts';
import type { World } from '../world.ts';

/** Opens the sheet that lets one more phone in. */
async function showsTheWayIn(ana: Neighbour): Promise<void> {
  await opensHerPhones(ana);
  await ana.press('Add a phone or computer');
}

async function opensHerPhones(ana: Neighbour): Promise<void> {
  await ana.goesTo('Us');
  await ana.follow('Settings');
  await ana.follow('Phones and computers');
}

/** Without a network, and without the links it had: these go with the page. */
async function isApart(phone: Neighbour): Promise<void> {
  await phone.goesOffline();
  await phone.reloads();
}

const digitsOn = (phone: Neighbour) =>
  phone.page.getByText(/^\d{4} \d{4} \d{4}$/).textContent();

async function saysSameDigits(ana: Neighbour, laptop: Neighbour): Promise<void> {
  await ana.reads(/^\d{4} \d{4} \d{4}$/);
  expect(await digitsOn(ana)).toBe(await digitsOn(laptop));
  await ana.press('Same digits: add it');
  await ana.reads('It is added.');
}

/** Ana's second phone, let in by the code on the screen of the first. */
async function secondPhone(world: World, ana: Neighbour): Promise<Neighbour> {
  await showsTheWayIn(ana);
  const code = ana.page.getByRole('img', {
    name: 'The way onto your other phone, as a code to scan',
  });
  const link = await readQr(code);
  const second = await world.neighbour('Ana’s second phone');
  await second.opens(link);
  await second.press('Yes, use it here too');
  await saysSameDigits(ana, second);
  await ana.write('What do you call it?', 'The tablet');
  await ana.press('Keep the name');
  return second;
}

test('a second phone by code: the same hours, both record apart, and both agree', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  await ana.saysWasHelped({ with: 'Biel', word: 'The kitchen tap is quiet now.' });
  await biel.saysYes();
  const second = await secondPhone(world, ana);
  await ana.reads('The tablet');
  await second.hasHours('1 hour 30 minutes to give back');
  await second.goesTo('Hours');
  await second.tap(second.page.getByRole('link', { name: /Biel/ }).first());
  await second.reads('The kitchen tap is quiet now.');

  await ana.goesHome();
  await second.goesHome();
  for (const phone of [ana, second]) await isApart(phone);
  await ana.saysHelped({ with: 'Biel' });
  await second.saysHelped({ with: 'Biel' });
  for (const phone of [ana, second]) await phone.goesOnline();
  await biel.goesHome();
  const yes = biel.page.getByRole('button', { name: 'Yes, that’s right' });
  await expect(yes).toHaveCount(2);
  await biel.tap(yes.first());
  await biel.isAt('Two halves, one hour');
  await biel.goesHome();
  await biel.saysYes();
  for (const phone of [ana, second]) {
    await phone.goesHome();
    await phone.hasHours('1 hour 30 minutes to ask for');
  }
});

test('a phone without a camera comes in by letters that are typed', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  await ana.founds('Riverside');
  await showsTheWayIn(ana);
  const letters = ana.page.getByText(/^(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}$/);
  const code = (await letters.textContent()) ?? '';
  const second = await world.neighbour('Ana’s second phone');
  await second.follow('I have this on another phone');
  await second.write('The link', code.toLowerCase());
  await second.press('Open it');
  await second.press('Yes, use it here too');
  await saysSameDigits(ana, second);
  await second.hasHours('all even');
});

test('whoever asks with the link hears a no', async ({ world }) => {
  const ana = await world.neighbour('Ana');
  await ana.founds('Riverside');
  await showsTheWayIn(ana);
  const link = await ana.page.getByLabel('Or send yourself this link').inputValue();
  const stranger = await world.neighbour('Somebody');
  await stranger.opens(link);
  await stranger.press('Yes, use it here too');
  await ana.reads('Add this phone?');
  await ana.press('No, stop');
  await ana.reads('It was not added.');
  await stranger.readsNoMore('Now say yes on your other phone');
  await ana.closesTheSheet();
  await expect(ana.page.getByText('Another phone')).toHaveCount(0);
});

test('a stolen phone is switched off while both halves trade, and does no more', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  const stolen = await secondPhone(world, ana);
  await stolen.hasHours('all even');
  // The thief is in one half, with Biel; Ana is in the other, alone.
  await isApart(ana);
  await opensHerPhones(ana);
  await ana.press('Switch off The tablet');
  await ana.press('Switch off');
  await ana.reads('Switched off');
  await stolen.saysWasHelped({ with: 'Biel' });
  await biel.reads('Ana says');
  // Before the halves meet, nobody could know; from then on it counts nowhere.
  await ana.goesOnline();
  await stolen.goesHome();
  await stolen.reads('This phone has been switched off');
  await biel.goesHome();
  await ana.goesHome();
  await ana.hasHours('all even');
  await biel.readsNoMore('Yes, that’s right');
  await biel.hasHours('all even');
});
