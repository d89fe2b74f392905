import { expect, test } from 'vitest';
import type { MinuteOfTime, Minutes } from '@manyhands/base';
import { createMemoryDisk, createMemoryStore } from '@manyhands/storage';
import { keepAgreed, readAgreed, versionOf } from './agreed.ts';

const agreement = {
  words: 'An hour is an hour.',
  limit: 600 as Minutes,
  unit: 'hour',
};
const at = 29_000_000 as MinuteOfTime;

test('[community/C10] which version was agreed to is kept here, by its hash and a minute', async () => {
  const disk = createMemoryDisk();
  const { notes } = createMemoryStore(disk);
  expect(await readAgreed(notes)).toEqual({ ok: true, value: null });
  await keepAgreed(notes, agreement, at);
  expect(await readAgreed(notes)).toEqual({
    ok: true,
    value: { version: versionOf(agreement), at },
  });
  expect([...disk.notes.keys()]).toEqual(['agreed']);
  expect(new TextDecoder().decode(disk.notes.get('agreed'))).not.toContain('hour');
});

test('[community/C10] a word, the limit or the name of an hour that differs is another version', () => {
  const others = [
    { ...agreement, words: 'An hour is an hour!' },
    { ...agreement, limit: 601 as Minutes },
    { ...agreement, unit: 'acorn' },
    { ...agreement, words: `${agreement.words}hour`, unit: '' },
  ];
  const versions = [agreement, ...others].map(versionOf);
  expect(new Set(versions).size).toBe(versions.length);
  expect(versionOf({ ...agreement })).toBe(versionOf(agreement));
});

test('what another version of the app wrote is as if nothing was', async () => {
  const disk = createMemoryDisk();
  const { notes } = createMemoryStore(disk);
  disk.notes.set('agreed', new Uint8Array([0x81, 1]));
  expect(await readAgreed(notes)).toEqual({ ok: true, value: null });
});
