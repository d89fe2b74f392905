/** Every screen by screen reader, in both themes. */
import { axe } from '../axe.ts';
import { tours } from '../tours/tours.ts';
import { expect, test } from '../world.ts';

/** `npm run verify` takes them all: each is a minute of a busy machine. */
const isThorough = Boolean(process.env['MANYHANDS_SLOW']);
const daily = ['the doors', 'the village', 'the board'];

for (const [part, tour] of Object.entries(tours)) {
  if (!isThorough && !daily.includes(part)) continue;
  test(`axe finds nothing on any screen of ${part}, light or dark`, async ({
    world,
  }) => {
    test.slow();
    const found: [string, string[]][] = [];
    for await (const { name, page } of tour(world)) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        found.push([`${name} (${colorScheme})`, await axe(page)]);
      }
    }
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(found.filter(([, what]) => what.length > 0)).toEqual([]);
  });
}
