import fc from 'fast-check';
import { assert } from '@manyhands/base';
import { equalBytes, utf8Bytes } from '@manyhands/codec';
import { describe, expect, test } from 'vitest';
import { movingLimit, partBytes } from '../limits.ts';
import { bundleText, looksLikeBundle, readBundleText } from './bundleText.ts';
import { PartCollector, partsOf } from './parts.ts';

const bytesOf = (length: number, seed = 7) =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + seed * at * at + seed) % 256);

describe('[M9] a moving code', () => {
  test('is put together in any order, whatever was missed or seen twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: movingLimit }),
        fc.infiniteStream(fc.nat()),
        (length, dice) => {
          const bundle = bytesOf(length);
          const parts = partsOf(bundle) ?? [];
          const collector = new PartCollector();
          const seen = new Set<string>();
          while (seen.size < parts.length) {
            const part = parts[(dice.next().value as number) % parts.length];
            assert(part !== undefined, 'a part');
            seen.add(part);
            const taken = collector.take(part);
            assert(taken.ok, 'a part is taken');
            expect([taken.value.have, taken.value.of]).toEqual([
              seen.size,
              parts.length,
            ]);
            const isWhole = seen.size === parts.length;
            expect(taken.value.bundle !== null).toBe(isWhole);
            if (isWhole) expect(taken.value.bundle).toEqual(bundle);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('begins anew when another one is held in front of the camera', () => {
    const collector = new PartCollector();
    const one = partsOf(bytesOf(1_000));
    const other = partsOf(bytesOf(700, 9));
    assert(one && other, 'both are small');
    expect(collector.take(one[0] ?? '')).toMatchObject({ value: { have: 1, of: 4 } });
    expect(collector.take(other[0] ?? '')).toMatchObject({ value: { have: 1, of: 3 } });
  });

  test('with a part of somebody else’s in it is read again from the beginning', () => {
    const parts = partsOf(bytesOf(900)) ?? [];
    const foreign = (partsOf(bytesOf(900, 9)) ?? [])[1]?.split('/').at(-1) ?? '';
    const mixed = parts.map((part, at) =>
      at === 1 ? [...part.split('/').slice(0, -1), foreign].join('/') : part,
    );
    const collector = new PartCollector();
    const answers = mixed.map((part) => collector.take(part));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false]);
    const again = parts.map((part) => collector.take(part));
    const last = again.at(-1);
    assert(last?.ok, 'taken');
    expect(last.value.bundle).toEqual(bytesOf(900));
  });

  test('is not read from foolish texts', () => {
    const [part = ''] = partsOf(bytesOf(900)) ?? [];
    const collector = new PartCollector();
    const foolish = [
      '',
      'https://example.org',
      part.slice(0, -1),
      part.replace('/1/3/', '/0/3/'),
      part.replace('/1/3/', '/4/3/'),
      part.replace('/1/3/', '/1/999/'),
      part.replace('MHP1', 'MHP2'),
      `${part}AAAA`,
    ];
    for (const text of foolish) expect(collector.take(text).ok).toBe(false);
    expect(collector.take(part).ok).toBe(true);
  });

  test('is only for small ones', () => {
    expect(partsOf(bytesOf(movingLimit))).toHaveLength(
      Math.ceil(movingLimit / partBytes),
    );
    expect(partsOf(bytesOf(movingLimit + 1))).toBeNull();
    expect(partsOf(new Uint8Array())).toBeNull();
  });
});

describe('[M9] a parcel as text', () => {
  test('is read back from whatever a mail program makes of it', async () => {
    for (const length of [1, 56, 57, 58, 3_000, 500_000]) {
      const bundle = bytesOf(length);
      const text = await bundleText(bundle);
      const quoted = `On Tuesday Ana wrote:\n${text.replaceAll(/^/gm, '> ')}\n-- \nSent from my phone`;
      const joined = text.replaceAll('\n', '\r\n').replaceAll(/(.{30})/g, '$1\n');
      const texts = [text, quoted, `Hello!\n\n${text}Greetings`];
      for (const each of length > 56 ? texts : [...texts, joined]) {
        const read = await readBundleText(each);
        assert(read.ok, 'read');
        expect(equalBytes(read.value, bundle)).toBe(true);
      }
    }
  });

  test('says when a part is missing, and when it never was one', async () => {
    const text = await bundleText(bytesOf(3_000));
    expect(await readBundleText(text.slice(0, 2_000))).toMatchObject({
      error: { type: 'Malformed' },
    });
    expect(await readBundleText(text.slice(3))).toMatchObject({
      error: { type: 'Malformed' },
    });
    expect(await readBundleText(text.replace('\n', '\n!'))).toMatchObject({
      error: { type: 'Malformed' },
    });
    expect(await readBundleText('Good morning')).toEqual({
      ok: false,
      error: { type: 'NotABundle' },
    });
    expect(looksLikeBundle(text.slice(3))).toBe(true);
    expect(looksLikeBundle('Good morning')).toBe(false);
    expect(utf8Bytes(text).length).toBe(text.length);
  });
});
