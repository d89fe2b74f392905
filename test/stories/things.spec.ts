/** Things that are given, lent and swapped; help as a gift; pictures. No hours move. */
import { axe } from '../axe.ts';
import { photograph, whereTaken } from '../photograph.ts';
import { rawKept } from '../rawKept.ts';
import { finds, pins } from '../things.ts';
import { expect, test, verifyOnly } from '../world.ts';

test('a sewing machine is lent and comes back, by the word of both; no hours move', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  await pins(ana, 'Sewing machine', 'Lend it');
  await ana.choose('Biel');
  await ana.press('I lent it to Biel');
  await ana.reads('Biel has been asked.');
  expect(await axe(ana.page)).toEqual([]);

  await biel.reads('Ana says: “I lent you this.”');
  // It leads to where the two talk, and there to the thing.
  await biel.follow('Ana says: “I lent you this.”');
  await biel.isAt('Ana');
  expect(await axe(biel.page)).toEqual([]);
  await biel.press('Yes, that’s right');
  await biel.follow('Sewing machine');
  await biel.isAt('Sewing machine');
  await biel.reads('You have it on loan from Ana, since today.');
  await ana.reads('Biel has it on loan, since today.');

  await biel.press('I have brought it back');
  await biel.reads('Ana has been asked.');
  await ana.reads('Biel says: “I have brought it back.”');
  await ana.follow('Talk with Biel');
  await ana.press('Yes, that’s right');
  await ana.reads('Biel brought this back');
  await finds(ana, 'Sewing machine');
  await ana.reads('Who did you lend it to?');
  await biel.reads('I have borrowed it');
  for (const each of [ana, biel]) {
    await each.goesHome();
    await each.hasHours('Nothing to give or ask yet');
  }
});

test(
  'a pram is given: whoever was given it says so first, and it hangs there no more',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await pins(ana, 'A pram', 'Give it away');
    await finds(biel, 'A pram');
    await biel.press('I got it');
    await ana.reads('Biel says: “You gave me this.”');
    await ana.follow('Talk with Biel');

    // Not so, after all; and it was.
    await ana.press('No, that’s not right');
    await ana.reads('Nothing has changed, and nobody is told.');
    await ana.readsNoMore('Biel says: “You gave me this.”');
    await ana.press('Undo');
    await ana.press('Yes, that’s right');
    await ana.reads('You gave this to Biel');
    await biel.reads('Ana gave it to you, today.');
    await biel.goesTo('Board');
    await biel.reads('Pin the first card');
    await biel.goesHome();
    await biel.hasHours('Nothing to give or ask yet');
  },
);

test(
  'a swap: what is wanted, what is offered, promised, and both things in the record',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    const carme = await world.neighbour('Carme');
    await carme.joins(await ana.invites());
    await carme.isLetIn();
    await pins(ana, 'A tent', 'Swap it', { inReturn: 'A bicycle' });
    await pins(biel, 'A bike', 'Lend it');
    await finds(biel, 'A tent');
    await biel.reads('Wanted in return');
    await biel.reads(/^A bicycle$/);
    await biel.follow('I’d like to have it');
    await biel.readsNoMore('About how long?');
    await biel.choose('A bike');
    expect(await axe(biel.page)).toEqual([]);
    await biel.press('Ask Ana');
    await biel.reads('A tent · in return: A bike');

    // Her yes promises it: Carme sees that, and not to whom.
    await ana.goesHome();
    await ana.reads('A tent · in return: A bike');
    await ana.press('Yes, that suits me');
    await ana.reads('You have agreed');
    await carme.goesTo('Board');
    await carme.reads(/^Reserved$/);
    await carme.follow(/A tent/);
    await carme.reads('Ana has promised it to somebody.');
    await carme.readsNoMore('I’d like to have it');

    // Biel is chosen, and so is what he offered.
    await finds(ana, 'A tent');
    await ana.reads('You have promised it to Biel.');
    await expect(ana.page.getByRole('radio', { name: 'A bike' })).toBeChecked();
    expect(await axe(ana.page)).toEqual([]);
    await ana.press('I swapped it with Biel');
    await ana.reads('Biel has been asked.');
    await biel.goesTo('People');
    await biel.follow('Talk');
    await biel.follow(/^Ana/);
    await biel.reads('Ana says: “We swapped these.”');
    expect(await axe(biel.page)).toEqual([]);
    await biel.press('Yes, that’s right');
    await biel.reads('You swapped these with Ana');

    // Both are gone from the board, for everybody; nothing is left to plan or to pay.
    await carme.goesTo('Board');
    await carme.reads('Pin the first card');
    for (const each of [ana, biel]) {
      await each.goesHome();
      await each.readsNoMore('What you have planned');
      await each.readsNoMore('No day agreed yet');
      await each.hasHours('Nothing to give or ask yet');
    }
  },
);

test(
  'help as a gift: both say yes, a flower stands in the year, and no hours move',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await ana.goesTo('Record help');
    await ana.choose('I helped');
    await ana.choose('Biel');
    await ana.tap(ana.page.getByRole('switch', { name: /No hours, just thanks/ }));
    await ana.reads('You helped Biel as a gift, today. Biel will be asked.');
    expect(await axe(ana.page)).toEqual([]);
    await ana.press('Ask Biel');
    await ana.isAt('Biel');
    await ana.reads('Biel has been asked.');

    // It waits on his first page, as an hour would.
    await biel.reads('Ana says: “I helped you, as a gift.”');
    await biel.press('Yes, that’s right');
    await biel.readsNoMore('Ana says: “I helped you, as a gift.”');
    await biel.goesTo('People');
    await biel.follow(/^Ana/);
    await biel.reads('Once, just for thanks');
    await biel.follow('Ana helped you, today.');
    await biel.press('In your own words');
    await biel.write('Say thanks?', 'The soup was lovely.');
    await biel.press('Send thanks');
    await ana.reads('Biel thanks you');
    await ana.reads('The soup was lovely.');
    expect(await axe(ana.page)).toEqual([]);

    await ana.goesTo('Us');
    await ana.reads('Once this year, just for thanks');
    expect(await axe(ana.page)).toEqual([]);
    for (const each of [ana, biel]) {
      await each.goesHome();
      await each.hasHours('Nothing to give or ask yet');
      await each.goesTo('Me');
      await each.reads('In one week somebody helped just for thanks.');
    }
  },
);

test(
  'a picture is seen on another phone, says nothing of where it was taken, and is erased with its card',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await pins(ana, 'A pram', 'Give it away', { photo: await photograph(ana.page) });
    await finds(biel, 'A pram');
    const shown = biel.page.getByRole('img', { name: 'A pram' });
    const width = () =>
      shown.evaluate((picture) => (picture as HTMLImageElement).naturalWidth);
    await expect.poll(width).toBe(1_280);
    expect(await axe(biel.page)).toEqual([]);
    // In the database of pictures the whole one, in the record the small one.
    const kept = () => biel.page.evaluate(countPictures);
    await expect.poll(kept).toBe(1);
    for (const each of [ana, biel]) {
      await expect.poll(() => rawKept(each.page)).toContain('WEBPVP8');
      expect(await rawKept(each.page)).not.toContain(whereTaken);
    }

    // Without a network it is still here.
    await biel.goesOffline();
    await biel.reloads();
    await expect.poll(width).toBe(1_280);
    await biel.goesOnline();

    await ana.press('More…');
    await ana.press('Erase');
    await ana.reads('The card is erased');
    await biel.reads('This card is gone');
    await expect.poll(kept).toBe(0);
    for (const each of [ana, biel])
      await expect.poll(() => rawKept(each.page)).not.toContain('WEBPVP8');
  },
);

/** In the page: how many whole pictures it keeps. */
async function countPictures(): Promise<number> {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name);
  const name = names.find((each) => each.endsWith('/pictures'));
  if (name === undefined) return 0;
  const answerOf = <T>(asked: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(new Error('the database does not answer'));
    });
  const opened = await answerOf(indexedDB.open(name));
  const rows = opened.transaction('pictures').objectStore('pictures');
  const count = await answerOf(rows.count());
  opened.close();
  return count;
}
