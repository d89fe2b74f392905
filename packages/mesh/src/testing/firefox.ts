/** Firefox, driven by WebDriver BiDi over its own socket: Playwright has no Debian one. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';

interface Answer {
  readonly id: number;
  readonly result?: Told;
  readonly error?: string;
  readonly message?: string;
}

/** What the commands that are used here answer. */
interface Told {
  readonly context?: string;
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
  /** Of a blob: base64 of a PNG. */
  readonly data?: string;
}

export class Firefox {
  readonly #process: ChildProcess;
  readonly #socket: WebSocket;
  readonly #profile: string;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;

  private constructor(process: ChildProcess, socket: WebSocket, profile: string) {
    this.#process = process;
    this.#socket = socket;
    this.#profile = profile;
    socket.on('message', (data: Buffer) => {
      const answer = JSON.parse(data.toString()) as Answer;
      this.#waiting.get(answer.id)?.(answer);
    });
  }

  /** `preferences`: as in about:config, for a profile that goes with it. */
  static async launch(
    path: string,
    preferences: Readonly<Record<string, boolean | number | string>> = {},
  ): Promise<Firefox> {
    const profile = await mkdtemp(join(tmpdir(), 'manyhands-firefox-'));
    const lines = Object.entries(preferences).map(
      (each) => `user_pref(${each.map((part) => JSON.stringify(part)).join(', ')});`,
    );
    await writeFile(join(profile, 'user.js'), lines.join('\n'));
    const options = ['--headless', '--no-remote', '--remote-debugging-port', '0'];
    const launched = spawn(path, [...options, '--profile', profile, 'about:blank']);
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      launched.once('error', reject);
      launched.once('exit', () => reject(new Error(`Firefox has ended: ${said}`)));
      launched.stderr.on('data', (data: Buffer) => {
        said += data.toString();
        const [found] = /ws:\/\/\S+/.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    const socket = new WebSocket(`${address}/session`);
    await new Promise((resolve) => socket.once('open', resolve));
    const firefox = new Firefox(launched, socket, profile);
    await firefox.#ask('session.new', { capabilities: {} });
    return firefox;
  }

  /** A new tab at this address, once it is there. */
  async open(url: string): Promise<FirefoxPage> {
    const { context } = await this.#ask('browsingContext.create', { type: 'tab' });
    await this.#ask('browsingContext.navigate', { context, url, wait: 'complete' });
    return {
      evaluate: async <T>(expression: string) => {
        const whole = `(async () => JSON.stringify((await (${expression})) ?? null))()`;
        const { result, exceptionDetails } = await this.#ask('script.evaluate', {
          expression: whole,
          target: { context },
          awaitPromise: true,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.text);
        return JSON.parse(result?.value ?? 'null') as T;
      },
      ask: (method, params) => this.#ask(method, { context, ...params }),
    };
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#socket.close();
    this.#process.kill();
    await gone;
    await rm(this.#profile, { recursive: true, force: true });
  }

  async #ask(method: string, params: object): Promise<Told> {
    const id = (this.#last += 1);
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { result, error, message = '' } = await answered;
    if (result === undefined) throw new Error(`${method}: ${error ?? ''} ${message}`);
    return result;
  }
}

export interface FirefoxPage {
  /** What the expression comes to, by way of JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** A command of WebDriver BiDi about this tab. */
  ask(method: string, params: object): Promise<Told>;
}
