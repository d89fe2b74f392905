/** What reading may cost: in proportion to the bytes that were handed over, and no more. */
import { assert } from '@manyhands/base';
import type { Minutes } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import {
  TestCommunity,
  confirmed,
  createCast,
  createPerson,
  deliver,
  helped,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { writingArchive } from './createArchive.ts';
import { atOnce } from './inSlices.ts';
import { workPerByte } from './limits.ts';
import { encodeManifest } from './manifest.ts';
import type { ListedFile, Manifest } from './manifest.ts';
import { deflate, store } from './pack.ts';
import type { PackedFile } from './pack.ts';
import { readingArchive } from './readArchive.ts';
import type { ArchiveRefused } from './refused.ts';
import { headerLength, sealLength } from './zipFormat.ts';
import { ZipWriter } from './zipWriter.ts';

const [ana, biel] = await createCast();
const community = await TestCommunity.of(ana, [biel]);
const hour = await community.ledgerOf(ana).add(helped(biel, 90));
await community.ledgerOf(biel).add(confirmed(hour.id));
const here = await openOnMemory(community.id);
await deliver(here, { runs: community.runs() }, ana);
const archive = concat(...atOnce(writingArchive(here.replica, { app: '0.1.0' })));

/** What is said of `bytes`, and the milliseconds of this processor that it took. */
function judged(bytes: Uint8Array): { refused: ArchiveRefused | null; cost: number } {
  const before = process.cpuUsage();
  const read = atOnce(readingArchive(bytes));
  const cost = process.cpuUsage(before).user / 1_000;
  return { refused: read.ok ? null : read.error, cost };
}

const tableAt = (n: number): string => `tables/${String(n).padStart(4, '0')}.csv`;

/** A manifest that is right in all it says of files that are not ours. */
function manifestOf(files: readonly ListedFile[]): PackedFile {
  const read = atOnce(readingArchive(archive));
  assert(read.ok, 'the archive is read');
  const manifest: Manifest = { ...read.value.manifest, files };
  return store(encodeManifest(manifest));
}

/** Sealed, with every file listed as it is. */
function packed(
  files: readonly (PackedFile & { readonly name: string })[],
): Uint8Array {
  const zip = new ZipWriter();
  for (const file of files) zip.add(file.name, file);
  zip.add('manifest.json', manifestOf(files));
  return concat(...zip.finish());
}

/** As other programs pack: nothing behind the end of the directory. */
function withoutSeal(bytes: Uint8Array): Uint8Array {
  const plain = bytes.slice(0, -sealLength);
  plain.fill(0, -2);
  return plain;
}

/**
 * `count` files that are all the same bytes of the ZIP: the header of each calls what lies
 * between it and them an extra field of its own.
 */
function sharing(count: number, content: Uint8Array): Uint8Array {
  const one = store(content);
  const zip = new ZipWriter();
  const files = Array.from({ length: count }, (_, n) => ({ ...one, name: tableAt(n) }));
  for (const [n, file] of files.entries()) {
    zip.add(file.name, { ...file, parts: n === count - 1 ? one.parts : [] });
  }
  zip.add('manifest.json', manifestOf(files));
  const bytes = withoutSeal(concat(...zip.finish()));
  const view = new DataView(bytes.buffer);
  const header = headerLength + tableAt(0).length;
  for (let n = 0; n < count; n++) {
    view.setUint16(n * header + 28, (count - 1 - n) * header, true);
  }
  return bytes;
}

/** Two files, of which the first is the whole second, header and all. */
function nested(content: Uint8Array): Uint8Array {
  const inner = { ...store(content), name: tableAt(2) };
  const alone = new ZipWriter();
  alone.add(inner.name, inner);
  const [header, body] = alone.parts;
  assert(header && body, 'a header and what it is of');
  const outer = { ...store(concat(header, body)), name: tableAt(1) };
  const zip = new ZipWriter();
  zip.add(outer.name, { ...outer, parts: [] });
  zip.add(inner.name, inner);
  zip.add('manifest.json', manifestOf([outer, inner]));
  return concat(...zip.finish());
}

function zeros(megabytes: number): PackedFile {
  const part = new Uint8Array(1_000_000);
  const packing = deflate(Array.from({ length: megabytes }, () => part));
  for (;;) {
    const step = packing.next();
    if (step.done === true) return step.value;
  }
}

describe('[V4] three megabytes are three megabytes of work', () => {
  test('many files that are the same bytes', () => {
    const bytes = sharing(1_400, new Uint8Array(2_700_000));
    expect(bytes.length).toBeLessThan(3_200_000);
    const { refused, cost } = judged(bytes);
    expect(refused).toEqual({ type: 'Damaged', file: tableAt(1) });
    expect(cost).toBeLessThan(2_000);
  });

  test('a file within another', () => {
    const { refused } = judged(nested(new Uint8Array(1_000)));
    expect(refused).toEqual({ type: 'Damaged', file: tableAt(2) });
  });

  test('many files that unpack to a thousand times their bytes', () => {
    const one = zeros(40);
    const files = Array.from({ length: 70 }, (_, n) => ({ ...one, name: tableAt(n) }));
    const bytes = packed(files);
    expect(bytes.length).toBeLessThan(3_200_000);
    const { refused, cost } = judged(bytes);
    expect(refused).toEqual({ type: 'TooLarge', limit: 'work' });
    expect(cost).toBeLessThan(2_000);
  });

  test('pages, which are looked at entry by entry, unpack to four times at most', () => {
    const packing = deflate([new Uint8Array(262_144)]);
    let step = packing.next();
    while (step.done !== true) step = packing.next();
    const files = Array.from({ length: 100 }, (_, n) => {
      const name = `entries/${String(n + 1).padStart(4, '0')}.mhpage`;
      return { ...step.value, name };
    });
    const padding = { ...store(new Uint8Array(3_000_000)), name: tableAt(1) };
    expect(judged(packed([...files, padding])).refused).toEqual({
      type: 'TooLarge',
      limit: 'work',
    });
  });
});

/** The longest name there may be, of what JSON writes with six letters each. */
const longName = '\u0000'.repeat(96);

test('[V4] what members make as long as it goes is half of that at most', async () => {
  const loud = await TestCommunity.of(ana, [biel]);
  const crowd = await Promise.all(
    Array.from({ length: 12 }, (_, n) => createPerson(`person ${n}`)),
  );
  for (const person of crowd) {
    await loud.ledgerOf(ana).add(await loud.admitContent(person));
    await loud.boardOf(person).add({ ...profileOf(person), name: longName });
  }
  await loud.boardOf(biel).add({ ...profileOf(biel), name: longName });
  const lines = crowd
    .map(({ member }) => ({ party: member, minutes: 15 as Minutes }))
    .toSorted((a, b) => (a.party < b.party ? -1 : 1));
  for (let n = 0; n < 120; n++) {
    const { id } = await loud.ledgerOf(biel).add({ ...helped(biel, 15), lines });
    const text = '\u0000'.repeat(1_000);
    await loud.boardOf(biel).add({ type: 'thanks', proposal: id, text });
  }
  const there = await openOnMemory(loud.id);
  for (const run of loud.runs()) await deliver(there, { runs: [run] }, ana);
  const bytes = concat(...atOnce(writingArchive(there.replica, { app: '0.1.0' })));
  const read = atOnce(readingArchive(bytes));
  assert(read.ok, 'it is read');
  const unpacked = read.value.manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  expect(unpacked / bytes.length).toBeGreaterThan(8);
  expect(unpacked / bytes.length).toBeLessThan(workPerByte / 2);
});
