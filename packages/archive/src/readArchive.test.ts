import { assert } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import {
  TestCommunity,
  confirmed,
  createCast,
  deliver,
  helped,
  openOnMemory,
  profileOf,
  sized,
} from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { writingArchive } from './createArchive.ts';
import { fillReplica } from './fillReplica.ts';
import { atOnce } from './inSlices.ts';
import { archiveLimit, unpackedLimit } from './limits.ts';
import { encodeManifest, readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { deflate, store } from './pack.ts';
import type { PackedFile } from './pack.ts';
import { readArchive, readingArchive } from './readArchive.ts';
import type { ArchiveRefused } from './refused.ts';
import { sealLength } from './zipFormat.ts';
import { readZip, unpack } from './zipReader.ts';
import type { ZipFile } from './zipReader.ts';
import { ZipWriter } from './zipWriter.ts';

const [ana, biel] = await createCast();
const community = await TestCommunity.of(ana, [biel]);
const hour = await community.ledgerOf(ana).add(helped(biel, 90));
await community.ledgerOf(biel).add(confirmed(hour.id));
await community.boardOf(ana).add(profileOf(ana));
const here = await openOnMemory(community.id);
await deliver(here, { runs: community.runs() }, ana);
const archive = concat(...atOnce(writingArchive(here.replica, { app: '0.1.0' })));
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

const refusalOf = (bytes: Uint8Array): ArchiveRefused | null => {
  const read = atOnce(readingArchive(bytes));
  return read.ok ? null : read.error;
};

function filesIn(bytes: Uint8Array): ZipFile[] {
  const zip = readZip(bytes);
  assert(zip.ok, 'a ZIP');
  return [...zip.value.files];
}

const nameOf = ({ name }: ZipFile): string => name ?? '?';
const contentOf = (file: ZipFile): Uint8Array => concat(...unpack(file));
const pageFile = 'entries/0001.mhpage';

/** Packs the files of the archive anew, with some of them replaced, added or (null) left out. */
function repacked(
  changes: Record<string, PackedFile | null> = {},
  { sealed = true } = {},
): Uint8Array {
  const zip = new ZipWriter();
  for (const file of filesIn(archive)) {
    const change = changes[nameOf(file)];
    if (change === undefined) zip.add(nameOf(file), store(contentOf(file)));
  }
  for (const [name, change] of Object.entries(changes)) {
    if (change) zip.add(name, change);
  }
  const bytes = concat(...zip.finish());
  return sealed ? bytes : withoutSeal(bytes);
}

/** As other programs pack: nothing behind the end of the directory. */
function withoutSeal(bytes: Uint8Array): Uint8Array {
  const plain = bytes.slice(0, -sealLength);
  plain.fill(0, -2);
  return plain;
}

function manifestWith(changes: Partial<Manifest>): PackedFile {
  const read = atOnce(readingArchive(archive));
  assert(read.ok, 'the archive is read');
  return store(encodeManifest({ ...read.value.manifest, ...changes }));
}

describe('[V5] a one-byte change anywhere is found', () => {
  const changed = (at: number, bit: number): Uint8Array => {
    const bytes = archive.slice();
    bytes[at] = (bytes[at] ?? 0) ^ bit;
    return bytes;
  };

  test('wherever it is', { timeout: 600_000 }, () => {
    const missed: number[] = [];
    for (let at = 0; at < archive.length; at += sized(17, 1)) {
      if (refusalOf(changed(at, 1 << (at % 8))) === null) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  test.each(filesIn(archive).map((file) => [nameOf(file), file] as const))(
    'and named: %s',
    (name, { packed }) => {
      for (const part of [0, 0.3, 0.7, 0.999]) {
        const at = packed.byteOffset + Math.floor(part * packed.length);
        expect(refusalOf(changed(at, 0x10))).toEqual({ type: 'Damaged', file: name });
      }
    },
  );

  test('between the files: what holds them together', () => {
    const [, second] = filesIn(archive);
    assert(second, 'there is a second file');
    const dateOfSecond = second.packed.byteOffset - pageFile.length - 30 + 12;
    for (const at of [dateOfSecond, archive.length - 1, archive.length - sealLength]) {
      expect(refusalOf(changed(at, 1))).toEqual({ type: 'Damaged', file: null });
    }
  });

  test('a file that was cut off on its way', () => {
    for (const length of [archive.length - 1, archive.length - 500, 200]) {
      expect(refusalOf(archive.slice(0, length))).toEqual({
        type: 'Damaged',
        file: null,
      });
    }
  });
});

describe('[V4] hostile and foolish files', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['a letter', text('Dear neighbours, here is the list.')],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
  ])('%s is no archive', (_, bytes) => {
    expect(refusalOf(bytes)).toEqual({ type: 'NotAnArchive' });
  });

  test('a ZIP of something else is no archive', () => {
    const zip = new ZipWriter();
    zip.add('letter.txt', store(text('Dear neighbours')));
    expect(refusalOf(concat(...zip.finish()))).toEqual({ type: 'NotAnArchive' });
  });

  test('too large a file is not even looked at', () => {
    const huge = { length: archiveLimit + 1 } as unknown as Uint8Array;
    expect(refusalOf(huge)).toEqual({ type: 'TooLarge', limit: 'bytes' });
  });

  test('a bomb is refused by what it says, before it is unpacked', () => {
    const packed = store(text('bomb'));
    const bytes = unpackedLimit + 1;
    const listed = { ...packed, name: 'people.csv', bytes };
    const bomb = repacked({
      'people.csv': { ...packed, bytes },
      'manifest.json': manifestWith({ files: [listed] }),
    });
    expect(refusalOf(bomb)).toEqual({ type: 'TooLarge', limit: 'unpacked' });
  });

  test('a bomb that lies about its size is stopped when it has passed it', () => {
    const zeros = atOnce(countless(deflate(parts(64, new Uint8Array(1_000_000)))));
    const listed = { ...zeros, name: 'people.csv', bytes: 1_000 };
    const bomb = repacked({
      'people.csv': { ...zeros, bytes: 1_000 },
      'manifest.json': manifestWith({ files: [listed] }),
    });
    const before = process.cpuUsage();
    expect(refusalOf(bomb)).toEqual({ type: 'Damaged', file: 'people.csv' });
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(500);
  });

  test('pages together have a limit, since they are held', () => {
    const bytes = 262_144;
    const files = Array.from({ length: 1_600 }, (_, n) => ({
      name: `entries/${String(n + 1).padStart(4, '0')}.mhpage`,
      bytes,
      sha256: '00'.repeat(32),
      deflated: null,
    }));
    const page = { ...store(new Uint8Array()), bytes };
    const changes = Object.fromEntries(files.map(({ name }) => [name, page]));
    const many = repacked({ ...changes, 'manifest.json': manifestWith({ files }) });
    expect(refusalOf(many)).toEqual({ type: 'TooLarge', limit: 'pages' });
    const large = { ...store(text('')), name: pageFile, bytes: bytes + 1 };
    const big = repacked({
      [pageFile]: { ...page, bytes: bytes + 1 },
      'manifest.json': manifestWith({ files: [large] }),
    });
    expect(refusalOf(big)).toEqual({ type: 'TooLarge', limit: 'pages' });
  });

  test('a file that is missing is named', () => {
    const without = repacked({ 'hours.csv': null });
    expect(refusalOf(without)).toEqual({ type: 'Missing', file: 'hours.csv' });
  });

  test('a file that nobody listed is named in a sealed archive', () => {
    const with1 = repacked({ 'entries/9999.mhpage': store(text('x')) });
    expect(refusalOf(with1)).toEqual({ type: 'Foreign', file: 'entries/9999.mhpage' });
  });

  test.each(['../../etc/passwd', '/root', 'C:\\x', 'a//b', '.hidden', 'b\u0000', 'ä'])(
    'nothing is called %j',
    (name) => {
      expect(refusalOf(repacked({ [name]: store(text('x')) }))).toEqual({
        type: 'Foreign',
        file: '?',
      });
    },
  );

  test('two files of one name, also where a system takes them for one', () => {
    for (const name of ['people.csv', 'PEOPLE.CSV']) {
      const zip = new ZipWriter();
      for (const file of filesIn(archive)) {
        zip.add(nameOf(file), store(contentOf(file)));
      }
      zip.add(name, store(text('x')));
      expect(refusalOf(concat(...zip.finish()))).toEqual({
        type: 'Damaged',
        file: name,
      });
    }
  });

  test('unpacked and packed again by hand: foreign files are left alone', async () => {
    const bytes = repacked(
      { '__MACOSX/._people.csv': store(text('x')) },
      { sealed: false },
    );
    const read = await readArchive(bytes);
    assert(read.ok, 'it is read');
    const there = await openOnMemory(community.id);
    expect(await fillReplica(there.replica, read.value)).toMatchObject({ ok: true });
  });

  test('of a later format it says that it is newer', () => {
    const manifest = new TextDecoder().decode(
      contentOf(
        filesIn(archive).find(({ name }) => name === 'manifest.json') as ZipFile,
      ),
    );
    const later = text(manifest.replace('"version": 1', '"version": 2'));
    expect(refusalOf(repacked({ 'manifest.json': store(later) }))).toEqual({
      type: 'Newer',
    });
    expect(readManifest(text(manifest.replace('": 1,', '":  1,'))).ok).toBe(false);
  });
});

describe('[V6] a forged archive, whose bytes are all as listed', () => {
  test('a page whose entries do not prove themselves is named', async () => {
    const page = contentOf(
      filesIn(archive).find(({ name }) => name === pageFile) as ZipFile,
    ).slice();
    // The last signature of the last run.
    page[page.length - 1] = (page.at(-1) ?? 0) ^ 1;
    const read = await readArchive(withPage(page));
    assert(read.ok, 'its bytes are those listed');
    const there = await openOnMemory(community.id);
    expect(await fillReplica(there.replica, read.value)).toEqual({
      ok: false,
      error: { type: 'Unproven', file: pageFile },
    });
    expect(there.replica.vector()).toEqual([]);
  });

  test('entries that were left out are noticed by the sums', async () => {
    const runs = community.runs().slice(0, -1);
    const fewer = await openOnMemory(community.id);
    await deliver(fewer, { runs }, ana);
    const less = atOnce(
      readingArchive(concat(...atOnce(writingArchive(fewer.replica, { app: '1' })))),
    );
    const whole = atOnce(readingArchive(archive));
    assert(less.ok && whole.ok, 'both are read');
    const { vectorHash, ...sums } = whole.value.manifest;
    const lying = { manifest: { ...sums, vectorHash }, pages: less.value.pages };
    const there = await openOnMemory(community.id);
    expect(await fillReplica(there.replica, lying)).toEqual({
      ok: false,
      error: { type: 'Differs' },
    });
  });

  test('of another community it is not this one', async () => {
    const elsewhere = await TestCommunity.of(biel, [ana]);
    const read = atOnce(readingArchive(archive));
    assert(read.ok, 'it is read');
    const there = await openOnMemory(elsewhere.id);
    expect(await fillReplica(there.replica, read.value)).toMatchObject({ ok: false });
    expect(there.replica.vector()).toEqual([]);
  });

  test('filling is counted and can be called off between pages', async () => {
    const read = atOnce(readingArchive(archive));
    assert(read.ok, 'it is read');
    const counts: number[] = [];
    const controller = new AbortController();
    const there = await openOnMemory(community.id);
    const filled = await fillReplica(there.replica, read.value, {
      report: ({ done }) => counts.push(done),
      signal: controller.signal,
    });
    expect(filled.ok && counts).toEqual([0, 1]);
    controller.abort();
    const again = await fillReplica(there.replica, read.value, controller);
    expect(again).toEqual({ ok: false, error: { type: 'Cancelled' } });
  });

  function withPage(page: Uint8Array): Uint8Array {
    const read = atOnce(readingArchive(archive));
    assert(read.ok, 'the archive is read');
    const { bytes, sha256 } = store(page);
    const files = read.value.manifest.files.map((file) =>
      file.name === pageFile ? { ...file, bytes, sha256 } : file,
    );
    return repacked({
      [pageFile]: store(page),
      'manifest.json': manifestWith({ files }),
    });
  }
});

function* parts(count: number, part: Uint8Array): Generator<Uint8Array> {
  for (let n = 0; n < count; n++) yield part;
}

function* countless(packing: Generator<void, PackedFile>) {
  for (;;) {
    const step = packing.next();
    if (step.done === true) return step.value;
    yield { done: 0, of: 1 };
  }
}
