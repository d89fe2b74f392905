/**
 * Two villages, each a network of its own, and a cable between them that can be cut:
 *
 *     west                westMast          eastMast                east
 *     a browser ────────── switch ── cable ── switch ────────── a browser
 *     10.77.0.11      relay, 10.77.0.1       relay              10.77.0.12
 *
 * Everything is real but the cable: network namespaces of the kernel, the relay's own
 * process on each mast, a browser's own process in each village. What they send goes
 * nowhere else: no namespace has a way out.
 *
 * 1. The relay has one address in both villages, as a name has that leads to the nearest
 *    one. While the cable holds, it is the relay of the western mast.
 * 2. A pair of phones in one village reach each other whatever becomes of the cable.
 * 3. Only root on Linux can do this (`cannot`).
 */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContextOptions } from '@playwright/test';
import { chromiumLaunch } from '../scripts/chromium.mjs';
import { root } from '../scripts/setup.mjs';
import type { Neighbour } from './neighbour.ts';
import { newPhone } from './world.ts';

/** Why there can be no villages here; null where there can. */
export const cannot =
  process.platform === 'linux' && process.getuid?.() === 0
    ? null
    : 'Networks of our own need Linux and root: this test ran nowhere.';

const port = 4173;
const relayAddress = '10.77.0.1';
const address = `http://${relayAddress}:${port}`;

type Village = 'west' | 'east';
type Place = Village | 'westMast' | 'eastMast';
const villages = { west: '10.77.0.11', east: '10.77.0.12' } as const;

const execute = promisify(execFile);
/** `words` as one would type them after `ip`. */
const ip = (words: string) => execute('ip', words.split(' '));
/** Of this run alone: another may go on at the same time. */
const netns = (place: Place): string => `manyhands-${process.pid}-${place}`;
const on = (place: Place, words: string) => ip(`-n ${netns(place)} ${words}`);

export class Villages {
  readonly neighbours: Neighbour[] = [];
  readonly #relays: ChildProcess[] = [];
  readonly #browsers = new Map<Village, Browser>();
  readonly #phone: BrowserContextOptions;
  readonly #folder: string;

  private constructor(phone: BrowserContextOptions, folder: string) {
    this.#phone = phone;
    this.#folder = folder;
  }

  static async begin(phone: BrowserContextOptions): Promise<Villages> {
    const folder = await mkdtemp(join(tmpdir(), 'manyhands-villages-'));
    const begun = new Villages(phone, folder);
    try {
      await begun.#build();
    } catch (cause) {
      await begun.end();
      throw cause;
    }
    return begun;
  }

  async #build(): Promise<void> {
    for (const mast of ['westMast', 'eastMast'] as const) {
      await ip(`netns add ${netns(mast)}`);
      await on(mast, 'link set lo up');
      await on(mast, 'link add switch type bridge');
      await on(mast, 'link set switch up');
    }
    await this.#lay('westMast', 'cable', 'eastMast', 'cable');
    for (const mast of ['westMast', 'eastMast'] as const)
      await on(mast, 'link set cable master switch');
    for (const village of ['west', 'east'] as const) {
      const mast: Place = `${village}Mast`;
      await ip(`netns add ${netns(village)}`);
      await on(village, 'link set lo up');
      await this.#lay(village, 'wifi', mast, 'wifi');
      await on(mast, 'link set wifi master switch');
      await on(village, `addr add ${villages[village]}/24 dev wifi`);
      // A browser looks for its own address by asking where the world would be.
      await on(village, `route add default via ${relayAddress}`);
      await this.#startRelay(mast);
    }
    await on('westMast', `addr add ${relayAddress}/24 dev switch`);
    for (const village of ['west', 'east'] as const)
      this.#browsers.set(village, await this.#startBrowser(village));
  }

  async #lay(from: Place, end: string, to: Place, other: string): Promise<void> {
    await on(from, `link add ${end} type veth peer name ${other} netns ${netns(to)}`);
    await on(from, `link set ${end} up`);
    await on(to, `link set ${other} up`);
  }

  /** As `npm run relay` has it. */
  async #startRelay(mast: Place): Promise<void> {
    const program = `netns exec ${netns(mast)} ${process.execPath} scripts/relay.mjs`;
    const options = `--port ${port} --host 0.0.0.0 --strict`;
    const relay = spawn('ip', `${program} ${options}`.split(' '), { cwd: root });
    this.#relays.push(relay);
    await new Promise<void>((resolve, reject) => {
      let said = '';
      const hear = (part: Buffer) => {
        said += part.toString();
        if (said.includes('Relay and app')) resolve();
      };
      relay.stdout.on('data', hear);
      relay.stderr.on('data', hear);
      relay.once('exit', () => reject(new Error(`the relay did not start: ${said}`)));
    });
  }

  async #startBrowser(village: Village): Promise<Browser> {
    const { executablePath = chromium.executablePath(), args } = chromiumLaunch();
    const program = join(this.#folder, `${village}.sh`);
    const inside = `exec ip netns exec ${netns(village)} '${executablePath}' "$@"`;
    await writeFile(program, `#!/bin/sh\n${inside}\n`, { mode: 0o700 });
    return chromium.launch({
      executablePath: program,
      // Keys are made where a page is secure: this address is as good as localhost.
      args: [...args, `--unsafely-treat-insecure-origin-as-secure=${address}`],
    });
  }

  /** Somebody in this village, who has just opened the app on a phone of their own. */
  async neighbour(village: Village, name: string): Promise<Neighbour> {
    const browser = this.#browsers.get(village);
    if (!browser) throw new Error('Bug: a village has a browser');
    const neighbour = await newPhone(browser, this.#phone, name, address);
    this.neighbours.push(neighbour);
    await neighbour.comesBack();
    return neighbour;
  }

  /** From now on each village is alone, with a relay of its own. */
  async cut(): Promise<void> {
    for (const neighbour of this.neighbours) neighbour.mayMissTheNetwork();
    await on('eastMast', 'link set cable down');
    await on('eastMast', `addr add ${relayAddress}/24 dev switch`);
    await this.#lookAgain();
  }

  async heal(): Promise<void> {
    await on('eastMast', `addr del ${relayAddress}/24 dev switch`);
    await on('eastMast', 'link set cable up');
    await this.#lookAgain();
  }

  /** In the east, who has the relay's address is another now. */
  async #lookAgain(): Promise<void> {
    await on('east', 'neigh flush dev wifi');
  }

  complaints(): string[] {
    return this.neighbours.flatMap(({ name, complaints }) =>
      complaints.map((complaint) => `${name}: ${complaint}`),
    );
  }

  async end(): Promise<void> {
    for (const browser of this.#browsers.values()) await browser.close();
    for (const relay of this.#relays) relay.kill();
    for (const place of ['west', 'east', 'westMast', 'eastMast'] as const)
      await ip(`netns del ${netns(place)}`).catch(() => undefined);
    await rm(this.#folder, { recursive: true, force: true });
  }
}
