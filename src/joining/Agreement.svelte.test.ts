import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Minutes } from '@manyhands/base';
import { keepAgreed } from '@manyhands/community/people';
import { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

const words = 'An hour is an hour. Nobody has to say why they say no.';
const limit = 600 as Minutes;
const unit = 'hour';
let village: ScreenVillage;
const biel = () => village.as('Biel');

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await ScreenVillage.found('Ana', { words, ago: 1 });
  await village.admit('Biel', { by: 'Ana' });
});

test('a newcomer reads the agreement on Today, says yes once, and finds it among all of us', async () => {
  const screen = await visit(biel());
  await expect.element(screen.getByText(words)).toBeVisible();
  const agree = screen.getByRole('button', { name: 'I agree to this' });
  await agree.click();
  await expect
    .element(screen.getByText(/^You agreed to these words on .+\.$/))
    .toBeVisible();
  await expect.element(agree).not.toBeInTheDocument();
  await screen.unmount();

  const again = await visit(biel());
  await expect.element(again.getByText('Your first week')).toBeVisible();
  await expect.element(again.getByText(words)).not.toBeInTheDocument();
  await again.unmount();
  const us = await visit(biel(), '/us');
  await expect.element(us.getByText(/^You agreed to these words on/)).toBeVisible();
});

test('where the words differ from those agreed to, one line says so and opens them', async () => {
  const before = { words: 'Be kind.', limit, unit };
  await keepAgreed(biel().place.notes, before, biel().now);
  const screen = await visit(biel());
  const line = screen.getByText('Our agreement is not the one you agreed to');
  await expect.element(line).toBeVisible();
  await expect.element(screen.getByText(words)).not.toBeVisible();
  await line.click();
  await expect.element(screen.getByText(words)).toBeVisible();
  await expect
    .element(screen.getByText(/have changed since you agreed, on/))
    .toBeVisible();
  await screen.getByRole('button', { name: 'I agree to this' }).click();
  await expect.element(line).not.toBeInTheDocument();
});

test('who has been here for long is not asked on Today, and can say yes among all of us', async () => {
  await village.help('Ana', 'Biel', 60);
  const screen = await visit(biel());
  await expect
    .element(screen.getByRole('region', { name: 'Your hours' }))
    .toBeVisible();
  await expect.element(screen.getByText(words)).not.toBeInTheDocument();
  await screen.unmount();
  const us = await visit(biel(), '/us');
  await us.getByRole('button', { name: 'I agree to this' }).click();
  await expect.element(us.getByText(/^You agreed to these words on/)).toBeVisible();
});

test('where nothing was written down nobody is asked', async () => {
  const plain = await ScreenVillage.found('Ana', { words: '' });
  await plain.admit('Biel', { by: 'Ana' });
  const screen = await visit(plain.as('Biel'), '/us');
  await expect.element(screen.getByText('Nothing was written down.')).toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'I agree to this' }))
    .not.toBeInTheDocument();
});
