/** People are called all sorts of things. None of it may break a screen 360 pixels wide. */
import type { Locator } from '@playwright/test';
import type { Neighbour } from '../neighbour.ts';
import { expect, test } from '../world.ts';

const names = {
  long: 'Wilhelmina-Alexandrina-Maximiliana-Theodora-van-der-Aspergenhof-tot-Zonnestein-Hoogwaarts',
  arabic: 'ليلى الحسن',
  japanese: 'さくら',
  // An override that would turn round all that follows, and a tower of accents.
  hostile: '\u202e' + 'B\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308iel 👩‍🌾',
};

test('long, Arabic, Japanese and hostile names stand where they belong', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  await ana.founds('Riverside');
  for (const name of Object.values(names)) {
    const guest = await world.neighbour(name);
    await guest.joins(await ana.invites());
    await guest.isLetIn();
    await guest.saysHelped({ with: 'Ana' });
    await fits(guest);
    await guest.closes();
  }

  await ana.goesHome();
  await expect(ana.page.getByText('says: “I helped you.”')).toHaveCount(4);
  await fits(ana);
  for (const says of await ana.page.getByText('says: “I helped you.”').all()) {
    expect(await drawnLeftToRight(says, 'says:')).toBe(true);
  }
  for (const place of ['Hours', 'People', 'Us', 'Record help'] as const) {
    await ana.goesTo(place);
    await fits(ana);
  }
  await ana.goesTo('People');
  for (const name of [names.long, names.arabic, names.hostile]) {
    await ana.tap(ana.page.getByRole('link').filter({ hasText: name.slice(1, 20) }));
    await ana.reads('Invited by Ana');
    await fits(ana);
    await ana.follow('Back');
  }
});

/** Nothing is wider than the screen: whoever scrolls sideways has lost their way. */
async function fits({ page }: Neighbour): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(over).toBeLessThanOrEqual(0);
}

/** Whether `words`, somewhere within, run from left to right as they are read. */
const drawnLeftToRight = (within: Locator, words: string): Promise<boolean> =>
  within.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const leftOf = (offset: number): number => {
        const range = document.createRange();
        range.setStart(node, at + offset);
        range.setEnd(node, at + offset + 1);
        return range.getBoundingClientRect().left;
      };
      return leftOf(0) < leftOf(wanted.length - 1);
    }
    return false;
  }, words);
