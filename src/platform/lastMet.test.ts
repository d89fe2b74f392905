import type { DeviceKey } from '@manyhands/base';
import { createMemoryStore } from '@manyhands/storage';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LastMet } from './lastMet.ts';
import { readMet } from './placeNotes.ts';

const { notes } = createMemoryStore();
const biel = 'b1'.repeat(32) as DeviceKey;
const carme = 'c1'.repeat(32) as DeviceKey;
const minute = 60_000;
let lastMet: LastMet;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.setSystemTime(100 * minute);
  lastMet = new LastMet(notes, await readMet(notes));
});
afterEach(async () => {
  lastMet.close();
  await notes.delete('met');
  vi.useRealTimers();
});

const kept = async () => Object.fromEntries(await readMet(notes));
const isKept = (met: Record<string, number>) =>
  vi.waitFor(async () => expect(await kept()).toEqual(met));

test('whoever is linked is met now, and until the link ends', async () => {
  lastMet.see([biel]);
  expect([...lastMet.met]).toEqual([[biel, 100]]);
  vi.setSystemTime(130 * minute);
  lastMet.see([carme]);
  expect(Object.fromEntries(lastMet.met)).toEqual({ [biel]: 130, [carme]: 130 });
  vi.setSystemTime(140 * minute);
  lastMet.see([]);
  expect(Object.fromEntries(lastMet.met)).toEqual({ [biel]: 130, [carme]: 140 });
  await isKept({ [biel]: 130, [carme]: 140 });
});

test('of a page that is killed while linked the last minutes are missing, no more', async () => {
  lastMet.see([biel]);
  await vi.advanceTimersByTimeAsync(62 * minute);
  await isKept({ [biel]: 160 });
});

test('is known at the next opening, and goes on from there', async () => {
  lastMet.see([biel]);
  lastMet.see([]);
  await isKept({ [biel]: 100 });
  const later = new LastMet(notes, await readMet(notes));
  expect([...later.met]).toEqual([[biel, 100]]);
  vi.setSystemTime(500 * minute);
  later.see([carme]);
  await isKept({ [biel]: 100, [carme]: 500 });
  later.close();
});

test('of very many the latest are kept', async () => {
  const known = new Map(
    Array.from({ length: 5_000 }, (_, i) => [
      i.toString(16).padStart(64, '0') as DeviceKey,
      i as never,
    ]),
  );
  vi.setSystemTime(6_000 * minute);
  const crowded = new LastMet(notes, known);
  crowded.see([biel]);
  const all = await vi.waitFor(async () => {
    const met = await readMet(notes);
    expect(met.size).toBeGreaterThan(0);
    return met;
  });
  expect(all.size).toBe(4_096);
  expect(all.get(biel)).toBe(6_000);
  expect(Math.min(...all.values())).toBe(905);
  crowded.close();
});

test('damaged, it is forgotten, and nothing else is', async () => {
  await notes.put('met', new Uint8Array([0x82, 1]));
  expect(await kept()).toEqual({});
});
