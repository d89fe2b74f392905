import { tick } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { listDrafts } from '@manyhands/community/hours';
import { seenSmallVillage } from '../specimen/stories.ts';
import { tap, visit } from '../specimen/visit.ts';

test('who goes on while it is being asked is not drawn away from where they are', async () => {
  await page.viewport(360, 760);
  const village = await seenSmallVillage();
  const [ana, biel] = [village.as('Ana'), village.as('Biel')];
  const screen = await visit(ana, '/record');
  await tap(screen.getByText('Biel', { exact: true }));
  const ask = screen.getByRole('button', { name: 'Ask Biel' });
  await expect.element(ask).toBeVisible();
  const drafts = () => listDrafts(ana.place.notes);
  await expect.poll(drafts).toMatchObject({ value: [{ with: biel.me.id }] });
  const board = `#/p/${ana.address}/board`;
  // Before the signature is there.
  ask.element().dispatchEvent(new MouseEvent('click', { bubbles: true }));
  location.hash = board;
  await expect.element(screen.getByRole('heading', { name: 'Board' })).toBeVisible();
  await expect.poll(() => biel.waiting.length).toBe(1);
  // The last thing that is done before one is led on.
  await expect.poll(drafts).toEqual({ ok: true, value: [] });
  await tick();
  expect(location.hash).toBe(board);
});
