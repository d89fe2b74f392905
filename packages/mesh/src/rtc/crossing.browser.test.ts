import { afterEach, expect, test } from 'vitest';
import { utf8Text } from '@manyhands/codec';
import { shortCodeOf } from '@manyhands/ledger';
import type { Channel } from '../channel.ts';
import { giveOver, keysOfCode, takeOver } from '../crossing.ts';
import { openPipe } from '../pipe.ts';
import type { Pipe } from '../pipe.ts';
import { closeConnections, meet } from '../testing/rtcPair.ts';
import { realTimers } from '../timers.ts';

/** Real WebRTC: both certificates are the browser's, and checked by it. */
const code = shortCodeOf(new Uint8Array(15).fill(3));
const keys = keysOfCode(code);
const text = 'https://app.example/#d/hwFYIAwMDAwMDAwMDAwMDAwMDAwMDA';

const pipes: Pipe[] = [];
afterEach(() => {
  for (const pipe of pipes.splice(0)) pipe.end({ type: 'Closed' });
  closeConnections();
});

function pipeOf(channel: Channel): Pipe {
  const pipe = openPipe(channel, realTimers);
  pipes.push(pipe);
  return pipe;
}

/** Both at once; whoever is done hangs up, as an encounter does. */
async function cross(hers: Channel, his: Channel) {
  const [passer, taker] = [pipeOf(hers), pipeOf(his)];
  return Promise.all([
    giveOver(passer, keys, text, realTimers).finally(() =>
      passer.end({ type: 'Closed' }),
    ),
    takeOver(taker, keys, realTimers).finally(() => taker.end({ type: 'Closed' })),
  ]);
}

test('[M14] over one connection the text crosses', async () => {
  const [here, there] = await meet();
  const [given, taken] = await cross(here.channel, there.channel);
  expect(given.ok).toBe(true);
  expect(taken).toEqual({ ok: true, value: text });
});

test('[M14] somebody between two connections gets nothing across, and reads nothing', async () => {
  const [hers, nearHer] = await meet();
  const [his, nearHim] = await meet();
  const heard: Uint8Array[] = [];
  for (const [from, to] of [
    [nearHer.channel, nearHim.channel],
    [nearHim.channel, nearHer.channel],
  ] as const) {
    from.onframe = (frame) => {
      heard.push(frame);
      to.send(frame);
    };
  }
  const [given, taken] = await cross(hers.channel, his.channel);
  const wrong = { ok: false, error: { type: 'WrongCode' } };
  expect([given, taken]).toEqual([wrong, wrong]);
  // Two hellos and two proofs passed through their hands, and no text.
  expect(heard.length).toBeGreaterThanOrEqual(4);
  for (const frame of heard) {
    expect(frame.length).toBeLessThan(60);
    const read = utf8Text(frame);
    expect(read.ok && read.value.includes('#d/')).toBe(false);
  }
});
