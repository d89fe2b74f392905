/** Several meet: one invites, all say for themselves whether they come, and places run out. */
import { readFile } from 'node:fs/promises';
import { axe } from '../axe.ts';
import { findsGathering, gathers } from '../gatherings.ts';
import { expect, test, verifyOnly } from '../world.ts';

const walk = 'A walk to the mill';

test('a weekly walk for one: a yes, a place, who waits moves up, a day is moved and called off', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await gathers(ana, walk, { weekly: true, seats: true });

  await findsGathering(biel, walk);
  await biel.choose('Yes');
  await biel.reads('You have a place.');
  await findsGathering(carme, walk);
  await carme.choose('Yes');
  await carme.reads('It is full. You are the next to move up.');
  for (const each of [ana, biel, carme]) expect(await axe(each.page)).toEqual([]);
  // Nobody's doing but Biel's: Carme moves up.
  await biel.choose('No');
  await carme.reads('You have a place.');

  await ana.tap(ana.page.getByText('You organise it'));
  await ana.press('Move this day');
  await ana.write('At what time?', '11:30');
  await ana.write('Why? A word to all who come', 'The bridge is closed.');
  expect(await axe(ana.page)).toEqual([]);
  await ana.press('Move it');
  await carme.goesHome();
  await carme.reads(`Changed: ${walk}`);
  await carme.reads('The bridge is closed.');
  expect(await axe(carme.page)).toEqual([]);
  await biel.goesHome();
  await biel.readsNoMore(`Changed: ${walk}`);
  await carme.press('Yes');
  await carme.reads(/You come · 1 person comes/);

  await carme.follow('All get-togethers');
  await carme.choose('Month');
  expect(await axe(carme.page)).toEqual([]);
  const coming = carme.page.waitForEvent('download');
  await carme.press('Add all of mine to my calendar');
  const file = await readFile(await (await coming).path(), 'utf8');
  expect(file).toContain(`SUMMARY:${walk}`);
  expect(file).toContain('LOCATION:At the bridge');

  await ana.press('Call it all off');
  await ana.tap(
    ana.page.getByRole('dialog').getByRole('button', { name: 'Call it all off' }),
  );
  await ana.reads('It is called off');
  await carme.goesHome();
  await carme.reads(`Not on: ${walk}`);
  await carme.press('I have read it');
  await carme.readsNoMore(`Not on: ${walk}`);
});

test(
  'one place is fought for apart: what two phones gave ends in one order, and is told kindly',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await gathers(ana, walk, { seats: true });
    await findsGathering(biel, walk);
    // Both say yes where neither hears of the other.
    await biel.isApart();
    await ana.isApart();
    await biel.choose('Yes');
    await biel.reads('Your place comes once Ana’s phone has heard of you.');
    await ana.choose('Yes');
    await ana.reads('You have a place.');
    await ana.context.setOffline(false);
    await biel.context.setOffline(false);
    await biel.reads('It is full. You are the next to move up.');
    await ana.choose('No');
    await biel.reads('You have a place.');
  },
);

test('what cannot be is said in plain words, and nothing is sent', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  await ana.founds('Riverside');
  await ana.goesTo('Add');
  await ana.follow('Invite to a get-together');
  await ana.press('Next');
  await ana.readsInAlert('Please say in a few words what it is.');
  await ana.write('What do you want to do together?', walk);
  await ana.press('Next');
  await ana.write('Which day?', '2020-01-01');
  await ana.press('Next');
  await ana.readsInAlert('By this phone’s clock that is over already.');
  await ana.write('Which day?', '2099-01-01');
  await ana.press('Next');
  await ana.readsInAlert('That is more than two years away. Is the year right?');
  await ana.follow('Back');
  await ana.reads('Nothing is planned yet');
});
