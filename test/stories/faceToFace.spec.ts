/** Two phones side by side, with no network at all: an hour crosses by codes alone. */
import type { Neighbour } from '../neighbour.ts';
import { Camera } from '../camera.ts';
import { expect, test, verifyOnly } from '../world.ts';
import type { World } from '../world.ts';

const camera = new Camera();
test.use({ launchOptions: camera.launchOptions });

const code = (phone: Neighbour, name: string | RegExp) =>
  phone.page.getByRole('img', { name });

/** Where the browser has no pictures to hand over, the reader looks at a drawing of them. */
const turnsTheCameraOn = (phone: Neighbour) =>
  phone.mayComplainOf(/Canvas2D: Multiple readback operations/);

/** What stands beneath a code, for who has no camera. */
async function textOf(phone: Neighbour): Promise<string> {
  await phone.tap(phone.page.getByText('No camera on that phone?'));
  return phone.page.getByLabel('The code as text').inputValue();
}

/**
 * Four in one community, of whom Ana and Biel have never heard of each other: Didac let
 * Ana in while Carme slept, and Carme let Biel in while Didac and Ana slept.
 */
async function strangers(world: World): Promise<[Neighbour, Neighbour, Neighbour]> {
  const didac = await world.neighbour('Didac');
  const carme = await world.neighbour('Carme');
  await didac.founds('Riverside');
  await carme.joins(await didac.invites());
  await carme.isLetIn();
  // What lets others in, and opens what they write, has come by then, too.
  await carme.reads('Also kept by 1 member');
  await carme.closes();
  const ana = await world.neighbour('Ana');
  await didac.goesHome();
  await ana.joins(await didac.invites());
  await ana.isLetIn();
  await ana.reads('Also kept by 1 member');
  // Her phone has no network when she opens the app again: it hears of nobody meanwhile.
  await ana.goesOffline();
  await ana.closes();
  await didac.goesOffline();
  await didac.reloads();
  await carme.comesBack();
  const biel = await world.neighbour('Biel');
  await biel.joins(await carme.invites());
  await biel.isLetIn();
  await biel.reads('Also kept by 1 member');
  return [ana, biel, carme];
}

test('never linked and without a network: recorded and confirmed by two codes, and later it is everybody’s', async ({
  world,
}) => {
  const [ana, biel, carme] = await strangers(world);
  for (const phone of [ana, biel]) turnsTheCameraOn(phone);
  await biel.goesHome();
  await biel.goesOffline();
  await biel.reloads();
  await ana.comesBack();
  await world.stopRelay();
  await ana.goesTo('People');
  await ana.readsNoMore('Biel');
  await biel.goesTo('People');
  await biel.readsNoMore('Ana');

  // Biel shows who he is; Ana scans it while she records.
  await biel.goesHome();
  await biel.goesTo('Show my code');
  await camera.sees(code(biel, 'The code of Biel, for another phone to scan'));
  await ana.goesTo('Record help');
  await ana.choose('Someone helped me');
  await ana.tap(ana.page.getByText('Beside you, but not in the list?'));
  await ana.press('Scan their code');
  await ana.reads('Biel is in your list now.');
  await ana.page.getByRole('slider', { name: 'How long?' }).waitFor();
  await ana.press('Ask Biel');
  await ana.reads('Biel has been asked');

  // It shows itself: they stand beside each other. He takes it as text, without a camera.
  await ana.reads('Let Biel scan this');
  await code(ana, 'This hour as a code, for Biel to scan').waitFor();
  const asked = await textOf(ana);
  await biel.goesHome();
  await biel.goesTo('Scan a code');
  await biel.write('Or paste it as text', asked);
  await biel.press('Open it');
  await biel.reads('Ana says: “You helped me.”');
  await biel.press('Yes, that’s right');
  await biel.reads('Now let Ana scan this');

  await camera.sees(code(biel, 'This hour as a code, for Ana to scan'));
  await ana.follow('Scan Biel’s answer');
  await ana.reads('Done. You both agree');
  await ana.reads('You have 1 h to give back.');
  await biel.closesTheSheet();
  await biel.reads('You can ask for 1 h.');
  for (const phone of [ana, biel]) expect(await phone.traffic()).toEqual([]);

  // Ana never comes back. Biel's phone carries both halves to who knew neither.
  await world.startRelay();
  await biel.goesOnline();
  await biel.reloads();
  await carme.goesTo('Us');
  await carme.reads('1 exchange · 1 h of help');
});

test(
  'a code that leads nowhere says why, and the camera goes on',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    turnsTheCameraOn(biel);
    await biel.goesHome();
    await biel.goesTo('Show my code');
    await camera.sees(code(biel, 'The code of Biel, for another phone to scan'));
    await biel.follow('Scan their code');
    await biel.reads('That is the code of this phone.');
    await biel.write('Or paste it as text', 'see you on Sunday');
    await biel.press('Open it');
    await biel.reads('This is not a Manyhands code.');

    await ana.goesHome();
    await ana.goesTo('Show my code');
    const card = await textOf(ana);
    await biel.write('Or paste it as text', card.slice(0, -30));
    await biel.press('Open it');
    await biel.readsInAlert('Part of this message is missing.', 'Nothing is lost.');
    await biel.write('Or paste it as text', card);
    await biel.press('Open it');
    await biel.isAt('Ana');

    const didac = await world.neighbour('Didac');
    turnsTheCameraOn(didac);
    await didac.founds('Els Plataners');
    await didac.goesHome();
    await didac.goesTo('Scan a code');
    await didac.write('Or paste it as text', card);
    await didac.press('Open it');
    await didac.reads(
      'This message comes from a community that is not on this device.',
    );
  },
);
