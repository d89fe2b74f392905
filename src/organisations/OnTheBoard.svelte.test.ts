/** What an organisation offers and needs: pinned for it, under its name, answered by its hour. */
import { assert, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { AccountId } from '@manyhands/base';
import { openOne, showPicture } from '@manyhands/community/accounts';
import { blankListing, listingsOf, postListing } from '@manyhands/community/board';
import { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { later } from '../words/later.ts';

const say = later().organisations;
let village: ScreenVillage;
let clinic: AccountId;
const at = (name: string) => village.placeOf(name);
const hung = () => listingsOf(at('Biel'));

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await ScreenVillage.found('Ana');
  await village.admit('Biel', { by: 'Ana' });
  const draft = {
    kind: 'organisation',
    name: 'Clinic',
    words: '',
    threshold: 1,
  } as const;
  const opened = await openOne(at('Ana'), { ...draft, others: [] });
  assert(opened.ok);
  clinic = opened.value;
});

async function pinRoom(): Promise<string> {
  const draft = { ...blankListing('offer', at('Ana').today()), title: 'A warm room' };
  const posted = await postListing(at('Ana'), draft, clinic);
  assert(posted.ok);
  return `/listing/${village.memberOf('Ana')}/${posted.value}`;
}

test('a signer pins a card for it from its page, in sight up to the button', async () => {
  const screen = await visit(village.as('Ana'), `/organisation/${clinic}`);
  await screen.getByRole('link', { name: say.pinFor('Clinic') }).click();
  const offer = screen.getByRole('radio', { name: later().post.kinds.offer });
  await expect.element(offer).toBeInTheDocument();
  offer.element().closest('label')?.click();
  await expect
    .element(screen.getByRole('radio', { name: say.forIt('Clinic') }))
    .toBeChecked();
  await screen.getByLabelText(later().post.line).fill('Two seats to town');
  await screen.getByRole('button', { name: say.pinIt('Clinic') }).click();
  await expect
    .poll(hung)
    .toMatchObject([{ account: clinic, listing: { title: 'Two seats to town' } }]);
});

test('it stands on the board and on its page, and answering says with whom one talks', async () => {
  const path = await pinRoom();
  const board = await visit(village.as('Biel'), '/board');
  await expect
    .element(board.getByText(`Clinic · ${say.pinnedBy('Ana')}`))
    .toBeVisible();
  await board.unmount();
  const its = await visit(village.as('Biel'), `/organisation/${clinic}`);
  await expect.element(its.getByText('A warm room')).toBeVisible();
  await its.unmount();
  const hers = await visit(village.as('Biel'), `/person/${village.memberOf('Ana')}`);
  await expect.element(hers.getByRole('heading', { level: 1 })).toBeVisible();
  expect(hers.container.textContent).not.toContain('A warm room');
  await hers.unmount();
  const card = await visit(village.as('Biel'), path);
  await expect.element(card.getByText(say.answerLeads('Ana', 'Clinic'))).toBeVisible();
  await expect
    .element(card.getByRole('link', { name: /^Clinic/ }))
    .toHaveAttribute('href', expect.stringContaining(`/organisation/${clinic}`));
});

test('its picture is drawn in its square button', async () => {
  const canvas = new OffscreenCanvas(120, 120);
  const context = canvas.getContext('2d');
  assert(context, 'this browser draws');
  context.fillRect(0, 0, 60, 60);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.4 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  expect(await showPicture(at('Ana'), clinic, [bytes])).toMatchObject({ ok: true });
  const screen = await visit(village.as('Ana'), `/organisation/${clinic}`);
  await expect
    .poll(() => screen.container.querySelectorAll('main svg.mark image').length)
    .toBe(1);
});

test('one that has neither given nor received says so once, and claims no balance', async () => {
  const screen = await visit(village.as('Biel'), `/organisation/${clinic}`);
  await expect.element(screen.getByText(say.noHours)).toBeVisible();
  expect(screen.container.textContent).not.toContain(say.has('Clinic', 0));
});
