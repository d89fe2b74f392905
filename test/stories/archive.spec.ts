/** Everything out, everything in: a community in one file, opened in an empty browser. */
import { readFile } from 'node:fs/promises';
import { axe } from '../axe.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test } from '../world.ts';

async function downloads(neighbour: Neighbour, button: string): Promise<Buffer> {
  await neighbour.goesTo('Us');
  await neighbour.follow('Settings');
  const coming = neighbour.page.waitForEvent('download');
  await neighbour.press(button);
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/riverside-\d{4}-\d\d-\d\d\.zip$/);
  return readFile(await download.path());
}

async function opensArchive(neighbour: Neighbour, buffer: Buffer): Promise<void> {
  const file = { name: 'riverside.zip', mimeType: 'application/zip', buffer };
  await neighbour.page.getByLabel('Choose the file').setInputFiles(file);
}

test('Ana downloads the community; an empty browser opens it and sees the same hours', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  await ana.saysHelped({ with: 'Biel', word: 'Words for the two of us' });
  await biel.saysYes();
  await ana.reads('Two halves, one hour');
  const archive = await downloads(ana, 'Download the community');
  await ana.reads('The file is in your downloads.');
  expect(await axe(ana.page)).toEqual([]);
  expect(archive.includes('Words for the two of us')).toBe(false);

  const carme = await world.neighbour('Carme');
  await carme.follow('Open an archive');
  await carme.isAt('Open an archive');
  expect(await axe(carme.page)).toEqual([]);

  // One byte, somewhere in the signed entries.
  const changed = Buffer.from(archive);
  const at = changed.indexOf('entries/0001.mhpage') + 300;
  changed[at] = (changed[at] ?? 0) ^ 1;
  await opensArchive(carme, changed);
  await carme.reads('“entries/0001.mhpage” is not as it was written.');
  await carme.reads('Nothing of it has been kept here.');
  expect(await axe(carme.page)).toEqual([]);

  await opensArchive(carme, archive);
  await carme.reads('Checked: nothing is missing.');
  await carme.reads('2 members');
  expect(await axe(carme.page)).toEqual([]);
  await carme.press('Keep it on this device');
  await carme.reads('You are reading');
  expect(await axe(carme.page)).toEqual([]);
  await carme.goesTo('Hours');
  await carme.reads('Ana helped Biel');
  expect(await axe(carme.page)).toEqual([]);
  await carme.goesTo('People');
  await carme.follow(/^Biel/);
  await carme.reads('Invited by Ana');

  // It is this device's own now: no network, no file.
  await carme.goesOffline();
  await carme.reloads();
  await carme.reads('Invited by Ana');
  await carme.goesOnline();

  // A neighbour lets her in, and what she has read already is the record she joins.
  await carme.opens(await ana.invites());
  await carme.press('Open it');
  await carme.isLetIn();
  await ana.goesTo('People');
  await ana.reads(/^3 members/);
});

test('what is mine is one file as well, with my own words in it', async ({ world }) => {
  const [ana] = await world.anaAndBiel();
  await ana.saysHelped({ with: 'Biel', word: 'The shelf in the hall' });
  const mine = await downloads(ana, 'Download what is mine');
  // The page to print is stored as it is.
  expect(mine.includes('These are hours of help, not money.')).toBe(true);
  expect(mine.includes('The shelf in the hall')).toBe(true);
});
