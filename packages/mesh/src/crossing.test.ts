import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { shortCodeOf } from '@manyhands/ledger';
import { channelPair } from './channel.ts';
import type { Channel } from './channel.ts';
import { giveOver, keysOfCode, takeOver } from './crossing.ts';
import { passingHello, passingProof } from './passingMessages.ts';
import { openPipe } from './pipe.ts';
import type { Pipe } from './pipe.ts';
import { isText, overheard, readable } from './testing/between.ts';
import { realTimers } from './timers.ts';

const text = 'https://app.example/#d/hwFYIAwMDAwMDAwMDAwMDAwMDAwMDA';
const code = shortCodeOf(new Uint8Array(15));
const keys = keysOfCode(code);

const pipes: Pipe[] = [];
afterEach(() => {
  for (const pipe of pipes.splice(0)) pipe.end({ type: 'Closed' });
});

function pipeOf(channel: Channel): Pipe {
  const pipe = openPipe(channel, realTimers);
  pipes.push(pipe);
  return pipe;
}

test('[M14] whoever does not know the code cannot answer with their words, nor as another who takes', async () => {
  for (const changeSide of [false, true]) {
    const [here, mirror] = channelPair();
    mirror.onframe = (frame) => {
      const hello = passingHello.decode(frame.subarray(1));
      if (!hello.ok || !changeSide) {
        mirror.send(frame);
        return;
      }
      const changed = passingHello.encode({ ...hello.value, side: 1 });
      mirror.send(Uint8Array.from([0, ...changed]));
    };
    const given = await giveOver(pipeOf(here), keys, text, realTimers);
    expect(given).toEqual({
      ok: false,
      error: { type: changeSide ? 'WrongCode' : 'SameSide' },
    });
  }
});

test('[M14] whoever listens reads nothing where the channel itself is open, and changes nothing', async () => {
  const frames: Uint8Array[] = [];
  const [here, there] = overheard(frames, (frame) => {
    const bent = frame.slice();
    if (isText(frame)) bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    return bent;
  });
  const [given, taken] = await Promise.all([
    giveOver(pipeOf(here), keys, text, realTimers),
    takeOver(pipeOf(there), keys, realTimers).then((over) => {
      there.close();
      return over;
    }),
  ]);
  expect(given.ok).toBe(false);
  expect(taken).toMatchObject({ ok: false, error: { type: 'Malformed' } });
  expect(frames.some(isText)).toBe(true);
  expect(readable(frames)).not.toContain(text.slice(0, 12));
});

test('[M14] whatever comes over the line, nothing throws and nothing crosses', async () => {
  const proof = passingProof.encode({ proof: new Uint8Array(32) });
  const hellos = [0, 1].map((side) =>
    passingHello.encode({ version: 1, side: side as 0 | 1, nonce: new Uint8Array(32) }),
  );
  const message = fc.oneof(
    fc.uint8Array({ maxLength: 90 }),
    fc.constantFrom(...hellos, proof),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(message, { maxLength: 4 }), async (messages) => {
      for (const side of [0, 1]) {
        const [here, there] = channelPair();
        const pipe = pipeOf(here);
        for (const each of messages) there.send(Uint8Array.from([0, ...each]));
        there.close();
        const over =
          side === 0
            ? await giveOver(pipe, keys, text, realTimers)
            : await takeOver(pipe, keys, realTimers);
        expect(over.ok).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});

test('[M14] another version is told from a wrong code', async () => {
  const [here, there] = channelPair();
  const hello = { version: 2, side: 1, nonce: new Uint8Array(32) } as const;
  there.send(Uint8Array.from([0, ...passingHello.encode(hello)]));
  expect(await giveOver(pipeOf(here), keys, text, realTimers)).toEqual({
    ok: false,
    error: { type: 'OtherVersion', version: 2 },
  });
});
