import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Shelf } from './shelf.ts';
import type { Version } from './shelf.ts';

let folder: string;
let time: number;
let shelf: Shelf;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manyhands-'));
  time = 0;
  shelf = new Shelf(
    { fileBytes: 1_000, bytes: 2_500, clearedEvery: 60_000 },
    () => time,
  );
});
afterEach(() => rm(folder, { recursive: true }));

let versions = 0;
async function write(name: string, text: string): Promise<Version> {
  const path = join(folder, name);
  await writeFile(path, text);
  return { path, size: (await stat(path)).size, tag: String((versions += 1)) };
}

test('[R11] a file is read once, and packed once, however many ask', async () => {
  const file = await write('a.js', 'a'.repeat(1_000));
  const [first, second] = await Promise.all([
    shelf.take(file, true),
    shelf.take(file, true),
  ]);
  expect(second).toBe(first);
  expect(gunzipSync(first ?? '').toString()).toBe('a'.repeat(1_000));
  await rm(file.path);
  expect(await shelf.take(file, true)).toBe(first);
});

test('[R11] packed and as it is are two', async () => {
  const file = await write('a.js', 'hours');
  await shelf.take(file, true);
  expect((await shelf.take(file, false))?.toString()).toBe('hours');
});

test('[R11] what has changed is read again', async () => {
  await shelf.take(await write('a.js', 'before'), false);
  const changed = await write('a.js', 'after');
  expect((await shelf.take(changed, false))?.toString()).toBe('after');
});

test('[R11] what is too large is not kept, nor what there is no room for', async () => {
  const [a, b, c, large] = await Promise.all([
    write('a', 'a'.repeat(1_000)),
    write('b', 'b'.repeat(1_000)),
    write('c', 'c'.repeat(1_000)),
    write('large', 'l'.repeat(1_001)),
  ]);
  expect(await shelf.take(large, false)).toBeNull();
  const kept = [await shelf.take(a, false), await shelf.take(b, false)];
  // Full, it is cleared for the first that finds it so, and then not for a while.
  await shelf.take(c, false);
  await shelf.take(a, false);
  expect(await shelf.take(b, false)).toBeNull();
  time = 59_999;
  expect(await shelf.take(b, false)).toBeNull();
  time = 60_000;
  expect(await shelf.take(b, false)).toEqual(kept[1]);
});

test('[R11] what could not be read is tried again, and takes no room', async () => {
  const file = await write('a.js', 'a'.repeat(1_000));
  await rm(file.path);
  for (let i = 0; i < 5; i++) {
    await expect(shelf.take(file, false)).rejects.toThrow('ENOENT');
  }
  await writeFile(file.path, 'back');
  expect((await shelf.take(file, false))?.toString()).toBe('back');
});
