/** No relay, no link: the hours travel as a file, and come back from screen to camera. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axe } from '../axe.ts';
import { hasACamera, holdsUp } from '../fakeCamera.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test, verifyOnly } from '../world.ts';

async function packsFor(ana: Neighbour, other: string): Promise<void> {
  await ana.goesTo('Add');
  await ana.follow('No internet?');
  await ana.choose('Somebody far away');
  await ana.choose('Bring news across');
  await ana.follow('Pack a parcel');
  await ana.isAt('Take a parcel along');
  await ana.choose('One person');
  await ana.choose(other);
  expect(await axe(ana.page)).toEqual([]);
  await ana.press('Pack it');
  await ana.reads('Your parcel is packed');
}

async function opensParcels(biel: Neighbour): Promise<void> {
  await biel.goesTo('Add');
  await biel.follow('No internet?');
  await biel.choose('Somebody far away');
  await biel.choose('Bring news across');
  await biel.follow('Open a parcel');
  await biel.isAt('Open a parcel');
}

/**
 * What Chromium does when somebody shares a file to an installed app: it sends the form that
 * the manifest describes to the app's own address, from no page of it (Web Share Target).
 */
async function handsOver(
  to: Neighbour,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const target = await targetOf(to.page);
  const { origin } = new URL(to.page.url());
  const page = await to.context.newPage();
  await to.closes();
  to.turnsTo(page);
  await page.setContent(
    `<form method="${target.method}" enctype="${target.enctype}" action="${origin}${target.action}">
      <input type="file" name="${target.field}" /><button>Share</button>
    </form>`,
  );
  await page.locator('input').setInputFiles(file);
  await page.getByRole('button', { name: 'Share' }).click();
}

/** What the manifest says of it, as the page's browser reads that. */
async function targetOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { data, errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { share_target: target } = JSON.parse(data ?? '') as Manifest;
  const { action, method, enctype, params } = target;
  return { action, method, enctype, field: params.files[0].name };
}

interface Manifest {
  readonly share_target: {
    readonly action: string;
    readonly method: string;
    readonly enctype: string;
    readonly params: { readonly files: readonly [{ readonly name: string }] };
  };
}

test(
  'a parcel there as a file, and one back as a moving code: the hours meet',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await world.stopRelay();
    await biel.closes();
    await ana.saysHelped({ with: 'Biel' });

    await packsFor(ana, 'Biel');
    expect(await axe(ana.page)).toEqual([]);
    const coming = ana.page.waitForEvent('download');
    await ana.press('Save as a file');
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(
      /^parcel-riverside-\d{4}-\d\d-\d\d\.txt$/,
    );
    const file = await readFile(await download.path());
    // He has met her: what he had then is not in it.
    expect(file.length).toBeLessThan(2_000);

    await biel.comesBack();
    await opensParcels(biel);
    expect(await axe(biel.page)).toEqual([]);
    const input = biel.page.getByLabel('Choose the file');
    const parcel = { name: 'parcel.txt', mimeType: 'text/plain' };
    await input.setInputFiles({ ...parcel, buffer: file.subarray(0, 400) });
    await biel.readsInAlert(
      'The parcel has been changed on its way',
      'Nothing has changed',
    );
    await input.setInputFiles({ ...parcel, buffer: file });
    await biel.reads('A parcel from Ana');
    await biel.reads('1 new hour');
    await biel.reads('Nothing changes until you add it.');
    expect(await axe(biel.page)).toEqual([]);
    await biel.press('Add it here');
    await biel.reads('It is added');
    expect(await axe(biel.page)).toEqual([]);
    await biel.follow('See your hours');
    await biel.saysYes();
    await biel.goesHome();
    await biel.hasHours('You can give back 1 hour 30 minutes');

    await packsFor(biel, 'Ana');
    await biel.press('Show it as a moving code');
    expect(await axe(biel.page)).toEqual([]);
    await opensParcels(ana);
    await hasACamera(ana);
    // The reader of codes is not ours.
    ana.mayComplainOf(/Canvas2D: Multiple readback operations/);
    await ana.press('Look at a moving code');
    const code = biel.page.getByRole('img', { name: /^A parcel as a moving code/ });
    const preview = ana.page.getByText('A parcel from Biel');
    await expect(async () => {
      await holdsUp(code, ana);
      await expect(preview).toBeVisible({ timeout: 300 });
    }).toPass({ intervals: [0] });
    await ana.reads('1 new answer');
    await ana.press('Add it here');
    await ana.follow('See your hours');
    await ana.hasHours('You can ask for 1 hour 30 minutes');
    // Biel's phone has said in it what it keeps: no link was needed to know that.
    await ana.reads('Also kept by 1 member');

    const text = await biel.page
      .getByLabel('Or as text, to paste on the other phone')
      .inputValue();
    await opensParcels(ana);
    await ana.write('The parcel as text', text);
    await ana.press('Open the text');
    await ana.reads('There is nothing new in it.');

    // The system's share sheet hands over what a messenger was sent, while no page is open.
    await handsOver(ana, { ...parcel, buffer: Buffer.from(text) });
    await ana.isAt('Open a parcel');
    await ana.reads('There is nothing new in it.');
    await ana.reloads();
    await ana.reads('Choose the file, or paste what you were sent.');
  },
);
