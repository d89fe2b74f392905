/** WebKitGTK, driven by WebDriver: its driver speaks HTTP, on a display of its own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../freePort.ts';
import { keysOf, pressAt } from './actions.ts';
import type { Source } from './actions.ts';
import type { Begin, Driver, Engine } from './driver.ts';
import { windowSize } from './driver.ts';

const program = '/usr/bin/WebKitWebDriver';
const display = '/usr/bin/Xvfb';

/** The browser that comes with the driver; each version of the API has a folder. */
function findMiniBrowser(): string | undefined {
  const libraries = '/usr/lib';
  const places = readdirSync(libraries)
    .map((name) => join(libraries, name))
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((api) => join(folder, api)),
    );
  return places.map((place) => join(place, 'MiniBrowser')).find(existsSync);
}

const lacks = (): string | null => {
  if (process.platform !== 'linux') return 'Linux';
  if (!existsSync(program) || findMiniBrowser() === undefined)
    return 'the package webkit2gtk-driver';
  return existsSync(display) ? null : 'the package xvfb';
};

export const webKit: Engine = {
  name: 'WebKitGTK',
  lacks: lacks(),
  begin: (how) => WebKitDriver.begin(how),
};

/** An answer of WebDriver's: the value, or what was wrong. */
interface Answer {
  readonly value: unknown;
}

class WebKitDriver implements Driver {
  readonly #processes: ChildProcess[] = [];
  readonly #home: string;
  #session = '';

  private constructor(home: string) {
    this.#home = home;
  }

  static async begin({ isDark }: Begin): Promise<Driver> {
    const driver = new WebKitDriver(await mkdtemp(join(tmpdir(), 'manyhands-webkit-')));
    try {
      await driver.#launch(isDark);
    } catch (cause) {
      await driver.close();
      throw cause;
    }
    return driver;
  }

  async #launch(isDark: boolean): Promise<void> {
    const { width, height } = windowSize;
    // The bar above the page takes some of it.
    const screen = `${width + 200}x${height + 200}x24`;
    const screens = spawn(
      display,
      ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    this.#processes.push(screens);
    const number = await firstOf(screens, screens.stdio[3] as NodeJS.ReadableStream);
    const port = await freePort();
    const home = this.#home;
    const driver = spawn(program, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {
        PATH: process.env['PATH'],
        LANG: 'en_GB.UTF-8',
        DISPLAY: `:${number}`,
        HOME: home,
        XDG_RUNTIME_DIR: home,
        NO_AT_BRIDGE: '1',
        ...(isDark ? { GTK_THEME: 'Adwaita:dark' } : {}),
        // Root has no sandbox to give; and there is no graphics card.
        ...(process.getuid?.() === 0
          ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }
          : {}),
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      },
    });
    this.#processes.push(driver);
    this.#session = `http://127.0.0.1:${port}/session`;
    await untilItListens(`http://127.0.0.1:${port}/status`, driver);
    const options = { binary: findMiniBrowser(), args: ['--automation'] };
    const asked = {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    };
    const { sessionId } = (await this.#ask('POST', '', asked)) as { sessionId: string };
    this.#session += `/${sessionId}`;
    await this.#ask('POST', '/window/rect', {
      x: 0,
      y: 0,
      width,
      height: height + 100,
    });
  }

  async navigate(url: string): Promise<void> {
    await this.#ask('POST', '/url', { url });
  }

  async reload(): Promise<void> {
    await this.#ask('POST', '/refresh', {});
  }

  async run<Args extends unknown[], T>(
    inPage: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T> {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${String(inPage)})(...arguments[0])).then(
        (value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
    const told = await this.#ask('POST', '/execute/async', { script, args: [args] });
    const { value, error } = told as { value: T; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }

  tap(x: number, y: number): Promise<void> {
    return this.#act(pressAt(x, y));
  }

  type(text: string): Promise<void> {
    return this.#act(keysOf(text));
  }

  async #act(source: Source): Promise<void> {
    await this.#ask('POST', '/actions', { actions: [source] });
  }

  async picture(): Promise<Buffer> {
    return Buffer.from((await this.#ask('GET', '/screenshot')) as string, 'base64');
  }

  async close(): Promise<void> {
    await this.#ask('DELETE', '').catch(() => undefined); // it may never have begun
    for (const each of this.#processes.toReversed()) {
      const gone = new Promise((resolve) => each.once('exit', resolve));
      if (each.exitCode === null && each.kill()) await gone;
    }
    await rm(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }

  async #ask(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(this.#session + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await answer.json()) as Answer;
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  }
}

/** The first line that a process says, or that it ended before. */
const firstOf = (
  process: ChildProcess,
  stream: NodeJS.ReadableStream,
): Promise<string> =>
  new Promise((resolve, reject) => {
    stream.once('data', (data: Buffer) => resolve(String(data).trim()));
    process.once('error', reject);
    process.once('exit', () => reject(new Error('no display could be made')));
  });

async function untilItListens(url: string, process: ChildProcess): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer !== null) return;
    if (process.exitCode !== null) throw new Error(`${program} ended`);
    await new Promise((resolve) => setTimeout(resolve, 50)); // it tells nobody that it listens
  }
}
