import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContext } from '@playwright/test';
import { chromiumLaunch } from '../scripts/chromium.mjs';
import { Neighbour } from './neighbour.ts';

/** A browser of our own with a profile on the disk, so that it can be killed and come back. */
export class Mortal {
  readonly #profile: string;
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;

  private constructor(profile: string) {
    this.#profile = profile;
  }

  static async create(): Promise<Mortal> {
    return new Mortal(await mkdtemp(join(tmpdir(), 'manyhands-profile-')));
  }

  /** Somebody with this browser; `first` is done before the app is opened in it. */
  async start(
    name: string,
    address: string,
    first: (context: BrowserContext) => Promise<void> = () => Promise.resolve(),
  ): Promise<Neighbour> {
    const { executablePath = chromium.executablePath(), args } = chromiumLaunch();
    const started = spawn(
      executablePath,
      [
        ...args,
        '--headless',
        '--remote-debugging-port=0',
        `--user-data-dir=${this.#profile}`,
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.#process = started;
    const endpoint = await new Promise<string>((resolve, reject) => {
      let said = '';
      started.stderr.on('data', (part: Buffer) => {
        said += part.toString();
        const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
      started.once('exit', () =>
        reject(new Error(`the browser did not start: ${said}`)),
      );
    });
    this.#browser = await chromium.connectOverCDP(endpoint);
    const [context] = this.#browser.contexts();
    if (!context) throw new Error('Bug: a browser has a context');
    const owner = new Neighbour(name, context, address, false);
    await first(context);
    await owner.comesBack();
    return owner;
  }

  /** Nothing is flushed, nothing is said. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#process?.once('exit', resolve));
    if (this.#process?.exitCode === null) {
      this.#process.kill('SIGKILL');
      await ended;
    }
    await this.#browser?.close();
  }

  async end(): Promise<void> {
    await this.kill();
    await rm(this.#profile, { recursive: true, force: true });
  }
}
