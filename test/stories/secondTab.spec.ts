/** One community, two tabs: only one writes, and each says where it stands. */
import { test, verifyOnly } from '../world.ts';

test('a second tab explains itself, takes over, and is taken back from', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  await ana.founds('Riverside');
  const first = ana.page;
  await ana.comesBack();
  const second = ana.page;
  await ana.isAt('Manyhands is open in another tab');
  await ana.reads('Nothing is lost.');

  await ana.press('Use it here');
  await ana.isLetIn();
  ana.turnsTo(first);
  await ana.isAt('Manyhands has moved to another tab');
  await ana.press('Use it here');
  await ana.isLetIn();
  ana.turnsTo(second);
  await ana.isAt('Manyhands has moved to another tab');
});

test(
  'a message that opens in a new tab can take over, and leads to its hour',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await ana.saysWasHelped({ with: 'Biel' });
    const asking = await ana.writesTo('Biel');
    await biel.comesBack(asking.slice(asking.indexOf('/#m/')));
    await biel.reads('Only one tab at a time can write');
    await biel.press('Use it here');
    await biel.isAt('Ana');
    await biel.saysYes();
    await ana.reads('Done. You both agree');
  },
);
