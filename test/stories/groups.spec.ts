/** Neighbours in company: a group is founded, asked of, organised by two, handed over, closed. */
import { axe } from '../axe.ts';
import { foundsGroup, looksAtGroup } from '../groups.ts';
import { expect, test } from '../world.ts';

test('a group asks at its door, is organised by two, handed over and closed', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();

  await ana.goesTo('People');
  const before = ana.taps.length;
  await foundsGroup(ana, 'Walkers', 'Who asks first');
  // To People, to groups, to a new one, into its name, on its door, and founded.
  expect(ana.taps.length - before).toBeLessThanOrEqual(6);
  expect(await axe(ana.page)).toEqual([]);

  for (const who of [biel, carme]) {
    await looksAtGroup(who, 'Walkers');
    await who.press('Ask to come in');
    await who.reads('You asked. Somebody who organises it says yes.');
  }
  await ana.reads('Biel would like to come in');
  await ana.press('Let Biel in');
  await ana.reads('Biel is in.');
  await ana.tap(ana.page.getByText('For those who organise it'));
  await ana.press('Let somebody organise it too');
  await ana.press('Biel');
  await ana.reads('Biel can organise it too.');

  // What Biel may do now, he does while Ana is away.
  await ana.isApart();
  await biel.press('Let Carme in');
  await biel.reads('Carme is in.');
  await carme.reads('Leave the group');
  await ana.goesOnline();
  await ana.reads('Carme');

  await ana.tap(ana.page.getByText('For those who organise it'));
  await ana.press('Organise it no longer');
  await ana.reads('Biel will organise it. You stay in the group.');
  await ana.press('Hand it over');
  await ana.reads('You no longer organise it.');
  await biel.tap(biel.page.getByText('For those who organise it'));
  await biel.press('Close the group');
  await biel.press('Close it');
  await biel.reads('It is closed.');
  await carme.reads('It is over');
  expect(await axe(carme.page)).toEqual([]);
});
