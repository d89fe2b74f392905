import { expect as hasty } from '@playwright/test';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { linkTraffic } from './connections.ts';
import type { LinkTraffic } from './connections.ts';
import { keepAppNow } from './keepsApp.ts';
import { linkIn } from './linkIn.ts';
import { longestWait } from './longest.ts';

/** As long as a story waits (playwright.config.ts), also where the pictures are taken. */
const expect = hasty.configure({ timeout: longestWait });

/**
 * A tab that is closed, or a room that is left at once, may have been dialling a relay or a
 * neighbour still. Firefox says the same of a relay whatever the reason; Chromium, which is told the
 * same stories, tells them apart.
 */
const whileDialling =
  /WebSocket is closed before the connection is established|^WebRTC: ICE failed|^Firefox can’t establish a connection to the server|was interrupted while the page was loading/;

/** What a browser says by itself when the network is not there. */
const missesNetwork =
  /WebSocket connection to .* failed|WebSocket is already in CLOSING|net::ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED)/;
/** What Firefox says of a style that Playwright puts into a page to take its picture. */
const ofThePicture =
  /style-src-elem.*sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA=/;

export interface Exchange {
  /** As it is said on the screen: "Biel". */
  readonly with: string;
  readonly word?: string;
}

type Tab = 'Today' | 'Board' | 'Add' | 'People' | 'Me';

/** What lies one link beyond a tab. */
const beyond = {
  Hours: ['Me', /^(All|Everybody’s) hours$/],
  Us: ['People', /^All about /],
  'Record help': ['Add', 'Record help'],
  'Scan a code': ['Add', 'Scan a code'],
  'Show my code': ['Add', 'Show my code'],
} as const;

/** Text is the whole name, as one reads it; a pattern is a part of it. */
const named = (name: string | RegExp) => ({ name, exact: typeof name === 'string' });

/**
 * Somebody with a phone, who does what a person does: finds things by the names that
 * are on the screen, taps them, types, reads. Taps and typed fields are counted.
 */
export class Neighbour {
  readonly name: string;
  readonly context: BrowserContext;
  readonly complaints: string[] = [];
  /** What was tapped, in order; a field that was tapped to write in it too. */
  readonly taps: string[] = [];
  readonly typed: string[] = [];
  /** What was written in them. */
  readonly written: string[] = [];
  readonly #address: string;
  readonly #isTouch: boolean;
  #page: Page | null = null;
  #mayMissTheNetwork = false;
  readonly #expected: RegExp[] = [];

  constructor(
    name: string,
    context: BrowserContext,
    address: string,
    isTouch: boolean,
  ) {
    this.name = name;
    this.context = context;
    this.#address = address;
    this.#isTouch = isTouch;
    context.on('page', (page) => this.#listenTo(page));
  }

  get page(): Page {
    if (!this.#page) throw new Error(`Bug: ${this.name} has no page open`);
    return this.#page;
  }

  // What a hand and an eye do.

  async tap(target: Locator, position?: { x: number; y: number }): Promise<void> {
    this.taps.push(String(target));
    const where = position ? { position } : {};
    await (this.#isTouch ? target.tap(where) : target.click(where));
  }

  async press(button: string | RegExp): Promise<void> {
    await this.tap(this.page.getByRole('button', named(button)));
  }

  async follow(link: string | RegExp): Promise<void> {
    await this.tap(this.page.getByRole('link', named(link)));
  }

  /** A choice among a few: their round or box is drawn, the name is what one taps. */
  async choose(choice: string): Promise<void> {
    const radio = this.page.getByRole('radio', named(choice));
    const one = radio.or(this.page.getByRole('checkbox', named(choice)));
    await this.tap(this.page.locator('label').filter({ has: one }));
  }

  async write(field: string, text: string): Promise<void> {
    this.typed.push(field);
    this.written.push(text);
    await this.tap(this.page.getByLabel(field));
    await this.page.getByLabel(field).fill(text);
  }

  async strikes(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async reads(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).first()).toBeVisible();
  }

  /** What went wrong, whether anything is lost, what to do: said at once, as an alert. */
  async readsInAlert(...sentences: string[]): Promise<void> {
    const alert = this.page.getByRole('alert').first();
    for (const sentence of sentences) await expect(alert).toContainText(sentence);
  }

  async readsNoMore(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text)).toHaveCount(0);
  }

  /** Answers, later, every text that ever matched from now on, until the page goes. */
  async watchesFor(pattern: RegExp): Promise<() => Promise<string[]>> {
    const seen = await this.page.evaluateHandle((source) => {
      const found: string[] = [];
      const wanted = new RegExp(source, 'i');
      const look = (): void => {
        for (const line of document.body.innerText.split('\n')) {
          if (wanted.test(line)) found.push(line);
        }
      };
      new MutationObserver(look).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      look();
      return found;
    }, pattern.source);
    return () => seen.jsonValue();
  }

  async isAt(heading: string | RegExp): Promise<void> {
    await expect(
      this.page.getByRole('heading', { level: 1, ...named(heading) }),
    ).toBeVisible();
  }

  // Founding and joining.

  /** Starts a community; it is there, with nobody else in it. */
  async founds(community: string): Promise<void> {
    await this.follow('Start a community');
    await this.write('What is it called?', community);
    await this.write('And your name?', this.name);
    await this.press('Go on');
    await this.press('Start it');
    await this.reads('You are the first one here');
  }

  /** Makes an invite for one person, and copies its link. */
  async invites(): Promise<string> {
    await this.goesTo('People');
    await this.follow('Invite someone');
    return this.shownInvite();
  }

  /** The invite that is on the screen. */
  shownInvite(): Promise<string> {
    return this.page.getByLabel('Or send this link').inputValue();
  }

  /** Opens a link, as a phone does: in the app's tab if it is open. */
  async opens(link: string): Promise<void> {
    await this.page.goto(link);
  }

  async joins(invitation: string): Promise<void> {
    await this.opens(invitation);
    await this.fillsInTheDoor();
  }

  /** What is asked of whoever has opened an invite; what need not be said is passed over. */
  async fillsInTheDoor(): Promise<void> {
    await this.write('What is your name?', this.name);
    await this.press('Go on');
    await this.press('I don’t know yet');
    await this.press('Join');
  }

  async isLetIn(): Promise<void> {
    await this.hasHours('Nothing to give or ask yet');
  }

  // Hours.

  /** "Biel helped me for 1 h 30": asked, on the page of that hour. */
  async saysWasHelped(exchange: Exchange): Promise<void> {
    await this.goesTo('Record help');
    await this.choose('Someone helped me');
    await this.#asks(exchange);
  }

  async saysHelped(exchange: Exchange): Promise<void> {
    await this.goesTo('Record help');
    await this.choose('I helped');
    await this.#asks(exchange);
  }

  async #asks({ with: other, word }: Exchange): Promise<void> {
    await this.choose(other);
    await this.#taps1h30();
    if (word !== undefined) {
      await this.tap(this.page.getByText('Say what it was'));
      await this.write('A note about it', word);
    }
    await this.press(`Ask ${other}`);
    // What was asked stands where the two talk.
    await this.isAt(other);
    await this.reads(`${other} has been asked`);
  }

  /** The third quarter of the second round: an hour and a half in one gesture. */
  async #taps1h30(): Promise<void> {
    const board = this.page.getByRole('slider', { name: 'How long?' });
    await board.scrollIntoViewIfNeeded();
    const box = await board.boundingBox();
    if (!box) throw new Error('the rounds are not on the screen');
    const round = box.width / 4;
    await this.tap(board, { x: 1.75 * round, y: 0.75 * round });
    await expect(board).toHaveAttribute('aria-valuenow', '90');
  }

  async saysYes(): Promise<void> {
    await this.press('Yes, that’s right');
    await this.reads('Done. You both agree');
  }

  /** Has a message written about the hour that is open; it ends with the link. */
  async writesTo(other: string): Promise<string> {
    await this.press(`Send ${other} a message about it`);
    const message = await this.page
      .getByLabel('The message, with its link')
      .inputValue();
    await this.closesTheSheet();
    return message;
  }

  /** A message with a link that a screen or sheet shows; closes the sheet if there is one. */
  async shownMessage(label: string): Promise<string> {
    const message = await this.page.getByLabel(label).inputValue();
    if ((await this.page.getByRole('dialog').count()) > 0) await this.closesTheSheet();
    return message;
  }

  async closesTheSheet(): Promise<void> {
    const sheet = this.page.getByRole('dialog');
    await this.tap(sheet.getByRole('button', { name: 'Close' }));
  }

  /** Taps the link in a message that was sent. */
  async opensMessage(message: string): Promise<void> {
    await this.opens(linkIn(message));
  }

  /** Copies a whole message and pastes it into the app. */
  async pastes(message: string): Promise<void> {
    await this.opens(`${this.#address}/#/paste`);
    await this.write('The link', message);
    await this.press('Open it');
  }

  /** By the bar at the foot of a phone, or beside a wide screen; and on from there. */
  async goesTo(place: Tab | keyof typeof beyond): Promise<void> {
    if (place in beyond) {
      const [tab, link] = beyond[place as keyof typeof beyond];
      await this.goesTo(tab);
      return this.follow(link);
    }
    const bar = this.page.getByRole('navigation', { name: 'Main menu' });
    // The first tab also says how many wait for an answer.
    const link = bar.getByRole('link', { name: new RegExp(`^${place}`) });
    await this.tap(link);
    await expect(link).toHaveAttribute('aria-current', 'page');
  }

  async goesHome(): Promise<void> {
    await this.goesTo('Today');
  }

  /** What the screen reader is told of my hours, on the first page. */
  async hasHours(sum: string): Promise<void> {
    const mine = this.page.getByRole('region', { name: 'Your hours' });
    await expect(mine).toContainText(sum);
  }

  // The phone and its network.

  traffic(): Promise<LinkTraffic[]> {
    return linkTraffic(this.page);
  }

  /** Waits until the phone has kept the whole app, so that it opens without a network. */
  async keepsTheApp(): Promise<void> {
    await keepAppNow(this.context);
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller) return;
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve);
      });
    });
  }

  async goesOffline(): Promise<void> {
    this.mayMissTheNetwork();
    await this.keepsTheApp();
    await this.context.setOffline(true);
  }

  /** Without a network, and without the links it had: these go with the page. */
  async isApart(): Promise<void> {
    await this.goesOffline();
    await this.reloads();
  }

  async goesOnline(): Promise<void> {
    await this.context.setOffline(false);
  }

  async reloads(): Promise<void> {
    await this.page.reload();
  }

  /** The tab is gone: nothing it had begun is finished. */
  async closes(): Promise<void> {
    await this.page.close();
  }

  /** Opens the app anew, where it was left or at `path`. */
  async comesBack(path = ''): Promise<void> {
    this.#page = await this.context.newPage();
    await this.#page.goto(this.#address + path);
  }

  /** Looks at another tab of the same phone. */
  turnsTo(page: Page): void {
    this.#page = page;
  }

  /** What a browser says of a fault that was done to it on purpose. */
  mayComplainOf(fault: RegExp): void {
    this.#expected.push(fault);
  }

  mayMissTheNetwork(): void {
    this.#mayMissTheNetwork = true;
  }

  #listenTo(page: Page): void {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.#hear(message.text());
    });
    page.on('pageerror', (error) => this.#hear(String(error)));
  }

  #hear(complaint: string): void {
    if (this.#mayMissTheNetwork && missesNetwork.test(complaint)) return;
    if (ofThePicture.test(complaint) || whileDialling.test(complaint)) return;
    if (this.#expected.some((fault) => fault.test(complaint))) return;
    this.complaints.push(complaint);
  }
}
