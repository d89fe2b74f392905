/** What Ana does with the page of twelve words, for the stories. */
import type { Neighbour } from './neighbour.ts';
import { expect } from './world.ts';

/** Goes to where pages are made and tried. */
export async function seesHerWaysBack(ana: Neighbour): Promise<void> {
  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.isAt('Settings');
  await ana.follow('Keep my hours safe');
  await ana.isAt('Keep your hours safe');
}

const sheetOf = (ana: Neighbour) => ana.page.getByRole('region', { name: 'Your page' });

/** Has a first page drawn, with spare keys for nobody, and answers what stands on it. */
export async function drawsThePage(ana: Neighbour): Promise<string[]> {
  await seesHerWaysBack(ana);
  await ana.press('Make the page');
  // Alone in the community there is nobody to ask for.
  const nobody = ana.page.getByRole('button', { name: 'Nobody for now' });
  await nobody.or(sheetOf(ana)).waitFor();
  if (await nobody.isVisible()) await nobody.click();
  return wordsShownTo(ana);
}

export async function wordsShownTo(ana: Neighbour): Promise<string[]> {
  const sheet = sheetOf(ana);
  const words = sheet.locator('.words li');
  await expect(words).toHaveCount(12);
  await ana.page.getByRole('img', { name: 'The page as a code to scan' }).waitFor();
  return words.allTextContents();
}

/** Makes the first page by hand. */
export async function hasAPage(ana: Neighbour): Promise<string[]> {
  const words = await drawsThePage(ana);
  await ana.press('I copied it by hand');
  await ana.reads('The page is yours now.');
  return words;
}

/** Types the three words that are asked, from the paper. */
export async function triesThePage(ana: Neighbour, words: string[]): Promise<void> {
  for (const [i, word] of words.entries()) {
    const field = ana.page.getByLabel(`Word number ${String(i + 1)}`, { exact: true });
    if (await field.count()) await field.fill(word);
  }
  await ana.press('Does it work?');
  await ana.reads('It works. Put the page away safely.');
}

/** Types the whole page where it is asked for. */
export async function showsThePage(
  ana: Neighbour,
  words: string[],
  act: string,
): Promise<void> {
  await ana.write('All twelve words, in order', words.join(' '));
  await ana.press(act);
}
