/** A poster on a wall: whoever passes by can knock, and one of them lets them in. */
import { readQr, readQrOf } from '../readQr.ts';
import { copied, scanOf, sheetsOf } from '../sheet.ts';
import { expect, test, verifyOnly } from '../world.ts';

test(
  'Ana hangs it up, Biel knocks and sees name and agreement only, she greets him with one tap',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    await ana.founds('Riverside');
    await ana.goesTo('People');
    await ana.follow('Invite someone');
    await ana.follow('Hang up a poster');
    await ana.write('Where will it hang?', 'The library');
    await ana.press('Make a poster');
    await ana.reads('Nobody has used it yet');
    const link = await ana.page.getByLabel('Or send this link to a group').inputValue();
    // Printed, and read from the paper.
    await ana.page.evaluate(() => (window.print = () => undefined));
    await ana.press('Print it');
    const code = ana.page.getByRole('img', {
      name: 'A code to scan, to knock at Riverside',
    });
    expect(await readQr(code)).toBe(link);
    expect(await sheetsOf(ana.page)).toBe(1);
    const paper = await copied(ana.page, await scanOf(ana.page));
    expect(await readQrOf(ana.page, paper)).toBe(link);
    await ana.closes();

    // Nobody is awake: his knock is kept.
    const biel = await world.neighbour('Biel');
    await biel.opens(link);
    await biel.isAt('Knock at Riverside');
    await biel.write('What is your name?', 'Biel');
    await biel.write('Who are you, in a line?', 'I live above the bakery.');
    await biel.press('Knock');
    await biel.reads('Nobody is online right now.');
    await biel.reloads();
    await biel.reads('Nobody is online right now.');

    await ana.comesBack();
    await ana.goesHome();
    await ana.reads('Someone at the door: Biel');
    await ana.reads('“I live above the bakery.”');
    await biel.reads('They have heard you.');
    await biel.reads('An hour is an hour, whatever the help was.');
    await biel.readsNoMore('Ana');
    await biel.goesTo('People');
    await biel.readsNoMore('Ana');
    await biel.goesHome();

    await ana.press('Let in');
    await ana.reads('Biel is in. Say hello!');
    // He knocks again every few seconds, and is in with the next knock.
    await biel.isLetIn();
    await biel.goesTo('People');
    await biel.reads(/^Ana$/);
    await ana.goesTo('People');
    await ana.follow(/^Biel/);
    await ana.reads('Invited by Ana');
  },
);

test(
  'taken down, it opens the door to nobody; not now is said to nobody',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await ana.goesTo('People');
    await ana.follow('Invite someone');
    await ana.follow('Hang up a poster');
    await ana.press('Make a poster');
    const link = await ana.page.getByLabel('Or send this link to a group').inputValue();

    const carme = await world.neighbour('Carme');
    await carme.opens(link);
    await carme.write('What is your name?', 'Carme');
    await carme.press('Knock');
    await ana.goesHome();
    await ana.reads('Someone at the door: Carme');
    await ana.press('Not now');
    await ana.reads('Another member may still let them in.');
    await ana.readsNoMore('Someone at the door: Carme');
    await biel.goesHome();
    await biel.reads('Someone at the door: Carme');
    await carme.reads('They have heard you.');

    await ana.goesTo('People');
    await ana.follow('Invite someone');
    await ana.follow('Hang up a poster');
    await ana.press('Take down the poster: A poster');
    await ana.press('Take it down');
    await ana.reads('The poster is taken down.');
    await biel.readsNoMore('Someone at the door: Carme');
    await carme.reads('This poster has been taken down.');
  },
);
