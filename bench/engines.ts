/**
 * Runs a bench's own file as the app runs: bundled, in an engine of its own that has
 * done nothing else, once in Node and once in Chromium. The file exports
 * `run(input: Uint8Array): Promise<T>`; what it answers travels as JSON.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import type { Route } from '@playwright/test';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { chromiumLaunch } from '../scripts/chromium.mjs';
import { root } from '../scripts/setup.mjs';
import { tracing } from './mainThread.ts';
import type { Busy } from './mainThread.ts';

export interface Job {
  /** Names what is bundled: one for each file and each set of plugins. */
  readonly name: string;
  /** The file that exports `run`, from the root of the repository. */
  readonly file: string;
  /** What `run` is given, as a file. */
  readonly input: string;
  readonly plugins?: readonly Plugin[];
  /** How often it is loaded, each time as a page of its own on one disk; the last answer counts. */
  readonly loads?: number;
  /** Two pages at a time, `#0` and `#1`, that can `exchange`; what the first answers counts. */
  readonly isTwofold?: boolean;
  /** So many times slower than this machine Chromium's processor is. */
  readonly slowDown?: number;
  /** What Node may take for its heap, if that is more than usual. */
  readonly heapMegabytes?: number;
}

type Engine = 'Node' | 'Chromium';

/** What a bench makes once and reads again: beside what npm keeps, and as easily lost. */
export function cacheFolder(): string {
  const folder = join(root, 'node_modules/.cache/manyhands-bench');
  mkdirSync(folder, { recursive: true });
  return folder;
}

export async function inNode<T>(job: Job): Promise<T> {
  const program = await bundle(job, 'Node');
  const heap = job.heapMegabytes ? [`--max-old-space-size=${job.heapMegabytes}`] : [];
  const args = [...heap, program, job.input];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(stdout) as T;
}

export const inChromium = async <T>(job: Job): Promise<T> =>
  (await chromiumRun<T>(job)).outcome;

/** What a page answered, and how busy it was. */
interface Traced<T, Trace> {
  readonly outcome: T;
  readonly busy: Trace;
}

/** The same, and how busy the main thread of its one page was from its first moment to its answer. */
export async function busyInChromium<T>(job: Job): Promise<Traced<T, Busy>> {
  const { outcome, busy } = await chromiumRun<T>(job, true);
  if (busy === null) throw new Error('nothing was traced');
  return { outcome, busy };
}

async function chromiumRun<T>(
  job: Job,
  isTraced = false,
): Promise<Traced<T, Busy | null>> {
  let busy: Busy | null = null;
  const folder = dirname(await bundle(job, 'Chromium'));
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const exchange = rendezvous();
    const open = async (address: string, loads: number): Promise<string> => {
      // Each its own context, hence its own disk and its own process.
      const context = await browser.newContext();
      await context.exposeFunction('exchange', exchange);
      // A page of localhost has all that a secure one has, and this one needs no server.
      await context.route('**/*', (route) => answer(route, folder, job.input));
      let outcome = '';
      for (let load = 0; load < loads; load += 1) {
        // A page that is told to go where it is does not load again: each has its own.
        for (const before of context.pages()) await before.close();
        const page = await context.newPage();
        if (job.slowDown !== undefined) {
          const cdp = await context.newCDPSession(page);
          await cdp.send('Emulation.setCPUThrottlingRate', { rate: job.slowDown });
        }
        const ended = isTraced
          ? await tracing(await context.newCDPSession(page))
          : null;
        await page.goto(address);
        outcome = await page.evaluate(() => globalThis.outcomeOfBench);
        if (ended !== null) busy = await ended();
      }
      return outcome;
    };
    const others = job.isTwofold === true ? [open('http://localhost/#1', 1)] : [];
    const all = [open('http://localhost/#0', job.loads ?? 1), ...others];
    const [outcome = ''] = await Promise.all(all);
    return { outcome: JSON.parse(outcome) as T, busy };
  } finally {
    await browser.close();
  }
}

declare global {
  var outcomeOfBench: Promise<string>;
  /** What the other page says in its turn, for what this one says; of a twofold job alone. */
  function exchange(said: string): Promise<string>;
}

/** Two who call one after the other each get what the other said. */
function rendezvous(): (said: string) => Promise<string> {
  let waiting: { said: string; answer: (said: string) => void } | null = null;
  return (said) => {
    const first = waiting;
    if (first === null)
      return new Promise((answer) => {
        waiting = { said, answer };
      });
    waiting = null;
    first.answer(said);
    return Promise.resolve(first.said);
  };
}

function answer(route: Route, folder: string, input: string): Promise<void> {
  const { pathname } = new URL(route.request().url());
  // The program, and the worker that it may begin.
  const path = join(folder, pathname);
  if (/\.m?js$/.test(pathname) && existsSync(path))
    return route.fulfill({ contentType: 'text/javascript', path });
  if (pathname === '/input') return route.fulfill({ path: input });
  const page =
    '<!doctype html><title>bench</title><script type=module src=/program.mjs>';
  return route.fulfill({ contentType: 'text/html', body: `${page}</script>` });
}

/** How each engine begins: it reads the input, runs, and says what came of it. */
const beginnings: Record<Engine, string> = {
  Node: `
    import { readFileSync } from 'node:fs';
    const outcome = await run(new Uint8Array(readFileSync(process.argv[2])));
    process.stdout.write(JSON.stringify(outcome), () => process.exit());`,
  Chromium: `
    globalThis.outcomeOfBench = (async () => {
      const input = new Uint8Array(await (await fetch('/input')).arrayBuffer());
      return JSON.stringify(await run(input));
    })();`,
};

async function bundle(job: Job, engine: Engine): Promise<string> {
  const outDir = join(cacheFolder(), `${job.name}-${engine}`);
  const entry = join(root, job.file);
  const beginning = `import { run } from ${JSON.stringify(entry)};${beginnings[engine]}`;
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [virtual('program', beginning), ...(job.plugins ?? [])],
    worker: { format: 'es', plugins: () => [...(job.plugins ?? [])] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      ssr: engine === 'Node',
      rolldownOptions: {
        input: 'program',
        output: { format: 'es', entryFileNames: 'program.mjs', codeSplitting: false },
      },
    },
    ssr: { noExternal: true },
  });
  return join(outDir, 'program.mjs');
}

const virtual = (id: string, code: string): Plugin => ({
  name: `virtual-${id}`,
  enforce: 'pre',
  resolveId: (asked) => (asked === id ? `\0${id}` : null),
  load: (asked) => (asked === `\0${id}` ? code : null),
});
