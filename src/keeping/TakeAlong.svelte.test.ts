import { readZip, unpack } from '@manyhands/archive';
import { assert } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { draw } from '../specimen/draw.ts';
import { ScreenVillage } from '../specimen/village.ts';
import { mineOf } from './mine.ts';
import TakeAlong from './TakeAlong.svelte';

const village = await ScreenVillage.found('Ana');
await village.admit('<b>Biel</b>', { by: 'Ana' });
await village.help('Ana', '<b>Biel</b>', 90, { category: 7, text: 'The kitchen tap' });
await village.help('<b>Biel</b>', 'Ana', 30, { open: true, text: 'The shelf' });
const [hour] = village.as('Ana').hours.filter(({ iHelped }) => iHelped);
assert(hour, 'Ana has helped');
await village.as('<b>Biel</b>').sayThanks(hour, '=kind & quick');

let saved: { name: string; blob: Blob }[];
beforeEach(() => {
  saved = [];
  // The browser would ask where to put it; what it is given is looked at instead.
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const blob = blobs.get(this.href);
    assert(blob, 'it is a file of ours');
    saved.push({ name: this.download, blob });
  });
  const create = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = create(blob);
    blobs.set(url, blob as Blob);
    return url;
  });
});
afterEach(() => vi.restoreAllMocks());
const blobs = new Map<string, Blob>();

function textsIn(bytes: Uint8Array): Map<string, string> {
  const zip = readZip(bytes);
  assert(zip.ok, 'it is a ZIP');
  return new Map(
    zip.value.files.map((file) => [
      file.name ?? '?',
      new TextDecoder().decode(concat(...unpack(file))),
    ]),
  );
}

test('what is downloaded is the archive, under a name that says what it is', async () => {
  const screen = await draw(TakeAlong, {}, { community: village.as('Ana') });
  await screen.getByRole('button', { name: 'Download the community' }).click();
  await expect
    .element(screen.getByText('The file is in your downloads.'))
    .toBeVisible();
  expect(saved.map(({ name }) => name)).toEqual(['riverside-2026-05-12.zip']);
  const bytes = new Uint8Array((await saved[0]?.blob.arrayBuffer()) ?? []);
  expect([...textsIn(bytes).keys()]).toContain('manifest.json');
});

test('what is mine is readable for me: my words, thanks, my profile', async () => {
  const screen = await draw(TakeAlong, {}, { community: village.as('Ana') });
  await screen.getByRole('button', { name: 'Download what is mine' }).click();
  await expect
    .element(screen.getByText('The file is in your downloads.'))
    .toBeVisible();
  expect(saved[0]?.name).toBe('my-hours-riverside-2026-05-12.zip');

  const files = textsIn(concat(...(await mineOf(village.as('Ana')))));
  expect([...files.keys()]).toEqual([
    'README.txt',
    'statement.html',
    'my-hours.csv',
    'my-hours.json',
    'my-profile.json',
  ]);
  const rows = JSON.parse(files.get('my-hours.json') ?? '') as unknown[];
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual(
    expect.objectContaining({
      side: 'helped',
      who: '<b>Biel</b>',
      minutes: 90,
      status: 'exists',
      what: 'Repairs',
      note: 'The kitchen tap',
    }),
  );
  expect(rows).toContainEqual(expect.objectContaining({ note: 'The shelf' }));
  expect(files.get('my-hours.csv')).toContain('“=kind & quick”');
  expect(JSON.parse(files.get('my-profile.json') ?? '')).toMatchObject({ name: 'Ana' });
});

test('somebody who is no side of an hour has none of its words', async () => {
  await village.admit('Carme', { by: 'Ana' });
  const files = textsIn(concat(...(await mineOf(village.as('Carme')))));
  expect([...files.values()].join()).not.toContain('kitchen');
});

test('the statement is a page that says what it is, and runs nothing', async () => {
  const files = textsIn(concat(...(await mineOf(village.as('Ana')))));
  const html = files.get('statement.html') ?? '';
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  expect(parsed.querySelector('h1')?.textContent).toBe('Statement of hours');
  expect(parsed.querySelector('.notmoney')?.textContent).toBe(
    'These are hours of help, not money.',
  );
  expect(parsed.querySelectorAll('tbody tr')).toHaveLength(2);
  expect(parsed.body.textContent).toContain('I helped: <b>Biel</b>');
  expect(parsed.querySelector('script, b, img, link, a')).toBeNull();

  // As paper is: A4 at 96 dots an inch is 794 wide, and nothing sticks out.
  await page.viewport(794, 1_123);
  const frame = document.createElement('iframe');
  frame.style.cssText = 'inline-size: 100vw; block-size: 100vh; border: 0';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  document.body.replaceChildren(frame);
  await loaded;
  const root = frame.contentDocument?.documentElement;
  expect(root?.scrollWidth).toBeLessThanOrEqual(794);
});

test('writing can be called off', async () => {
  const ana = village.as('Ana');
  let stopped = false;
  const community = Object.assign(Object.create(ana) as typeof ana, {
    archive: (_: string, { signal }: { signal: AbortSignal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          stopped = true;
          resolve({ ok: false, error: { type: 'Cancelled' } });
        });
      }),
  });
  const screen = await draw(TakeAlong, {}, { community });
  await screen.getByRole('button', { name: 'Download the community' }).click();
  await screen.getByRole('button', { name: 'Cancel' }).click();
  await expect
    .element(screen.getByRole('button', { name: 'Download the community' }))
    .toBeVisible();
  expect(stopped).toBe(true);
  expect(saved).toEqual([]);
});
