/**
 * Every screen by screen reader, in both themes and both directions; with large text, in a
 * window that is zoomed as far as it goes, and with words that never end.
 */
import { axe } from '../axe.ts';
import { doesNotHold } from '../holds.ts';
import { inLanguage } from '../inLanguage.ts';
import { withLongWords } from '../longWords.ts';
import { longestTest } from '../longest.ts';
import { tooSmall } from '../targets.ts';
import { tours } from '../tours/tours.ts';
import { expect, test } from '../world.ts';

/** `npm run verify` takes them all: each is half a minute of a machine. */
const isThorough = Boolean(process.env['MANYHANDS_SLOW']);
const daily = ['the village'];
const themes = ['light', 'dark'] as const;
const turns = [
  ['light', 'ar'],
  ['dark', 'en'],
] as const;

for (const [part, tour] of Object.entries(tours)) {
  if (!isThorough && !daily.includes(part)) continue;
  test(`axe finds nothing on any screen of ${part}, and each holds large and narrow`, async ({
    world,
  }) => {
    // Of many screens, each looked at many times; the street is a quarter of an hour of a busy machine.
    test.setTimeout(6 * longestTest);
    const found: [string, string[]][] = [];
    let planted = 0;
    let turn = 0;
    for await (const { name, page } of tour(world)) {
      turn += 1;
      // By day each screen is looked at in one theme and one direction, in turn.
      const [theme, language] = turns[turn % turns.length] ?? turns[0];
      for (const colorScheme of isThorough ? themes : [theme]) {
        await page.emulateMedia({ colorScheme });
        found.push([`${name} (${colorScheme})`, await axe(page)]);
      }
      if (isThorough) {
        const mirrored = await inLanguage(page, 'ar', () => axe(page));
        found.push([`${name} (Arabic)`, mirrored]);
      }
      found.push([
        `${name} (large, narrow)`,
        await (isThorough ? doesNotHold(page) : doesNotHold(page, [language])),
      ]);
      found.push([`${name} (for a thumb)`, await tooSmall(page)]);
      const long = await withLongWords(
        page,
        world.written(),
        isThorough ? undefined : turn % 3,
      );
      found.push([`${name} (words of 96 letters)`, long.found]);
      planted += long.planted;
    }
    expect(found.length).toBeGreaterThanOrEqual(8);
    if (part !== 'the doors') expect(planted).toBeGreaterThan(10);
    expect(found.filter(([, what]) => what.length > 0)).toEqual([]);
  });
}
