import { createInterface } from 'node:readline/promises';
import { assert } from '@manyhands/base';
import { startRelay } from '@manyhands/relay';
import { beginKeeper } from './beginKeeper.ts';
import { openFolder } from './disk/files.ts';
import type { Files } from './disk/files.ts';
import { findLink } from './findLink.ts';
import { readSelf } from './keptSelf.ts';
import type { KeptSelf } from './keptSelf.ts';
import { lockFolder } from './lockFolder.ts';
import { logOf } from './logOf.ts';
import { openKeeper } from './openKeeper.ts';
import type { Keeper } from './openKeeper.ts';
import { outliveErrors } from './outliveErrors.ts';
import { lendBrowser } from './rtc/lendBrowser.ts';
import { serveHealth } from './serveHealth.ts';
import { keeperWords } from './words.ts';

export interface RunOptions {
  /** The link, or the letters, that came with the command. */
  readonly link: string | null;
  readonly folder: string;
  readonly relays: readonly string[];
  /** Where to listen, if at all; without `host` on this machine alone. */
  readonly host: string;
  readonly healthPort: number | null;
  readonly servePort: number | null;
  /** Reverse proxies of one's own before `servePort`, by their addresses. */
  readonly proxies: readonly string[];
  /** The built app, for `servePort`. */
  readonly staticDir: string;
  /** Names the code that runs: another name whenever it does anything otherwise. */
  readonly build: string;
  readonly say: (line: string) => void;
}

/**
 * Runs a keeper until it is told to end. Resolves with the status to exit with: 0 after
 * SIGTERM or SIGINT, 1 when there was nothing to run.
 */
export async function runKeeper(options: RunOptions): Promise<number> {
  const { folder, say } = options;
  lendBrowser();
  const endOutliving = outliveErrors(say);
  const lock = await lockFolder(folder);
  if (!lock.ok) {
    say(keeperWords.held(lock.error.by));
    endOutliving();
    return 1;
  }
  const files = await openFolder(folder);
  const run = new Run(files, options);
  try {
    return await run.run();
  } finally {
    await run.close();
    await lock.value.release();
    endOutliving();
  }
}

class Run {
  readonly #files: Files;
  readonly #options: RunOptions;
  readonly #closers: (() => Promise<void> | void)[] = [];
  readonly #signal = new AbortController();
  readonly #relays: string[];
  #keeper: Keeper | null = null;

  constructor(files: Files, options: RunOptions) {
    this.#files = files;
    this.#options = options;
    this.#relays = [...options.relays];
    for (const name of ['SIGTERM', 'SIGINT'] as const) {
      const stop = () => this.#signal.abort();
      process.once(name, stop);
      this.#closers.push(() => void process.off(name, stop));
    }
  }

  async run(): Promise<number> {
    await this.#listen();
    const { say, build } = this.#options;
    const self = await this.#self();
    if (self === null) return this.#signal.signal.aborted ? 0 : 1;
    const opened = await openKeeper(this.#files, self, {
      relays: this.#relays,
      build,
    });
    if (!opened.ok) {
      const { error } = opened;
      say(keeperWords.unreadable('why' in error ? error.why : error.type));
      return 1;
    }
    const keeper = opened.value;
    this.#keeper = keeper;
    this.#closers.push(() => keeper.close());
    const { role, entries, isBehind } = keeper.state();
    say(
      role === null
        ? keeperWords.digits(keeper.name, keeper.digits)
        : keeperWords.again(keeper.name, entries),
    );
    if (isBehind) say(keeperWords.isBehind);
    this.#closers.push(logOf(keeper, say));
    return this.#untilOver(keeper);
  }

  async close(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) await close();
    if (this.#signal.signal.aborted) this.#options.say(keeperWords.bye);
    await this.#files.close();
  }

  async #listen(): Promise<void> {
    const { healthPort, servePort, host, staticDir, proxies, say } = this.#options;
    if (servePort !== null) {
      const relay = await startRelay({ port: servePort, host, staticDir, proxies });
      this.#closers.push(() => relay.close());
      // By this machine's own name, whatever others call it.
      this.#relays.push(`ws://127.0.0.1:${relay.port}/relay`);
      say(keeperWords.serving(relay.url));
    }
    if (healthPort !== null) {
      const state = () => this.#keeper?.state() ?? null;
      const health = await serveHealth({ port: healthPort, host }, state);
      this.#closers.push(() => health.close());
      say(keeperWords.health(health.url));
    }
  }

  /** What is kept here, or what a link makes of this folder; null if nothing came of it. */
  async #self(): Promise<KeptSelf | null> {
    const { link, say } = this.#options;
    const kept = await readSelf(this.#files);
    if (!kept.ok) {
      say(
        keeperWords.unreadable('why' in kept.error ? kept.error.why : kept.error.type),
      );
      return null;
    }
    if (kept.value !== null) {
      if (link !== null) say(keeperWords.linkUnused(kept.value.name));
      return kept.value;
    }
    const found = await this.#askForLink();
    if (found === null) return null;
    const begun = await beginKeeper(this.#files, found);
    if (begun.ok) return begun.value;
    say(keeperWords.trouble(begun.error.type));
    return null;
  }

  async #askForLink() {
    const { link, say } = this.#options;
    const lines = createInterface({ input: process.stdin });
    this.#signal.signal.addEventListener('abort', () => lines.close());
    const typed = lines[Symbol.asyncIterator]();
    try {
      for (let text = link; ; text = null) {
        if (text === null) say(keeperWords.askLink);
        const next = text ?? (await typed.next());
        if (typeof next !== 'string' && next.done === true) {
          if (!this.#signal.signal.aborted) say(keeperWords.noEnd);
          return null;
        }
        const found = await findLink(
          typeof next === 'string' ? next : next.value,
          this.#relays,
          say,
        );
        if (found.ok) return found.value;
        say(found.error);
      }
    } finally {
      lines.close();
    }
  }

  /** Resolves when somebody ends it, or its owner has said no before it was anything. */
  #untilOver(keeper: Keeper): Promise<number> {
    const { signal } = this.#signal;
    return new Promise((resolve) => {
      if (signal.aborted) resolve(0);
      signal.addEventListener('abort', () => resolve(0));
      keeper.subscribe(() => {
        if (!keeper.state().isRefused) return;
        this.#options.say(keeperWords.refused);
        void this.#forget().then(() => resolve(1));
      });
    });
  }

  /** It was never anybody's: there is nothing to keep. */
  async #forget(): Promise<void> {
    assert(this.#keeper?.state().role === null, 'only who was refused is forgotten');
    await this.#files.remove('keys');
  }
}
