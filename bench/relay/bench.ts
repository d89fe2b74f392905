import { join } from 'node:path';
import { Crowd } from '../../packages/relay/src/testing/crowd.ts';
import { root } from '../../scripts/setup.mjs';
import { median, measuring } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { ServerProcess } from './serverProcess.ts';

export const question =
  'What do 2,000 phones of fifty communities cost one relay, how soon does each hear the others, and what does the server of y-webrtc need for the same?';

const phones = 2_000;
const perCommunity = 40;
/** An announcement, sealed: what is said most often. */
const bytes = 300;
/** Alternating, and the middle one counts. */
const rounds = 5;

interface Kind {
  readonly args: (port: string) => readonly string[];
  readonly isEchoed: boolean;
}

const ours: Kind = {
  args: (port) => ['scripts/relay.mjs', '--strict', '--port', port],
  isEchoed: false,
};
const theirs: Kind = {
  args: () => [join(root, 'node_modules/y-webrtc/bin/server.js')],
  isEchoed: true,
};

/**
 * Each relay is a process of its own, ours by `npm run relay` as it is; the phones are all in
 * this one, on loopback addresses of their own, because a relay of ours lets in 256 from one.
 */
export async function measure(): Promise<Measure[]> {
  const runs: { ours: Served; theirs: Served }[] = [];
  while (runs.length < rounds) {
    runs.push({ ours: await serve(ours), theirs: await serve(theirs) });
  }
  const mine = (of: (served: Served) => number) =>
    median(runs.map((run) => of(run.ours)));
  const against = (of: (served: Served) => number) =>
    median(runs.map((run) => of(run.ours) / of(run.theirs)));
  const { plain, ms, ratio } = measuring('relay');
  const held = mine((served) => served.held);
  return [
    plain(
      'phones that stay connected',
      mine(({ open }) => open),
    ),
    ms(
      'until all are in their rooms',
      mine(({ gathered }) => gathered),
    ),
    plain('memory of a connection, KiB', held / phones / 1_024),
    ratio('memory of all, against 128 MiB', held / 2 ** 27, { atMost: 1 }),
    ratio('the same after all have spoken at once', mine((s) => s.stormed) / 2 ** 27, {
      atMost: 2,
    }),
    ms(
      'one speaks: heard by its 39, the middle one',
      mine((s) => s.quiet),
    ),
    plain(
      'all speak at once: copies',
      mine((s) => s.copies),
    ),
    ms(
      'all speak at once: heard by the last',
      mine((s) => s.last),
    ),
    ratio(
      'all that was to be heard was heard',
      mine((s) => s.copies / s.expected),
      {
        atLeast: 1,
      },
    ),
    plain(
      'copies a second of the processor',
      mine((s) => s.perSecond),
    ),
    ratio(
      'memory of all, against y-webrtc’s server',
      against((s) => s.held),
      {
        atMost: 1.3,
      },
    ),
    ratio(
      'copies a second, against y-webrtc’s server',
      against((s) => s.perSecond),
      {
        atLeast: 0.9,
      },
    ),
  ];
}

interface Served {
  readonly open: number;
  /** Milliseconds until all are in their rooms. */
  readonly gathered: number;
  /** Bytes that the phones add, when all are there and when all have spoken at once. */
  readonly held: number;
  readonly stormed: number;
  /** Milliseconds: one speaks, half of those who are to hear it have. */
  readonly quiet: number;
  /** Milliseconds: all speak, and the last copy is heard. */
  readonly last: number;
  readonly copies: number;
  readonly expected: number;
  /** Copies for each second of the processor, over all that was said. */
  readonly perSecond: number;
}

async function serve({ args, isEchoed }: Kind): Promise<Served> {
  const server = await ServerProcess.start(args);
  try {
    const before = await server.residentBytes();
    const { port } = server;
    const began = performance.now();
    const plan = { port, phones, perCommunity, perAddress: 250, isEchoed };
    const crowd = await Crowd.gather(plan);
    const gathered = performance.now() - began;
    const held = (await server.residentBytes()) - before;

    const idle = await server.processorSeconds();
    const quiet: number[] = [];
    for (let i = 0; i < 50; i++) {
      quiet.push(...(await crowd.speak([(i * 37) % phones], bytes)).after);
    }
    const all = Array.from({ length: phones }, (_, i) => i);
    const storm = await crowd.speak(all, bytes);
    const worked = (await server.processorSeconds()) - idle;
    const { open } = crowd;
    const stormed = (await server.residentBytes()) - before;
    crowd.leave();
    return {
      open,
      gathered,
      held,
      stormed,
      quiet: median(quiet),
      last: storm.after.reduce((a, b) => Math.max(a, b), 0),
      copies: storm.after.length,
      expected: storm.expected,
      perSecond: (quiet.length + storm.after.length) / worked,
    };
  } finally {
    server.stop();
  }
}
