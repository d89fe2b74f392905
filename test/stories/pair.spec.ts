/** Phones beside each other, and no relay: two codes link them, and links bring links. */
import type { Neighbour } from '../neighbour.ts';
import {
  answersCode,
  goesToLink,
  showsACode,
  shownCode,
  takesCode,
} from '../pairing.ts';
import { expect, test, verifyOnly } from '../world.ts';
import type { World } from '../world.ts';

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

  const answer = await answersCode(biel, await showsACode(ana));
  await takesCode(ana, answer);
  await ana.reads('You are linked with Biel.');
  await biel.reads('You are linked with Ana.');
  await biel.goesHome();
  await biel.saysYes();
  await ana.goesHome();
  await ana.hasHours('You can give back 1 hour 30 minutes');

  // Carme links with Biel alone, who brings Ana.
  await goesToLink(biel);
  await biel.reads('You are linked with Ana.');
  await biel.press('Link one more phone');
  await takesCode(biel, await answersCode(carme, await shownCode(biel)));
  await carme.reads('You are linked with Biel.');
  await carme.reads('1 exchange came from there.');
  await expect.poll(() => openLinks(carme)).toBe(2);
  await biel.closes();
  await carme.goesHome();
  await carme.saysHelped({ with: 'Ana' });
  await ana.reads('Carme says: “I helped you.”');
  await ana.saysYes();
});

test(
  'a newcomer is let in by the phone beside, with no relay',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    const biel = await world.neighbour('Biel');
    await ana.founds('Riverside');
    const invitation = await ana.invites();
    await allApart(world);

    await biel.joins(invitation);
    await biel.reads('Almost there');
    await biel.follow('Link two phones here');
    await biel.isAt('Link two phones');
    const answer = await answersCode(ana, await shownCode(biel));
    await takesCode(biel, answer);
    await biel.reads('You are linked with Ana.');
    await biel.reads('You are in. Welcome to Riverside!');
    await biel.goesHome();
    await biel.isLetIn();
    await ana.reads('You are linked with Biel.');
  },
);

test(
  'a code that is damaged, one’s own, or answers another is told apart',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    const didac = await world.neighbour('Didac');
    await didac.founds('Els Plataners');
    const first = await showsACode(ana);
    await takesCode(ana, first);
    await ana.readsInAlert('That is the code of this phone.', 'Nothing is lost.');
    await takesCode(ana, first.slice(0, -20));
    await ana.readsInAlert('This is not the code of another phone.');
    await didac.opens(first);
    await didac.readsInAlert(
      'This code comes from a community that is not on this device.',
    );

    const late = await answersCode(biel, first);
    await ana.press('Cancel');
    const again = await showsACode(ana);
    expect(again).not.toBe(first);
    await takesCode(ana, late);
    await ana.readsInAlert('This code answers an older one.');
    await takesCode(ana, await answersCode(biel, again));
    await ana.reads('You are linked with Biel.');
  },
);
