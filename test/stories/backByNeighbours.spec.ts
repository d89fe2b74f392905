/** Every phone is lost, and the page too: the neighbours say who it is. */
import type { Neighbour } from '../neighbour.ts';
import { expect, test, verifyOnly } from '../world.ts';
import type { World } from '../world.ts';

/** Beside the four, two more keep a spare key: nobody asks them. */
const awayOnes = ['Member 5', 'Member 6'];

/** Ana, Biel, Carme and Didac; Ana has an hour and a half to ask for. */
async function fourOfThem(world: World): Promise<Neighbour[]> {
  const [ana, biel] = await world.anaAndBiel();
  const others: Neighbour[] = [];
  for (const name of ['Carme', 'Didac', ...awayOnes]) {
    const other = await world.neighbour(name);
    await other.joins(await ana.invites());
    await other.isLetIn();
    await ana.reads(`${name} has joined.`);
    if (awayOnes.includes(name)) await other.context.close();
    else others.push(other);
  }
  await ana.saysHelped({ with: 'Biel' });
  await biel.saysYes();
  await ana.goesHome();
  await ana.hasHours('You can ask for 1 hour 30 minutes');
  return [ana, biel, ...others];
}

/** Makes the page, and names all five others with it. */
async function givesSpareKeys(ana: Neighbour): Promise<void> {
  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.follow('Keep my hours safe');
  await ana.isAt('Keep your hours safe');
  await ana.press('Make the page');
  await ana.isAt('Who keeps a spare key for you?');
  for (const name of ['Biel', 'Carme', 'Didac', ...awayOnes]) await ana.choose(name);
  await ana.reads('Any 3 of these 5 can bring you back.');
  await ana.press('Go on to the page');
  await ana.press('I copied it by hand');
  await ana.reads('The page is yours now.');
}

/** Biel shows the way back, and Ana's new phone takes it by the letters. */
async function takesTheWay(biel: Neighbour, again: Neighbour): Promise<void> {
  await again.follow('I was here before');
  await again.follow('I have lost everything, the page too');
  await again.isAt('When everything is lost');
  await again.follow('Scan, paste or type it');
  await biel.goesTo('People');
  await biel.follow(/^Ana/);
  await biel.press('More about Ana');
  await biel.press('Help Ana get back in');
  const letters = biel.page.getByText(/^(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}$/);
  await again.write('The link', (await letters.textContent()) ?? '');
  await again.press('Open it');
  await again.isAt('Is this you?');
  await again.reads('You can ask for 1 hour 30 minutes');
  await again.reads('Then 3 of these 5 must say that it is you: Biel, Carme, Didac,');
  await again.press('Yes, that is me');
  await again.reads('0 of 3 neighbours have said yes');
  await biel.closesTheSheet();
}

const digitsOn = (phone: Neighbour) =>
  phone.page.getByText(/^\d{4} \d{4} \d{4} \d{4}$/).textContent();

test(
  'who lost everything is brought back by three neighbours, each on their own day',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel, carme, didac] = await fourOfThem(world);
    if (!ana || !biel || !carme || !didac) throw new Error('Bug: four of them');
    await givesSpareKeys(ana);
    for (const neighbour of [biel, carme, didac]) {
      await neighbour.goesHome();
      await neighbour.reads('You keep a spare key for Ana');
      await neighbour.press('I understand');
      await neighbour.readsNoMore('You keep a spare key for Ana');
    }
    await ana.context.close();

    const again = await world.neighbour('Ana');
    await takesTheWay(biel, again);
    const link = await again.page.getByLabel('Or send this link').inputValue();
    const digits = await digitsOn(again);
    // From now on the new phone sleeps, but for a look.
    await again.closes();

    await biel.opens(link);
    await biel.isAt('Is it really Ana?');
    expect(await digitsOn(biel)).toBe(digits);
    await biel.press('Yes, it is Ana');
    await biel.reads('1 of 3 neighbours have said yes');

    await didac.opens(link);
    await didac.press('No, it is somebody else');
    await didac.reads('You have said no.');

    await again.comesBack();
    await again.reads('1 of 3 neighbours have said yes');
    expect(await digitsOn(again)).toBe(digits);
    await again.closes();

    await carme.goesHome();
    await carme.reads('Has Ana lost everything?');
    await carme.follow('See whether it is Ana');
    expect(await digitsOn(carme)).toBe(digits);
    await carme.press('Yes, it is Ana');
    await carme.reads('2 of 3 neighbours have said yes');

    // Didac has met her in the meantime, and was wrong.
    await didac.press('I was wrong, ask me again');
    await didac.press('Yes, it is Ana');
    await didac.isAt('Ana is back.');

    await again.comesBack();
    await again.hasHours('You can ask for 1 hour 30 minutes');
    await again.reads('Your neighbours have brought you back.');
    await again.saysWasHelped({ with: 'Biel' });
    await biel.goesHome();
    await biel.saysYes();
    await again.goesHome();
    await again.hasHours('Nothing to give or ask yet');
  },
);
