/**
 * The screen that is on, with every word that somebody wrote as long as a word may be: 96
 * letters without a gap, which no line can end in.
 */
import type { Page } from '@playwright/test';
import { neighbours } from '../src/demo/neighbours.ts';
import { cutOff } from '../src/specimen/cutOff.ts';
import { village } from '../src/words/en/village.ts';
import { atTextSize } from './textSize.ts';
import { onWholePage } from './wholePage.ts';

/** As wide as letters are, in a script whose letters join, and in one without blanks. */
const longest = ['Wm', 'صم', 'ゆー'].map((letters) => letters.repeat(48));

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 800 };

/** What the people of the demo wrote. */
const inTheDemo = [
  village.community,
  ...neighbours,
  ...Object.values(village.about),
  ...Object.values(village.cards),
];

export interface LongWords {
  /** Texts that the words were put into: none, and nothing has been looked at. */
  readonly planted: number;
  /** What then stands beyond an edge, is cut off, or lies on something else. */
  readonly found: string[];
}

/**
 * `written`: what was typed on the way here, names and all. `only`: one of the three ways to
 * look, by its number; without it, all.
 */
export async function withLongWords(
  page: Page,
  written: readonly string[],
  only?: number,
): Promise<LongWords> {
  const found: string[] = [];
  let planted = 0;
  const words = [...new Set([...written, ...inTheDemo])]
    .filter((word) => /\p{L}{2}/u.test(word))
    .sort((a, b) => b.length - a.length);
  const look = async (how: string, turn: number) => {
    planted += await plant(page, words, turn);
    try {
      const cut = await onWholePage(page, () => page.evaluate(cutOff));
      found.push(...cut.map((what) => `${how}: ${what}`));
    } finally {
      await page.evaluate(() => window.dispatchEvent(new Event('uproot')));
    }
  };
  const ways = [
    { size: phone, go: () => look('360 pixels', 0) },
    {
      size: phone,
      go: () => atTextSize(page, 200, () => look('360 pixels, 200 % text', 1)),
    },
    { size: desk, go: () => look('1,280 pixels', 2) },
  ];
  const shown = page.viewportSize();
  for (const [i, { size, go }] of ways.entries()) {
    if (only !== undefined && i !== only) continue;
    await page.setViewportSize(size);
    await go();
  }
  if (shown) await page.setViewportSize(shown);
  return { planted, found };
}

/**
 * Puts the longest words in place of what stands in the texts of the page, the scripts in
 * turn, until the page is told to `uproot` them. Answers how many texts it changed.
 */
function plant(page: Page, words: string[], turn: number): Promise<number> {
  return page.evaluate(
    ([words, longest, turn]) => {
      const mark = '\u{e000}';
      /** A hundred rows are alike, and with such words taller than a screen can be drawn. */
      const seen = new Map<string, number>();
      const isOneOfMany = ({ parentElement: at }: Text) => {
        const like = `${at?.className} in ${at?.parentElement?.className}`;
        const times = (seen.get(like) ?? 0) + 1;
        seen.set(like, times);
        return times > 6;
      };
      const changed: { text: Text; before: string; after: string }[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node as Text;
        const before = text.data;
        const marked = words.reduce(
          (data, word) => data.replaceAll(word, mark),
          before,
        );
        if (marked === before || isOneOfMany(text)) continue;
        const word = longest[(changed.length + turn) % longest.length] ?? '';
        text.data = marked.replaceAll(mark, word);
        changed.push({ text, before, after: text.data });
      }
      const uproot = () => {
        // What was drawn anew meanwhile says what it should already.
        for (const { text, before, after } of changed) {
          if (text.data === after) text.data = before;
        }
      };
      window.addEventListener('uproot', uproot, { once: true });
      return changed.length;
    },
    [words, longest, turn] as const,
  );
}
