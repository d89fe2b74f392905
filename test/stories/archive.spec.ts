/** Everything out, everything in: a community in one file, opened in an empty browser. */
import { axe } from '../axe.ts';
import { downloads } from '../downloads.ts';
import type { Neighbour } from '../neighbour.ts';
import { hasAPage } from '../page.ts';
import { expect, test, verifyOnly } from '../world.ts';

async function opensArchive(neighbour: Neighbour, buffer: Buffer): Promise<void> {
  const file = { name: 'riverside.zip', mimeType: 'application/zip', buffer };
  await neighbour.page.getByLabel('Choose the file').setInputFiles(file);
}

test(
  'Ana downloads the community; an empty browser opens it and sees the same hours',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await ana.saysHelped({ with: 'Biel', word: 'Words for the two of us' });
    await biel.saysYes();
    await ana.reads('Done. You both agree');
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
    await carme.reads('“entries/0001.mhpage” has been changed.');
    await carme.reads('Nothing of it was saved here.');
    expect(await axe(carme.page)).toEqual([]);

    await opensArchive(carme, archive);
    await carme.reads('Checked: nothing is missing.');
    await carme.reads(/^2 members/);
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
  },
);

test(
  'what is mine is one file as well, with my own words in it',
  verifyOnly,
  async ({ world }) => {
    const [ana] = await world.anaAndBiel();
    await ana.saysHelped({ with: 'Biel', word: 'The shelf in the hall' });
    const mine = await downloads(ana, 'Download what is mine');
    // The page to print is stored as it is.
    expect(mine.includes('These are hours of help, not money.')).toBe(true);
    expect(mine.includes('The shelf in the hall')).toBe(true);
  },
);

test(
  'whoever has the file and the page is themself again, with nobody to ask',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await ana.saysHelped({ with: 'Biel' });
    await biel.saysYes();
    await ana.reads('Done. You both agree');
    const words = await hasAPage(ana);
    const invitation = await ana.invites();
    const archive = await downloads(ana, 'Download the community');
    for (const gone of [ana, biel]) await gone.closes();

    const again = await world.neighbour('Ana');
    await again.follow('Open an archive');
    await opensArchive(again, archive);
    await again.press('Keep it on this device');
    await again.reads('You are reading');
    await again.press('I was here before');
    expect(await axe(again.page)).toEqual([]);
    await again.write('The twelve words, in order', 'one two three');
    await again.press('Find me');
    await again.reads('There should be twelve words; these are 3.');
    await again.write('The twelve words, in order', words.join(' '));
    await again.press('Find me');
    await again.reads('Is this you?');
    expect(await axe(again.page)).toEqual([]);
    await again.press('Yes, that is me');
    await again.hasHours('You can ask for 1 hour 30 minutes');
    await again.saysHelped({ with: 'Biel' });
    await again.reloads();
    await again.goesHome();
    await again.hasHours('You can ask for 1 hour 30 minutes');

    // The old invitation leads to where the others meet.
    await biel.comesBack();
    await biel.goesHome();
    await biel.hasHours('You can give back 1 hour 30 minutes');
    await again.opens(invitation);
    await again.press('Open it');
    await biel.saysYes();
    await again.goesHome();
    await again.hasHours('You can ask for 3 hours');
  },
);
