/** One person, two phones: both are theirs, at once and offline; and one is lost. */
import type { Neighbour } from '../neighbour.ts';
import { hasAPage, seesHerWaysBack, showsThePage } from '../page.ts';
import { readQr } from '../readQr.ts';
import { expect, test, verifyOnly } from '../world.ts';
import type { World } from '../world.ts';

/** Opens the sheet that lets one more phone in. */
async function showsTheWayIn(ana: Neighbour): Promise<void> {
  await opensHerPhones(ana);
  await ana.press('Add a phone or computer');
}

async function opensHerPhones(ana: Neighbour): Promise<void> {
  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.follow('Keep my hours safe');
  await ana.follow('Phones and computers');
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
    name: 'A code to scan with your other phone',
  });
  const link = await readQr(code);
  const second = await world.neighbour('Ana’s second phone');
  await second.opens(link);
  await second.press('Yes, use it here too');
  await saysSameDigits(ana, second);
  await ana.write('What do you call it?', 'The tablet');
  await ana.press('Save the name');
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
  await second.hasHours('You can give back 1 hour 30 minutes');
  await second.goesTo('Hours');
  await second.tap(second.page.getByRole('link', { name: /Biel/ }).first());
  await second.reads('The kitchen tap is quiet now.');

  await ana.goesHome();
  await second.goesHome();
  for (const phone of [ana, second]) await phone.isApart();
  await ana.saysHelped({ with: 'Biel' });
  await second.saysHelped({ with: 'Biel' });
  for (const phone of [ana, second]) await phone.goesOnline();
  await biel.goesHome();
  const yes = biel.page.getByRole('button', { name: 'Yes, that’s right' });
  await expect(yes).toHaveCount(2);
  await biel.tap(yes.first());
  await biel.reads('Done. You both agree');
  await biel.goesHome();
  await biel.saysYes();
  for (const phone of [ana, second]) {
    await phone.goesHome();
    await phone.hasHours('You can ask for 1 hour 30 minutes');
  }
});

test(
  'a second phone says from its first moment who it is of, and that it is linked',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    await ana.founds('Riverside');
    await showsTheWayIn(ana);
    const link = await ana.page.getByLabel('Or send yourself this link').inputValue();
    const second = await world.neighbour('Ana’s second phone');
    await second.opens(link);
    const untrue = await second.watchesFor(/without a name|nobody is online/);
    await second.press('Yes, use it here too');
    await second.goesTo('Me');
    await second.goesHome();
    await saysSameDigits(ana, second);
    await ana.closesTheSheet();
    await second.hasHours('Nothing to give or ask yet');
    await second.isAt(/Ana$/);
    for (const phone of [ana, second]) {
      await phone.goesTo('Me');
      await phone.goesHome();
      // Of the two of them nobody else is here: what there is, both phones have.
      await phone.reads('Your other phone is linked.');
    }
    await second.goesTo('Me');
    await second.reads(/^Ana$/);
    expect(await untrue()).toEqual([]);
  },
);

test(
  'a phone without a camera comes in by letters that are typed',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    await ana.founds('Riverside');
    await showsTheWayIn(ana);
    const letters = ana.page.getByText(/^(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}$/);
    const code = (await letters.textContent()) ?? '';
    const second = await world.neighbour('Ana’s second phone');
    await second.follow('I have this on another phone');
    await second.isAt('I have this on another phone');
    await second.write('The letters, or the link', code.toLowerCase());
    await second.press('Open it');
    await second.press('Yes, use it here too');
    await saysSameDigits(ana, second);
    await second.hasHours('Nothing to give or ask yet');
  },
);

test('whoever asks with the link hears a no', verifyOnly, async ({ world }) => {
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

test(
  'a stolen phone is switched off by the page while both halves trade, and does no more',
  verifyOnly,
  async ({ world }) => {
    const [stolen, biel] = await world.anaAndBiel();
    const carme = await world.neighbour('Carme');
    await carme.joins(await stolen.invites());
    await carme.isLetIn();
    const ana = await secondPhone(world, stolen);
    await ana.hasHours('Nothing to give or ask yet');
    // The key she began with is on this phone; her page takes its place.
    const page = await hasAPage(stolen);
    await seesHerWaysBack(ana);
    await ana.reads('This device does not know whether you have tried it.');

    // Two halves: the thief with Biel, and Ana's other phone with Carme.
    for (const phone of [ana, carme]) await phone.isApart();
    for (const phone of [stolen, biel]) await phone.goesOffline();
    for (const phone of [ana, carme]) await phone.goesOnline();
    await stolen.saysWasHelped({ with: 'Biel' });
    await biel.goesHome();
    await biel.saysYes();
    await stolen.saysWasHelped({ with: 'Biel' });
    await biel.goesHome();
    await biel.reads('Ana says');

    await opensHerPhones(ana);
    await ana.press('Switch off Another phone');
    await ana.reads('To switch it off for good, use your page.');
    await ana.press('Switch off with my page');
    await showsThePage(ana, page, 'Switch off');
    await ana.reads('Nobody connects with it any more.');
    await ana.saysHelped({ with: 'Carme' });
    await carme.goesHome();
    await carme.saysYes();
    await ana.goesHome();
    await ana.hasHours('You can ask for 1 hour 30 minutes');

    // They meet. What Biel said yes to in good faith stays; what waited for him is gone.
    for (const phone of [stolen, biel]) await phone.goesOnline();
    await stolen.goesHome();
    await stolen.reads('This phone has been switched off');
    await ana.hasHours('Nothing to give or ask yet');
    await biel.goesHome();
    await biel.hasHours('You can ask for 1 hour 30 minutes');
    await biel.readsNoMore('Yes, that’s right');
    await carme.goesHome();
    await carme.hasHours('You can give back 1 hour 30 minutes');

    // Nobody is linked with it, and what they do from now on does not reach it.
    await expect
      .poll(async () => (await stolen.traffic()).filter(({ isOpen }) => isOpen))
      .toEqual([]);
    await biel.saysHelped({ with: 'Carme' });
    await carme.goesHome();
    await carme.saysYes();
    await biel.goesHome();
    await biel.hasHours('You can ask for 3 hours');
    await stolen.goesTo('People');
    await stolen.follow(/^Biel/);
    await stolen.readsNoMore('You can ask for 3 hours');
  },
);

test(
  'from any phone at once: only this one is to be trusted, and a warning is told as one',
  verifyOnly,
  async ({ world }) => {
    const [ana] = await world.anaAndBiel();
    const second = await secondPhone(world, ana);
    await second.hasHours('Nothing to give or ask yet');
    await ana.press('Add a phone or computer');
    const link = await ana.page.getByLabel('Or send yourself this link').inputValue();
    const third = await world.neighbour('Ana’s third phone');
    await third.opens(link);
    await third.press('Yes, use it here too');
    await saysSameDigits(ana, third);
    await third.hasHours('Nothing to give or ask yet');

    await opensHerPhones(third);
    await third.press('Trust only this phone');
    await third.reads('They can still act as you until you switch them off.');
    await third.reads('There is no other way.');
    await third.press('Warn the others now');
    await expect(third.page.getByText('Not trusted any more')).toHaveCount(2);
    await third.reads('You cannot take a warning back');
    await opensHerPhones(second);
    await second.reads(
      'Another phone of yours has told everybody not to trust this one.',
    );
  },
);
