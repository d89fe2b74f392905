/** Phones beside each other, and no relay: two codes link them, and links bring links. */
import type { Neighbour } from '../neighbour.ts';
import { expect, test } from '../world.ts';
import type { World } from '../world.ts';

/** Goes to the screen; what it shows is as it was left. */
async function isThere(who: Neighbour): Promise<void> {
  await who.goesTo('Us');
  await who.follow('Settings');
  await who.follow('Link two phones here');
  await who.isAt('Link two phones');
}

/** The code that is on the screen once somebody has gone there. */
async function shows(who: Neighbour): Promise<string> {
  await isThere(who);
  return shownCode(who);
}

const shownCode = (who: Neighbour): Promise<string> =>
  who.page.getByLabel('Or send it').inputValue();

/** Opens the link of a code, as the camera of a phone does, and shows the answer. */
async function answers(who: Neighbour, code: string): Promise<string> {
  await who.opens(code);
  await who.reads('Their code has been read.');
  return shownCode(who);
}

async function takes(who: Neighbour, code: string): Promise<void> {
  await who.write('Or paste what they sent', code);
  await who.press('Take it');
}

/** The relay is gone, and every link with it. */
async function allApart(world: World): Promise<void> {
  await world.stopRelay();
  for (const neighbour of world.neighbours) await neighbour.reloads();
}

const openLinks = async (who: Neighbour) =>
  (await who.traffic()).filter(({ isOpen }) => isOpen).length;

test('two link by codes, the third comes through a neighbour, who leaves', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await allApart(world);
  await ana.saysWasHelped({ with: 'Biel' });

  const answer = await answers(biel, await shows(ana));
  await takes(ana, answer);
  await ana.reads('You are linked with Biel.');
  await biel.reads('You are linked with Ana.');
  await biel.goesHome();
  await biel.saysYes();
  await ana.goesHome();
  await ana.hasHours('1 hour 30 minutes to give back');

  // Carme links with Biel alone, who brings Ana.
  await isThere(biel);
  await biel.reads('You are linked with Ana.');
  await biel.press('Link one more phone');
  await takes(biel, await answers(carme, await shownCode(biel)));
  await carme.reads('You are linked with Biel.');
  await carme.reads('1 exchange came from there.');
  await expect.poll(() => openLinks(carme)).toBe(2);
  await biel.closes();
  await carme.goesHome();
  await carme.saysHelped({ with: 'Ana' });
  await ana.reads('Carme says: “I helped you.”');
  await ana.saysYes();
});

test('a newcomer is let in by the phone beside, with no relay', async ({ world }) => {
  const ana = await world.neighbour('Ana');
  const biel = await world.neighbour('Biel');
  await ana.founds('Riverside');
  const invitation = await ana.invites();
  await allApart(world);

  await biel.joins(invitation);
  await biel.reads('Almost there');
  await biel.follow('Link two phones here');
  await biel.isAt('Link two phones');
  const answer = await answers(ana, await shownCode(biel));
  await takes(biel, answer);
  await biel.reads('You are linked with Ana.');
  await biel.goesHome();
  await biel.isLetIn();
  await ana.reads('You are linked with Biel.');
});

test('a code that is damaged, one’s own, or answers another is told apart', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  const didac = await world.neighbour('Didac');
  await didac.founds('Els Plataners');
  const first = await shows(ana);
  await takes(ana, first);
  await ana.readsInAlert('That is the code of this phone.', 'Nothing is lost.');
  await takes(ana, first.slice(0, -20));
  await ana.readsInAlert('This is not the code of another phone.');
  await didac.opens(first);
  await didac.readsInAlert(
    'This code comes from a community that is not on this device.',
  );

  const late = await answers(biel, first);
  await ana.press('Cancel');
  const again = await shows(ana);
  expect(again).not.toBe(first);
  await takes(ana, late);
  await ana.readsInAlert('This code answers an older one.');
  await takes(ana, await answers(biel, again));
  await ana.reads('You are linked with Biel.');
});
