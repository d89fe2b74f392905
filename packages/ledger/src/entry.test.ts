import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommunityId, MinuteOfTime } from '@manyhands/base';
import { encode } from '@manyhands/codec';
import { encodeBody, storedLimit } from './body.ts';
import { bodyOf, readEntry } from './entry.ts';
import { zeroId } from './log.ts';
import type { LogName } from './log.ts';
import { encodeTravelling, readTravelling } from './travelling.ts';
import { at, device, gaveHelp, member, minutes, Pen } from './testing/village.ts';

const log: LogName = {
  community: '01'.repeat(32) as CommunityId,
  kind: 'ledger',
  member: member('ana'),
  device: device('ana'),
};

test('[B4] any bytes of a possible length are an entry, and reading never throws', () => {
  const kinds = fc.constantFrom('ledger', 'board' as const);
  const stored = fc.uint8Array({ minLength: 65, maxLength: 300 });
  fc.assert(
    fc.property(kinds, stored, (kind, bytes) => {
      const entry = readEntry({ ...log, kind }, 0, zeroId, bytes);
      expect(entry.ok).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('[B4] a damaged body is another body, and never half of one', () => {
  const body = encodeBody('ledger', at(7), gaveHelp(member('biel')));
  let read = 0;
  fc.assert(
    fc.property(
      fc.nat(body.length - 1),
      fc.integer({ min: 1, max: 255 }),
      (i, flip) => {
        const bytes = new Uint8Array(body.length + 64);
        bytes.set(body);
        bytes[i] = (bytes[i] ?? 0) ^ flip;
        const entry = readEntry(log, 0, zeroId, bytes);
        if (!entry.ok) throw new Error('its length is possible');
        const { content, time } = entry.value;
        if (content.type === 'unknown' || content.type === 'meaningless') return;
        read += 1;
        // One encoding per value: what was read is written as the bytes it came from.
        expect(encodeBody('ledger', time, content)).toEqual(bodyOf(entry.value));
      },
    ),
    { numRuns: 2_000 },
  );
  // Another hour, another minute, another note: those are good entries.
  expect(read).toBeGreaterThan(100);
});

test('[F2] a length no entry can have is malformed', () => {
  for (const length of [0, 64, storedLimit + 1]) {
    expect(readEntry(log, 0, zeroId, new Uint8Array(length)).ok).toBe(false);
  }
  expect(readEntry(log, 0, zeroId, new Uint8Array(storedLimit)).ok).toBe(true);
});

test('[B5] lines: ascending, one to sixty-four, one to 6,000 minutes each', () => {
  const party = (n: number): Uint8Array => new Uint8Array(32).fill(n);
  const typeOf = (lines: [Uint8Array, number][]): string => {
    const payload = [true, 20_000, lines, 0, null, null, null];
    return new Pen(log).writeBytes(encode([10, 0, payload])).content.type;
  };
  const propose = 'transfer.propose';
  const many = (n: number): [Uint8Array, number][] =>
    Array.from({ length: n }, (_, i) => [party(i), 60]);
  expect(typeOf([[party(1), 1]])).toBe(propose);
  expect(typeOf([[party(1), 6_000]])).toBe(propose);
  expect(typeOf(many(64))).toBe(propose);
  expect(typeOf(many(65))).toBe('meaningless');
  expect(typeOf([])).toBe('meaningless');
  expect(typeOf([[party(1), 0]])).toBe('meaningless');
  expect(typeOf([[party(1), -60]])).toBe('meaningless');
  expect(typeOf([[party(1), 6_001]])).toBe('meaningless');
  expect(typeOf([[party(2), 60], [party(1), 60]])).toBe('meaningless'); // prettier-ignore
  expect(typeOf([[party(1), 60], [party(1), 60]])).toBe('meaningless'); // prettier-ignore
});

test('[B4] an unknown word of a known list has no effect', () => {
  const write = (kind: number, day: number): string => {
    const lines = [[new Uint8Array(32), 60]];
    const payload = [true, day, lines, kind, null, null, null];
    return new Pen(log).writeBytes(encode([10, 0, payload])).content.type;
  };
  expect(write(3, 65_535)).toBe('transfer.propose');
  expect(write(4, 65_535)).toBe('meaningless');
  expect(write(0, 65_536)).toBe('meaningless');
});

test('[L15] numbers this version does not know are unknown, each log its own', () => {
  const typeOf = (kind: 'ledger' | 'board', number: number): unknown => {
    const salt = kind === 'board' ? [new Uint8Array(16)] : [];
    const body = encode([number, 0, [], ...salt]);
    return new Pen({ ...log, kind }).writeBytes(body).content;
  };
  expect(typeOf('ledger', 20)).toEqual({ type: 'unknown', number: 20 });
  expect(typeOf('ledger', 63)).toEqual({ type: 'unknown', number: 63 });
  expect(typeOf('ledger', 64)).toEqual({ type: 'meaningless' });
  expect(typeOf('board', 127)).toEqual({ type: 'unknown', number: 127 });
  expect(typeOf('board', 10)).toEqual({ type: 'unknown', number: 10 });
  expect(typeOf('ledger', 9)).toEqual({ type: 'member.leave' });
});

test('what does not fit its own shape is a bug, not an entry', () => {
  const time = at(0);
  expect(() => encodeBody('ledger', time, gaveHelp(member('biel'), 0))).toThrow('Bug');
  expect(() =>
    encodeBody('ledger', -1 as MinuteOfTime, gaveHelp(member('biel'))),
  ).toThrow('Bug');
  const thanks = { type: 'thanks', proposal: zeroId, text: '' } as const;
  expect(() => encodeBody('ledger', time, thanks, new Uint8Array(16))).toThrow('Bug');
  expect(() => encodeBody('board', time, thanks)).toThrow('Bug');
  const lines = [1, 2].map(() => ({ party: member('biel'), minutes: minutes(60) }));
  expect(() =>
    encodeBody('ledger', time, gaveHelp(member('biel'), 1, { lines })),
  ).toThrow('Bug');
});

test('[F2] a travelling entry is itself again, and nothing else is one', () => {
  const pen = new Pen(log);
  pen.write(gaveHelp(member('biel')));
  const second = pen.write(gaveHelp(member('biel')));
  const bytes = encodeTravelling(second);
  expect(readTravelling(log.community, bytes)).toEqual({ ok: true, value: second });

  for (let cut = 0; cut < bytes.length; cut++) {
    expect(readTravelling(log.community, bytes.subarray(0, cut)).ok).toBe(false);
  }
  const unrooted = encodeTravelling({ ...second, prev: zeroId });
  expect(readTravelling(log.community, unrooted).ok).toBe(false);
  const rooted = encodeTravelling({ ...second, seq: 0 });
  expect(readTravelling(log.community, rooted).ok).toBe(false);
  expect(readTravelling(log.community, new Uint8Array(100_000)).ok).toBe(false);
});
