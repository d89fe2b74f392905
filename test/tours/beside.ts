import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** Two phones side by side, and what is said of a code that leads nowhere. */
export async function* theCodes(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  const { page } = ana;
  await ana.goesHome();
  await ana.reads('Show my code');
  yield { name: 'home-beside', page };
  await biel.goesHome();
  await biel.follow('Show my code');
  await biel.page.getByRole('img', { name: /The code of Biel/ }).waitFor();
  await biel.tap(biel.page.getByText('No camera on that phone?'));
  yield { name: 'my-code', page: biel.page };
  const card = await biel.page.getByLabel('The code as text').inputValue();
  // Or the hour would be with him before there is a code to be scanned.
  await biel.closes();
  await ana.goesTo('Record help');
  await ana.tap(ana.page.getByText('Beside you, but not in the list?'));
  await ana.write('Or paste it as text', card);
  yield { name: 'record-beside', page };
  await ana.press('Open it');
  await ana.reads('Biel is in your list now.');
  await ana.press('Ask Biel');
  await ana.reads('Let Biel scan this');
  await page.getByRole('img', { name: /This hour as a code/ }).waitFor();
  yield { name: 'hour-code-sheet', page };
  await ana.closesTheSheet();
  yield { name: 'hour-asked-beside', page };
  await biel.comesBack();
  await biel.goesHome();
  await biel.follow('Scan a code');
  await biel.write('Or paste it as text', 'no code');
  await biel.press('Open it');
  await biel.reads('This is not a Manyhands code.');
  yield { name: 'scan-foolish', page: biel.page };
}

/** A poster: hung up, read by somebody who passes by, and who is greeted. */
export async function* thePoster(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  const { page } = ana;
  await ana.founds('Els Plataners');
  await ana.goesTo('People');
  await ana.follow('Invite someone');
  await ana.reads('For many at once');
  yield { name: 'invite-and-poster', page };
  await ana.follow('Hang up a poster');
  await ana.isAt('Posters');
  yield { name: 'posters-none', page };
  await ana.write('Where will it hang?', 'The library');
  await ana.press('Make a poster');
  await ana.reads('Nobody has used it yet');
  await page.evaluate(() => (window.print = () => undefined));
  await ana.press('Print it');
  await page.getByRole('img', { name: /to knock at/ }).waitFor();
  yield { name: 'poster', page };
  const link = await page.getByLabel('Or send this link to a group').inputValue();
  await ana.press('Take down the poster: The library');
  yield { name: 'poster-down-sheet', page };
  await ana.closesTheSheet();
  await ana.goesHome();

  const biel = await world.neighbour('Biel');
  await biel.opens(`${world.address}/#h/AAAA`);
  await biel.reads('Part of this poster’s address is missing.');
  yield { name: 'poster-damaged', page: biel.page };
  await biel.opens(link);
  await biel.press('Knock');
  await biel.reads('Please write your name.');
  yield { name: 'knock', page: biel.page };
  await biel.write('What is your name?', 'Biel');
  await biel.write('Who are you, in a line?', 'I live above the bakery.');
  await biel.press('Knock');
  await biel.reads('They have heard you.');
  yield { name: 'knocked', page: biel.page };
  await ana.reads('Someone at the door: Biel');
  yield { name: 'home-at-the-door', page };
}
