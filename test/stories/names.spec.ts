/** People are called all sorts of things. None of it may break a screen 360 pixels wide. */
import type { Locator } from '@playwright/test';
import type { Neighbour } from '../neighbour.ts';
import { expect, test, verifyOnly } from '../world.ts';

const names = {
  // 96 letters without a gap: as much as there is room for.
  long: 'WilhelminaAlexandrinaMaximilianaTheodoraVanDerAspergenhofTotZonnesteinHoogwaartsVanOudeMeerbeeke',
  arabic: 'ليلى الحسن',
  japanese: 'さくら',
  // An override that would turn round all that follows, and a tower of accents.
  hostile: '\u202e' + 'B\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308iel 👩‍🌾',
};

test(
  'long, Arabic, Japanese and hostile names stand where they belong',
  verifyOnly,
  async ({ world }) => {
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
    // Of the tower of accents four are left: what stands after it tells whose it is.
    const shown = [names.long.slice(1, 20), names.arabic.slice(1, 20), 'iel 👩‍🌾'];
    for (const name of shown) {
      await ana.tap(ana.page.getByRole('link').filter({ hasText: name }));
      await ana.reads('Invited by Ana');
      await fits(ana);
      await ana.follow('Back');
    }
  },
);

const hostileWords = [
  '\u202e<img src=x onerror=alert(1)>',
  `B${'\u0301'.repeat(80)}`,
  'A\u200bn\u2060a\u{e0041}\u{e0042}',
  'M'.repeat(120),
  '🎉'.repeat(40),
].join(' ');

test(
  'words that turn round, hide, climb or never end break no screen',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await biel.goesTo('Board');
    await biel.follow('Pin a card');
    await biel.choose('I could use help');
    await biel.write('In a few words', hostileWords.slice(0, 40));
    await biel.press('Pin it to the board');
    await biel.isAt(/img src/);
    await biel.saysHelped({ with: 'Ana', word: hostileWords });

    await ana.goesHome();
    await ana.reads('Biel says: “I helped you.”');
    await isPlain(ana);
    await ana.saysYes();
    await ana.press('In your own words');
    await ana.write('Say thanks?', hostileWords);
    await ana.press('Send thanks');
    await biel.reads(/🎉/);
    await isPlain(biel);
    await ana.goesTo('Board');
    await ana.follow(/img src/);
    await isPlain(ana);
    await ana.follow('I can help');
    await ana.write('Where?', hostileWords.slice(0, 60));
    await ana.write('A note to Biel', hostileWords.slice(0, 250));
    await ana.press('Ask Biel');
    await ana.reads('Waiting for Biel');
    await isPlain(ana);
    await biel.goesHome();
    await biel.reads('Ana answers your card');
    await isPlain(biel);
  },
);

/** It fits, and nothing that anybody wrote is unseen, turned round, or more than letters. */
async function isPlain(somebody: Neighbour): Promise<void> {
  await fits(somebody);
  const found = await somebody.page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [...document.querySelectorAll('[aria-label]')].map(
      (labelled) => labelled.getAttribute('aria-label') ?? '',
    );
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement?.closest('textarea, script, style'))
        texts.push(textContent ?? '');
    }
    const bad = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066\u2067]|\p{M}{5}/u;
    return {
      texts: texts.filter(
        (text) => bad.test(text) || /[\u{e0000}-\u{e0fff}]/u.test(text),
      ),
      images: document.querySelectorAll('img[src="x"]').length,
    };
  });
  expect(found).toEqual({ texts: [], images: 0 });
}

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
