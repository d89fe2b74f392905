import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Crowd, isThere } from '../../packages/relay/src/testing/crowd.ts';
import { freePort } from '../../test/freePort.ts';
import { median, measuring } from '../measure.ts';
import type { Measure } from '../measure.ts';

export const question =
  'What do 2,000 phones of fifty communities cost one relay, and how soon does each hear the others?';

const phones = 2_000;
const perCommunity = 40;
/** An announcement, sealed: what is said most often. */
const bytes = 300;
const pageBytes = 4_096;

/**
 * The relay is a process of its own, `npm run relay` as it is; the phones are all in this
 * one, on loopback addresses of their own, because a relay lets in 256 from one.
 */
export async function measure(): Promise<Measure[]> {
  const port = await freePort();
  const relay = spawn(process.execPath, [
    'scripts/relay.mjs',
    '--strict',
    '--port',
    String(port),
  ]);
  try {
    await untilThere(port);
    const before = await residentBytes(relay);
    const plan = { port, phones, perCommunity, perAddress: 250 };
    const began = performance.now();
    const crowd = await Crowd.gather(plan);
    const gathered = performance.now() - began;
    const held = (await residentBytes(relay)) - before;

    const quiet: number[] = [];
    for (let i = 0; i < 50; i++) {
      quiet.push(...(await crowd.speak([(i * 37) % phones], bytes)).after);
    }
    const all = Array.from({ length: phones }, (_, i) => i);
    const storm = await crowd.speak(all, bytes);
    const [last] = storm.after.toSorted((a, b) => b - a);
    const stormed = (await residentBytes(relay)) - before;
    const { plain, ms, ratio } = measuring('relay');
    const measures = [
      plain('phones that stay connected', crowd.open),
      ms('until all are in their rooms', gathered),
      plain('memory of a connection, KiB', held / phones / 1_024),
      ratio('memory of all, against 128 MiB', held / 2 ** 27, { atMost: 1 }),
      ratio('the same after all have spoken at once', stormed / 2 ** 27, { atMost: 2 }),
      ms('one speaks: heard by its 39, the middle one', median(quiet)),
      plain('all speak at once: copies', storm.after.length),
      ms('all speak at once: heard by the last', last ?? 0),
      ratio('all that was to be heard was heard', storm.after.length / storm.expected, {
        atLeast: 1,
      }),
    ];
    crowd.leave();
    return measures;
  } finally {
    relay.kill();
  }
}

async function untilThere(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isThere(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the relay did not start');
}

/** What Linux says this process holds; elsewhere nothing is measured. */
async function residentBytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/statm`, 'utf8').catch(
    () => '0 0',
  );
  return Number(status.split(' ')[1] ?? 0) * pageBytes;
}
