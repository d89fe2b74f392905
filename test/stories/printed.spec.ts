/** The page with twelve words, on paper: one sheet for anybody, and its code still reads. */
import { mkdir, writeFile } from 'node:fs/promises';
import { drawsThePage } from '../page.ts';
import { pixelsOf, readQrOf } from '../readQr.ts';
import { copied, measuresOf, scanOf, sheetsOf } from '../sheet.ts';
import { expect, test, verifyOnly } from '../world.ts';

/** For looking at, under test-results/printed. */
async function keep(sheet: Buffer, what: string): Promise<void> {
  await mkdir('test-results/printed', { recursive: true });
  await writeFile(`test-results/printed/${what}.png`, sheet);
}

/** How many dots would need more than black ink. */
function coloured(data: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    const dot = data.subarray(at, at + 3);
    if (Math.max(...dot) - Math.min(...dot) > 3) count += 1;
  }
  return count;
}

/** As long as a charter and a profile take them: 64 bytes, and 96. */
const named = [
  ['a short name', 'Ana', 'Riverside'],
  [
    'a long name',
    'Ana Ana Ana Ana Ana Ana Ana Ana',
    'Riverside'.repeat(8).slice(0, 64),
  ],
  ['an Arabic name', 'آنا', 'ضفة النهر حي الجيران'],
  ['a Japanese name', 'アナ', '川沿いのご近所同士の助け合いの会です'],
] as const;

for (const [what, name, community] of named) {
  test(
    `the page is one sheet of A4 in large letters, with ${what}`,
    verifyOnly,
    async ({ world }) => {
      const ana = await world.neighbour(name);
      await ana.founds(community);
      await drawsThePage(ana);
      expect(await sheetsOf(ana.page)).toBe(1);
      const { smallest, lowest, widest } = await measuresOf(ana.page, '.kit');
      expect(smallest).toBeGreaterThanOrEqual(13.99);
      // Printers leave some 5 mm at each edge of the paper blank.
      expect(lowest).toBeLessThan(297 - 10);
      expect(widest).toBeLessThan(210 - 10);
      const sheet = await scanOf(ana.page);
      const { data } = await pixelsOf(ana.page, sheet);
      expect(coloured(data)).toBe(0);
      await keep(sheet, what);
    },
  );
}

test('its code brings Ana back from a tired copy', verifyOnly, async ({ world }) => {
  const [ana] = await world.anaAndBiel();
  await drawsThePage(ana);
  const copy = await copied(ana.page, await scanOf(ana.page));
  await keep(copy, 'a copy');
  const code = await readQrOf(ana.page, copy);
  await ana.press('Print');
  await ana.press('It is printed');
  await ana.reads('The page is yours now.');
  await ana.context.close();

  const again = await world.neighbour('Ana');
  await again.opens(code);
  await again.reads('Is this you?');
  await again.reads('Ana');
  expect(again.page.url()).not.toContain('#k/');
  await again.press('Yes, that is me');
  await again.hasHours('Nothing to give or ask yet');
});
