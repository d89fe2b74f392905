import { assert } from '@manyhands/base';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { showPortrait } from '@manyhands/community/people';
import { Portraits } from '../screen/Portraits.svelte.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

/** A drawing of `width` by `height` dots, as a phone would have made it of a photo. */
async function drawing(width: number, height: number): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  assert(context, 'this browser draws');
  context.fillStyle = '#7a4';
  context.fillRect(0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.4 });
  return new Uint8Array(await blob.arrayBuffer());
}

const visitAna = () => visit(village.as('Ana'), `/person/${village.memberOf('Ana')}`);
const drawn = (what: string) =>
  document.querySelectorAll(`main svg.mark ${what}`).length;

test('what somebody shows in their button is drawn on their page', async () => {
  const shown = await showPortrait(village.placeOf('Ana'), await drawing(160, 120));
  expect(shown.ok).toBe(true);
  const screen = await visitAna();
  await expect.poll(() => drawn('image')).toBe(1);
  await screen.unmount();
});

test('what is no picture, or unfolds to more dots than a button has, is not drawn', async () => {
  const { pictures } = village.placeOf('Ana');
  const owner = village.memberOf('Ana');
  const urlOf = async (bytes: Uint8Array): Promise<string | null> => {
    expect((await showPortrait(village.placeOf('Ana'), bytes)).ok).toBe(true);
    const sha = village.as('Ana').me.portrait;
    assert(sha !== null, 'a portrait is shown');
    const portraits = new Portraits(pictures);
    await portraits.look({ sha, owner, fetch: true });
    return portraits.urlOf(sha);
  };
  expect(await urlOf(await drawing(160, 120))).not.toBeNull();
  expect(await urlOf(new Uint8Array(200).fill(7))).toBeNull();
  expect(await urlOf(await drawing(400, 400))).toBeNull();
});
