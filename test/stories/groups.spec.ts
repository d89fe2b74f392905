/** Neighbours in company: a group is founded, asked of, organised by two, handed over, closed. */
import { axe } from '../axe.ts';
import { foundsGroup, looksAtGroup, saysInRoom } from '../groups.ts';
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

test('what is said in rooms reaches whom it is for, is answered, thanked for, hidden and erased', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await foundsGroup(ana, 'Walkers', 'Who asks first');
  await looksAtGroup(biel, 'Walkers');
  await biel.press('Ask to come in');
  await ana.press('Let Biel in');
  await biel.follow('The group’s room');
  await biel.reads(/Only those in the group can read this\./);
  await saysInRoom(biel, 'Walkers', 'Who brings the map?');

  await ana.follow('The group’s room');
  await ana.reads('Who brings the map?');
  await ana.press('More about this message');
  await ana.press('Thank you');
  await biel.reads('Thank you: Ana');
  await ana.press('More about this message');
  await ana.press('Answer');
  await saysInRoom(ana, 'Walkers', 'I do');
  await biel.reads('To Biel: Who brings the map?');
  expect(await axe(biel.page)).toEqual([]);

  // Carme reads in the room of all, and nothing of the group's.
  await carme.goesTo('People');
  await carme.follow('Talk');
  await carme.follow(/^All of us/);
  await carme.reads('Nothing said yet');
  await saysInRoom(carme, 'All of us', 'The hall is closed tomorrow');
  await ana.goesTo('People');
  await ana.follow('Talk');
  await ana.reads('Carme: The hall is closed tomorrow');
  await ana.follow(/^All of us/);
  await ana.reads('The hall is closed tomorrow');
  await ana.press('More about this message');
  await ana.press('Hide it from me');
  await ana.reads('Nothing said yet');
  await carme.press('More about this message');
  await carme.press('Erase it for everybody');
  await carme.reads('It is erased.');
  expect(await axe(carme.page)).toEqual([]);
});
