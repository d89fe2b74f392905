/** The whole browser, or a tab, is killed, as by a phone that is short of room or of battery. */
import { crash } from '../faults.ts';
import { holdWrites } from '../heldWrites.ts';
import { Mortal } from '../mortal.ts';
import {
  drawsThePage,
  hasAPage,
  seesHerWaysBack,
  showsThePage,
  wordsShownTo,
} from '../page.ts';
import { expect, test as base, verifyOnly } from '../world.ts';

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
  await third.hasHours('You can give back 1 hour 30 minutes');
  await expect(third.page.getByRole('alert')).toHaveCount(0);
});

test(
  'a tab killed while a page is made: what was shown as made is made, and one page holds',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    await ana.founds('Riverside');
    // Killed with the words on the screen: no page, and the next one is another.
    const shown = await drawsThePage(ana);
    await crash(ana.page);
    await ana.comesBack();
    const held = await drawsThePage(ana);
    expect(held).not.toEqual(shown);
    // Killed while it is written down: it was never shown as made.
    await holdWrites(ana.page);
    await ana.press('I copied it by hand');
    await ana.reads('Making it your way back…');
    await crash(ana.page);
    await ana.comesBack();
    await seesHerWaysBack(ana);
    await ana.reads('Not made yet.');
    // Shown as made, and killed in that moment.
    const made = await hasAPage(ana);
    await crash(ana.page);
    await ana.comesBack();
    await seesHerWaysBack(ana);
    await ana.reads(/Made on .* Not tried yet/);
    await ana.press('Try it');
    for (const worthless of [shown, held]) {
      await showsThePage(ana, worthless, 'Does it work?');
      await ana.reads('That is not what your page says.');
    }
    await showsThePage(ana, made, 'Does it work?');
    await ana.reads('It works. Put the page away safely.');
    // And it is followed by the next.
    await ana.press('Make a new page');
    await showsThePage(ana, made, 'Go on');
    await wordsShownTo(ana);
    await crash(ana.page);
    await ana.comesBack();
    await seesHerWaysBack(ana);
    await ana.press('Try it');
    await showsThePage(ana, made, 'Does it work?');
    await ana.reads('It works. Put the page away safely.');
    await expect(ana.page.getByRole('alert')).toHaveCount(0);
  },
);
