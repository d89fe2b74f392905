/** The whole browser is killed, as by a phone that is short of room or of battery. */
import { emptyTab, fillDisk, freeDisk } from '../faults.ts';
import { Mortal } from '../mortal.ts';
import { picture } from '../picture.ts';
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

test('a full disk is told, keeps nothing by halves, and goes on by itself', async ({
  world,
  mortal,
}) => {
  const ana = await world.neighbour('Ana');
  await ana.founds('Riverside');
  const newcomer = await mortal.start('Biel', world.address);
  await newcomer.joins(await ana.invites());
  await newcomer.isLetIn();
  await ana.goesHome();
  await ana.reads('Also kept by 1 member');
  await mortal.kill();
  await ana.saysWasHelped({ with: 'Biel' });

  // Chromium remembers for half a minute how much room there was: it is started anew.
  const biel = await mortal.start('Biel', world.address, async (context) => {
    await fillDisk(await emptyTab(context, world.address));
  });
  await biel.readsInAlert(
    'This device has no room left.',
    'What comes in now stays only while this window is open.',
  );
  await biel.reads('Ana says: “You helped me.”');
  await picture(biel.page, 'full-arriving');

  await biel.press('Yes, that’s right');
  await biel.reads('the last thing you wrote was not saved');
  await picture(biel.page, 'full-writing');
  await ana.readsNoMore('Biel has it already');
  await freeDisk(biel.page);
  await biel.readsNoMore('stays only while this window is open');
  await ana.reads('Biel has it already');
  await biel.reloads();
  await biel.saysYes();
});
