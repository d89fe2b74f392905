import { tick } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { assert } from '@manyhands/base';
import { recoveryKeyOf } from '@manyhands/keys';
import type { RecoveryWords } from '@manyhands/keys';
import { createPerson, enrolmentUnder } from '@manyhands/testing';
import type { TestCommunity as OnPaper } from '@manyhands/testing';
import { switchOffDevices } from '@manyhands/community/devices';
import { makeKit, newWords } from '@manyhands/community/recovery';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { tap, visit } from '../specimen/visit.ts';

let village: ScreenVillage;
let first: RecoveryWords;
let second: RecoveryWords;
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
  [first, second] = await Promise.all([newWords(), newWords()]);
  await makes(first, null);
});

async function makes(words: RecoveryWords, old: RecoveryWords | null): Promise<void> {
  const made = await makeKit(village.placeOf('Ana'), words, { old });
  assert(made.ok, 'she has a page');
}

/** Somebody who has these words, and a log to write in, lets a phone in under her name. */
async function finds(words: RecoveryWords, version: number, phone: string) {
  const key = await recoveryKeyOf(words, village.id);
  const device = await createPerson('Ana', phone);
  const named = { ...device, member: village.memberOf('Ana') };
  const content = await enrolmentUnder(
    village as unknown as OnPaper,
    named,
    version,
    key,
  );
  const written = await village.placeOf('Biel').writer.append('ledger', content);
  assert(written.ok, 'anybody may write it down');
}

const said = 'An old page of yours was used.';
const see = () => visit(village.as('Ana'));
type Screen = Awaited<ReturnType<typeof see>>;
const isSaid = (screen: Screen) => expect.element(screen.getByText(said)).toBeVisible();
/** What comes later on the same screen is there, and the disk has been asked. */
async function isNotSaid(open: () => Promise<Screen>): Promise<Screen> {
  const { notes } = village.placeOf('Ana');
  const row = 'oldPage/told';
  const reads = vi.spyOn(notes, 'get');
  const screen = await open();
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
  // The card reads this row when it is drawn; whoever asks after it is answered after it.
  await expect.poll(() => reads.mock.calls.some(([name]) => name === row)).toBe(true);
  await notes.get(row);
  await tick();
  expect(screen.getByText(said).query()).toBeNull();
  return screen;
}

test('[ledger/L12] a page that was replaced lets a phone in: its owner hears it once, with the way to a new one', async () => {
  await makes(second, first);
  await finds(first, 1, 'found');
  const screen = await see();
  await isSaid(screen);
  await expect
    .element(screen.getByText('Make a new one, and tear up the old one.'))
    .toBeVisible();
  await tap(screen.getByRole('button', { name: 'Make a new page' }));
  expect(location.hash).toMatch(/\/safe$/);
  await screen.unmount();

  // However many phones are let in with it: it is said once for each page.
  await finds(first, 1, 'another');
  const again = await isNotSaid(see);
  await again.unmount();

  await makes(await newWords(), second);
  await finds(second, 2, 'a third');
  const later = await see();
  await isSaid(later);
  await tap(later.getByRole('button', { name: 'I understand' }));
  await expect.element(later.getByText(said)).not.toBeInTheDocument();
});

test('[ledger/L12] nothing is said of a phone that the page lets in, nor of one that its owner ended', async () => {
  await finds(first, 1, 'of her own');
  const lost = await village.addDevice('Ana', 'Ana’s lost phone');
  const ended = await switchOffDevices(
    village.as('Ana').place,
    [lost.membership.device],
    first,
  );
  assert(ended.ok, 'she has her page');
  expect(lost.isSwitchedOff).toBe(true);
  await isNotSaid(see);
});
