/**
 * The world of the stories: a relay that serves the built app, and neighbours, each
 * with a phone of their own (a browser context: own storage, own service worker).
 *
 *   test('…', async ({ world }) => {
 *     const ana = await world.neighbour('Ana');
 *
 * 1. The relay is the story's own, so that it can be stopped without stopping others.
 * 2. At the end no page may have complained to its console, and what a page cannot help
 *    complaining of (a relay that was taken away) is told apart by name, not by silence.
 */
import { test as base } from '@playwright/test';
import type { Browser, BrowserContextOptions } from '@playwright/test';
import { startRelay } from '@manyhands/relay';
import type { Relay } from '@manyhands/relay';
import { watchConnections, withoutLines } from './connections.ts';
import { keepAppLater } from './keepsApp.ts';
import { Neighbour } from './neighbour.ts';

export { expect } from '@playwright/test';

/** A phone of somebody's own, with nothing open on it yet. */
export async function newPhone(
  browser: Browser,
  phone: BrowserContextOptions,
  name: string,
  address: string,
): Promise<Neighbour> {
  const context = await browser.newContext({
    ...phone,
    permissions: ['camera', 'clipboard-read', 'clipboard-write'],
  });
  await watchConnections(context);
  await keepAppLater(context);
  return new Neighbour(name, context, address, phone.hasTouch === true);
}

export class World {
  readonly neighbours: Neighbour[] = [];
  readonly #browser: Browser;
  readonly #relays: Relay[] = [];
  readonly #phone: BrowserContextOptions;

  private constructor(browser: Browser, phone: BrowserContextOptions) {
    this.#browser = browser;
    this.#phone = phone;
  }

  /** `phone`: what everybody's phone is like; the runner adds what its project says. */
  static async begin(browser: Browser, phone: BrowserContextOptions): Promise<World> {
    const world = new World(browser, phone);
    await world.mirror();
    return world;
  }

  /** Where the app lies. */
  get address(): string {
    return this.#relay.url;
  }

  get #relay(): Relay {
    const [relay] = this.#relays;
    if (!relay) throw new Error('Bug: a world begins with a relay');
    return relay;
  }

  /** Somebody with a phone of their own, who has just opened the app. */
  async neighbour(name: string, address = this.address): Promise<Neighbour> {
    const neighbour = await newPhone(this.#browser, this.#phone, name, address);
    this.neighbours.push(neighbour);
    await neighbour.comesBack();
    return neighbour;
  }

  /** The same in a browser without WebRTC, as some are and others are told to be. */
  async neighbourWithoutLines(name: string): Promise<Neighbour> {
    const neighbour = await newPhone(this.#browser, this.#phone, name, this.address);
    await withoutLines(neighbour.context);
    this.neighbours.push(neighbour);
    await neighbour.comesBack();
    return neighbour;
  }

  /** A community that two have just begun: Ana founded it, Biel came by her invite. */
  async anaAndBiel(): Promise<[Neighbour, Neighbour]> {
    const ana = await this.neighbour('Ana');
    const biel = await this.neighbour('Biel');
    await ana.founds('Riverside');
    await biel.joins(await ana.invites());
    await biel.isLetIn();
    await ana.reads('Biel has joined.');
    return [ana, biel];
  }

  /** The same app at another address, with a relay of its own. */
  async mirror(staticDir = 'dist'): Promise<string> {
    const relay = await startRelay({ port: 0, staticDir });
    this.#relays.push(relay);
    return relay.url;
  }

  /**
   * From now on nobody is introduced to anybody, and no page comes from the network.
   * Pages that are open have kept the app by then; links that are open stay so.
   */
  async stopRelay(): Promise<void> {
    for (const neighbour of this.neighbours) {
      await neighbour.keepsTheApp();
      neighbour.mayMissTheNetwork();
    }
    await this.#relay.close();
  }

  /** The relay is back, at the same address. */
  async startRelay(): Promise<void> {
    const { port } = this.#relay;
    this.#relays[0] = await startRelay({ port, staticDir: 'dist' });
  }

  async end(): Promise<void> {
    await Promise.all(this.neighbours.map(({ context }) => context.close()));
    await Promise.all(this.#relays.map((relay) => relay.close()));
  }

  /** What everybody has written, and what they are called. */
  written(): string[] {
    return this.neighbours.flatMap(({ name, written }) => [name, ...written]);
  }

  /** What stands on everybody's screen now: of a story that failed, why is seen there. */
  async screens(): Promise<string> {
    const pages = this.neighbours.flatMap(({ name, context }) =>
      context.pages().map(async (page) => {
        const text = await page.evaluate(() => document.body.innerText).catch(String);
        return `${name} at ${page.url()}\n${text.slice(0, 1_000)}`;
      }),
    );
    return (await Promise.all(pages)).join('\n\n');
  }

  complaints(): string[] {
    return this.neighbours.flatMap(({ name, complaints }) =>
      complaints.map((complaint) => `${name}: ${complaint}`),
    );
  }
}

/**
 * For a story whose matter another one or a component test tells as well: `npm test` has eight
 * minutes, and leaves it to `npm run verify`.
 */
export const verifyOnly = { tag: '@verify' };

export const test = base.extend<{ world: World }>({
  world: async ({ browser, hasTouch }, use, story) => {
    const world = await World.begin(browser, { hasTouch });
    await use(world);
    if (story.status !== story.expectedStatus) console.log(await world.screens());
    await world.end();
    base.expect(world.complaints()).toEqual([]);
  },
});
