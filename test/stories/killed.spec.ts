/** The whole browser is killed, as by a phone that is short of room or of battery. */
import { Mortal } from '../mortal.ts';
import { expect, test as base } from '../world.ts';

const test = base.extend<{ mortal: Mortal }>({
  // The world is asked for so that its relay outlives this browser.
  mortal: async ({ world: _world }, use) => {
    const mortal = await Mortal.create();
    await use(mortal);
    await mortal.end();
  },
});

test('a browser killed right after something was shown as saved still has it', async ({
  world,
  mortal,
}) => {
  const ana = await mortal.start('Ana', world.address);
  await ana.founds('Riverside');
  const invitation = await ana.invites();
  await mortal.kill();

  const again = await mortal.start('Ana', world.address);
  await again.isLetIn();
  expect(await again.invites()).toBe(invitation);
  const biel = await world.neighbour('Biel');
  await biel.joins(invitation);
  await biel.isLetIn();
  await again.reads('Biel has joined.');
  await again.saysWasHelped({ with: 'Biel' });
  await mortal.kill();

  const third = await mortal.start('Ana', world.address);
  await third.goesTo('Hours');
  const hours = third.page.getByRole('link', { name: /Biel helped you/ });
  await expect(hours).toHaveCount(1);
  await biel.saysYes();
  await third.goesHome();
  await third.hasHours('1 hour 30 minutes to give back');
  await expect(third.page.getByRole('alert')).toHaveCount(0);
});
