/** A year, its ties and the cloth: pictures, the same in words, and one sheet of paper. */
import { measuresOf, sheetsOf } from '../sheet.ts';
import { expect, test } from '../world.ts';

test('what was done together is seen, read and printed', async ({ world }) => {
  const visitor = await world.neighbour('Ana');
  await visitor.press('Look around in a demo');
  await visitor.goesTo('Us');
  await visitor.follow('See it all together');
  await visitor.isAt('Everything in pictures');
  for (const part of ['My year', 'My ties', 'Our cloth']) await visitor.reads(part);
  // Of a year and of ties there is a list, folded until somebody wants it, or paper does.
  const areOpen = () =>
    visitor.page.evaluate(() =>
      [...document.querySelectorAll<HTMLDetailsElement>('.seen details')].map(
        ({ open }) => open,
      ),
    );
  expect(await areOpen()).not.toContain(true);

  await visitor.page.evaluate(
    () => (window.print = () => dispatchEvent(new Event('beforeprint'))),
  );
  await visitor.press('Print it');
  await expect.poll(areOpen).not.toContain(false);
  expect((await areOpen()).length).toBeGreaterThanOrEqual(2);
  expect(await sheetsOf(visitor.page)).toBeLessThanOrEqual(3);
  const { widest } = await measuresOf(visitor.page, '.seen');
  // Printers leave some 5 mm at each edge of the paper blank.
  expect(widest).toBeLessThan(210 - 10);
});
