/** Pictures on screens: bytes from anywhere, a line that costs, a photo that is chosen. */
import { assert, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { err, ok } from '@manyhands/base';
import type { Hex, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { blobLimit } from '@manyhands/replica';
import {
  blankListing,
  listingsOf,
  postListing,
  readPictureHead,
} from '@manyhands/community/board';
import type { LookOptions, PictureRefused } from '@manyhands/community/opened';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { makePicture } from './makePicture.ts';

const where = '41.39N 2.17E behind the parish hall';
let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

/** A photo of leaves, with the place where it was taken written into it. */
async function photo(width = 1_400, height = 1_000): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  assert(context, 'this browser draws');
  for (let i = 0; i < 4_000; i += 1) {
    context.fillStyle = `hsl(${(i * 37) % 360} 60% ${30 + (i % 50)}%)`;
    context.fillRect((i * 7_919) % width, (i * 104_729) % height, 30, 12);
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  const jpeg = new Uint8Array(await blob.arrayBuffer());
  const exif = new TextEncoder().encode(`Exif\0\0${where}`);
  const head = Uint8Array.from([0xff, 0xe1, 0, exif.length + 2]);
  const parts = [jpeg.slice(0, 2), head, exif, jpeg.slice(2)];
  return new File(parts, 'IMG_0042.jpg', { type: 'image/jpeg' });
}

const textOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** A pram of Ana's, with this small picture; the whole one is called `sha`. */
async function pram(thumb: Uint8Array, sha: Hex = '00'.repeat(32)): Promise<string> {
  const { place } = village.as('Ana');
  const blank = blankListing('thing', place.today());
  const photo = { sha, thumb };
  const posted = await postListing(place, { ...blank, title: 'A pram', photo });
  assert(posted.ok);
  return `/listing/${village.memberOf('Ana')}/${posted.value}`;
}

const huge = Uint8Array.from([
  ...[0x52, 0x49, 0x46, 0x46, 40, 0, 0, 0, 0x57, 0x45, 0x42, 0x50],
  ...[0x56, 0x50, 0x38, 0x4c, 5, 0, 0, 0, 0x2f, 0xff, 0xff, 0xff, 0x0f],
  ...new Array<number>(20).fill(0),
]);
const hostile: [string, () => Promise<Uint8Array>][] = [
  ['noise', () => Promise.resolve(new Uint8Array(900).fill(7))],
  ['a billion dots', () => Promise.resolve(huge)],
  [
    'a drawing with a script',
    () => Promise.resolve(new TextEncoder().encode('<svg onload="alert(1)"></svg>')),
  ],
  [
    'a picture that breaks off',
    async () => {
      const made = await makePicture(await photo(), {});
      assert(made.ok);
      const [thumb] = made.value.thumbs;
      assert(thumb);
      return thumb.slice(0, 60);
    },
  ],
];

test.each(hostile)('%s in place of a picture breaks no screen', async (_, make) => {
  const path = await pram(await make());
  const screen = await visit(village.as('Biel'), path);
  await expect
    .element(screen.getByRole('heading', { level: 1, name: 'A pram' }))
    .toBeVisible();
  await expect
    .element(screen.getByText('The picture here cannot be shown.'))
    .toBeVisible();
  expect(screen.container.querySelectorAll('img')).toHaveLength(0);
});

/** A phone whose pictures lie elsewhere: what it was asked for, and what it answers. */
function elsewhere(
  answers: (options: LookOptions) => Uint8Array | PictureRefused['type'],
) {
  const looked: LookOptions[] = [];
  const place = village.placeOf('Biel');
  place.pictures = {
    ...place.pictures,
    look: (_, options = {}) => {
      looked.push(options);
      const answer = answers(options);
      const refused = typeof answer === 'string';
      return Promise.resolve(refused ? err({ type: answer }) : ok(answer));
    },
  };
  return looked;
}

async function aPicture(): Promise<{ whole: Uint8Array; thumb: Uint8Array; sha: Hex }> {
  const made = await makePicture(await photo(), {});
  assert(made.ok);
  const { whole, thumbs } = made.value;
  const [thumb] = thumbs;
  assert(thumb);
  return { whole, thumb, sha: toHex(sha256(whole)) };
}

test('on a line that may cost nothing is fetched before somebody says so', async () => {
  const { whole, thumb, sha } = await aPicture();
  const path = await pram(thumb, sha);
  const looked = elsewhere(({ evenIfItCosts }) => (evenIfItCosts ? whole : 'AskFirst'));
  const screen = await visit(village.as('Biel'), path);
  await expect.element(screen.getByText(/Your connection may cost/)).toBeVisible();
  const shown = screen.getByRole('img', { name: 'A pram' });
  const widthOf = () => (shown.element() as HTMLImageElement).naturalWidth;
  await expect.poll(widthOf).toBeLessThan(200);
  expect(looked.every(({ evenIfItCosts }) => evenIfItCosts !== true)).toBe(true);
  await screen.getByRole('button', { name: 'Download it now' }).click();
  await expect.poll(widthOf).toBe(1_280);
  expect(looked.at(-1)).toMatchObject({
    evenIfItCosts: true,
    owner: village.memberOf('Ana'),
  });
});

test('what nobody had comes by itself once somebody is linked who has it', async () => {
  const { whole, thumb, sha } = await aPicture();
  const path = await pram(thumb, sha);
  let linked: readonly MemberId[] = [];
  elsewhere(() => (linked.length > 0 ? whole : 'NobodyThere'));
  const screen = await visit(village.as('Biel'), path);
  await expect.element(screen.getByText(/when you are online with Ana/)).toBeVisible();
  linked = [village.memberOf('Ana')];
  village.placeOf('Biel').hear({ linked });
  const shown = screen.getByRole('img', { name: 'A pram' });
  await expect
    .poll(() => (shown.element() as HTMLImageElement).naturalWidth)
    .toBe(1_280);
});

function choose(file: File): void {
  const input = document.querySelector('input[type=file]');
  assert(input instanceof HTMLInputElement);
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

test('the most restless picture is drawn too', async () => {
  const canvas = new OffscreenCanvas(1_000, 1_000);
  const context = canvas.getContext('2d');
  assert(context, 'this browser draws');
  const noise = context.createImageData(1_000, 1_000);
  let seed = 7;
  for (let at = 0; at < noise.data.length; at += 1) {
    seed = (seed * 16_807) % 2_147_483_647;
    noise.data[at] = seed % 256;
  }
  context.putImageData(noise, 0, 0);
  const made = await makePicture(await canvas.convertToBlob(), {});
  assert(made.ok);
  expect(made.value.whole.length).toBeLessThanOrEqual(blobLimit);
  expect(made.value.thumbs.length).toBeGreaterThan(1);
});

test('a photo is drawn anew: small, whole, and without the place where it was taken', async () => {
  const file = await photo(3_000, 2_000);
  expect(textOf(new Uint8Array(await file.arrayBuffer()))).toContain(where);
  const made = await makePicture(file, {});
  assert(made.ok);
  const { whole, thumbs } = made.value;
  expect(whole.length).toBeLessThanOrEqual(blobLimit);
  expect(readPictureHead(whole)).toMatchObject({ width: 1_280, height: 853 });
  expect(thumbs.map(({ length }) => length)).toEqual(
    thumbs.map(({ length }) => length).toSorted((a, b) => b - a),
  );
  for (const [i, most] of [3_072, 2_048, 1_400, 900].entries())
    expect(thumbs[i]?.length).toBeLessThanOrEqual(most);
  for (const bytes of [whole, ...thumbs]) expect(textOf(bytes)).not.toContain('Exif');
});

test('a picture is chosen, taken out, put back, and pinned with its card', async () => {
  const screen = await visit(village.as('Ana'), '/post');
  await screen.getByText('I have a thing').click();
  choose(new File(['none'], 'none.jpg', { type: 'image/jpeg' }));
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Nothing is lost.');
  choose(await photo());
  await expect.element(screen.getByText('The picture is added.')).toBeVisible();
  await screen.getByRole('button', { name: 'Remove it' }).click();
  await expect.element(screen.getByText('The picture is removed.')).toBeVisible();
  await screen.getByRole('button', { name: 'Put it back' }).click();
  await screen.getByRole('textbox', { name: 'What is it?' }).fill('A ladder');
  await screen.getByRole('button', { name: 'Pin it to the board' }).click();
  await expect.element(screen.getByRole('img', { name: 'A ladder' })).toBeVisible();
  const { place } = village.as('Ana');
  const [card] = listingsOf(place);
  const kept =
    card?.listing.photo && (await place.pictures.look(card.listing.photo.sha));
  expect(kept?.ok).toBe(true);
});
