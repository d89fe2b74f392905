import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, equalBytes, u32 } from '@manyhands/codec';
import { Assembler, framesOf, ping } from './frames.ts';
import { frameLimit, messageLimit } from './limits.ts';
import { readMessage } from './messages.ts';

const bytes = (most: number) => fc.uint8Array({ maxLength: most });

/** Messages of every size that frames may take another way, filled from a seed. */
const messages = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom(16_383, 16_384, 16_385, 32_768, 65_536, messageLimit),
      fc.integer({ min: 0, max: messageLimit }),
    ),
    fc.integer({ min: 0, max: 255 }),
  )
  .map(([length, seed]) =>
    Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8) + seed) % 256),
  );

function arrive(assembler: Assembler, frame: Uint8Array): Uint8Array | null {
  const arrived = assembler.take(frame);
  if (!arrived.ok) throw new Error(arrived.error.why);
  return arrived.value.type === 'message' ? arrived.value.message : null;
}

test('[M3] what was sent arrives, in frames no longer than the limit, pings between', () => {
  fc.assert(
    fc.property(fc.array(messages, { maxLength: 4 }), (sent) => {
      const assembler = new Assembler(messageLimit);
      const arrived: Uint8Array[] = [];
      for (const message of sent) {
        for (const frame of framesOf(message)) {
          expect(frame.length).toBeLessThanOrEqual(frameLimit);
          arrive(assembler, ping);
          const whole = arrive(assembler, frame);
          if (whole !== null) arrived.push(whole);
        }
      }
      // Not toEqual, which looks at each of a million bytes by itself.
      expect(arrived).toHaveLength(sent.length);
      const whole = arrived.every((each, i) =>
        equalBytes(each, sent[i] ?? each.slice(1)),
      );
      expect(whole).toBe(true);
    }),
    { numRuns: 60 },
  );
});

describe('[M3] hostile frames', () => {
  test('never throw, and never make a message longer than the limit', () => {
    const frame = fc.oneof(
      bytes(200),
      bytes(200).map((rest) => concat(Uint8Array.of(0), rest)),
      bytes(60).map((rest) => concat(Uint8Array.of(1), rest)),
      bytes(60).map((rest) => concat(Uint8Array.of(2), rest)),
    );
    let messages = 0;
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 30 }), (frames) => {
        const assembler = new Assembler(100);
        for (const each of frames) {
          const arrived = assembler.take(each);
          if (!arrived.ok) return; // the pipe ends with the first
          const { value } = arrived;
          messages += value.type === 'message' ? 1 : 0;
          const length = value.type === 'message' ? value.message.length : 0;
          expect(length).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(messages).toBeGreaterThan(100);
  });

  const part = (kind: number, ...rest: Uint8Array[]) =>
    concat(Uint8Array.of(kind), ...rest);
  const hostile: [string, Uint8Array[]][] = [
    ['no byte', [new Uint8Array()]],
    ['more than a frame', [new Uint8Array(frameLimit + 1)]],
    ['an unknown kind', [part(9)]],
    ['a ping with something in it', [part(3, Uint8Array.of(1))]],
    ['a message too long', [part(0, new Uint8Array(1_001))]],
    ['a length too long', [part(1, u32(1_001), new Uint8Array(1))]],
    ['four gigabytes promised', [part(1, u32(2 ** 32 - 1), new Uint8Array(1))]],
    ['a first part cut short', [part(1, new Uint8Array(3))]],
    ['a first part without bytes', [part(1, u32(5))]],
    ['no length at all', [part(1, u32(0), new Uint8Array(1))]],
    ['a part nobody waits for', [part(2, new Uint8Array(1))]],
    ['more than was promised', [part(1, u32(2), new Uint8Array(3))]],
    ['an empty part', [part(1, u32(2), new Uint8Array(1)), part(2)]],
    [
      'a message within a message',
      [part(1, u32(2), new Uint8Array(1)), part(0, new Uint8Array(1))],
    ],
    [
      'a beginning within a message',
      [part(1, u32(2), new Uint8Array(1)), part(1, u32(2), new Uint8Array(1))],
    ],
  ];
  test.each(hostile)('%s ends the pipe', (_, frames) => {
    const assembler = new Assembler(1_000);
    const answers = frames.map((frame) => assembler.take(frame).ok);
    expect(answers.at(-1)).toBe(false);
    expect(answers.slice(0, -1)).not.toContain(false);
  });
});

test('[M4] no bytes make reading a message throw', () => {
  fc.assert(
    fc.property(bytes(300), (from) => {
      readMessage(from);
      readMessage(concat(Uint8Array.of(0x82, from[0] ?? 0), from));
    }),
    { numRuns: 3_000 },
  );
});
