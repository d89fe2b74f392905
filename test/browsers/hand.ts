import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { linkIn } from '../linkIn.ts';
import { longestWait } from '../longest.ts';
import type { Driver } from './driver.ts';
import { isKept, linesOf, lookOf, placeOf, valueOf } from './inPage.ts';
import type { Kind, Look } from './inPage.ts';

const patience = { timeout: longestWait, interval: 50 };

/**
 * Somebody with a browser of their own, who does what a person does. It is to any browser what
 * `Neighbour` is to the stories, with the few verbs that journeys need.
 */
export class Hand {
  readonly name: string;
  readonly #driver: Driver;
  readonly #address: string;
  readonly #pictures: string;

  constructor(name: string, driver: Driver, address: string, pictures: string) {
    this.name = name;
    this.#driver = driver;
    this.#address = address;
    this.#pictures = pictures;
  }

  opens(link = this.#address): Promise<void> {
    return this.#driver.navigate(link);
  }

  reloads(): Promise<void> {
    return this.#driver.reload();
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  press = (name: string): Promise<void> => this.#tap('button', name);
  follow = (name: string): Promise<void> => this.#tap('link', name);
  choose = (name: string): Promise<void> => this.#tap('radio', name);

  async write(field: string, text: string): Promise<void> {
    await this.#tap('field', field);
    await this.#driver.type(text);
    await expect.poll(() => this.#driver.run(valueOf, field), patience).toBe(text);
  }

  async reads(text: string): Promise<void> {
    const has = (lines: string[]) => lines.some((line) => line.includes(text));
    await expect
      .poll(() => this.#driver.run(linesOf), patience)
      .toSatisfy(has, `${this.name} reads “${text}”`);
  }

  async readsNot(text: string): Promise<void> {
    const lines = await this.#driver.run(linesOf);
    expect(lines.filter((line) => line.includes(text))).toEqual([]);
  }

  /** The link in a message that a screen shows; the sheet around it is closed. */
  async messageIn(label: string): Promise<string> {
    const read = () => this.#driver.run(valueOf, label);
    await expect.poll(read, patience).toMatch(/http/);
    const message = await read();
    return linkIn(message ?? '');
  }

  look(): Promise<Look> {
    return this.#driver.run(lookOf);
  }

  /** Resolves once the app would open here without a network. */
  async keepsTheApp(): Promise<void> {
    await expect.poll(() => this.#driver.run(isKept), patience).toBe(true);
  }

  /** For looking at; it asserts nothing. */
  async picture(name: string): Promise<void> {
    await mkdir(this.#pictures, { recursive: true });
    const file = `${name}-${this.name.toLowerCase()}.png`;
    await writeFile(join(this.#pictures, file), await this.#driver.picture());
  }

  // Founding, joining, recording.

  async founds(community: string): Promise<void> {
    await this.follow('Start a community');
    await this.write('What is it called?', community);
    await this.write('And your name?', this.name);
    await this.press('Go on');
    await this.press('Start it');
    await this.reads('You are the first one here');
  }

  async invites(): Promise<string> {
    await this.follow('People');
    await this.follow('Invite someone');
    return this.messageIn('Or send this link');
  }

  async joins(invitation: string): Promise<void> {
    await this.opens(invitation);
    await this.write('What is your name?', this.name);
    await this.press('Go on');
    await this.press('I don’t know yet');
    await this.press('Join');
  }

  /** "Biel helped me for 1 h 30". */
  async saysWasHelpedBy(other: string): Promise<void> {
    await this.follow('Add');
    await this.follow('Record help');
    await this.choose('Someone helped me');
    await this.choose(other);
    const { left, top, width } = await this.#placeOf('slider', 'How long?');
    // The third quarter of the second round of four.
    const round = width / 4;
    await this.#driver.tap(left + 1.75 * round, top + 0.75 * round);
    await this.press(`Ask ${other}`);
    await this.reads(`${other} has been asked`);
  }

  /** A message about the hour that is open. */
  async writesTo(other: string): Promise<string> {
    await this.press(`Send ${other} a message about it`);
    const link = await this.messageIn('The message, with its link');
    await this.press('Close');
    return link;
  }

  async saysYes(): Promise<void> {
    await this.press('Yes, that’s right');
    await this.reads('Done. You both agree');
  }

  async #tap(kind: Kind, name: string): Promise<void> {
    const { left, top, width, height } = await this.#placeOf(kind, name);
    await this.#driver.tap(left + width / 2, top + height / 2);
  }

  async #placeOf(kind: Kind, name: string) {
    const look = () => this.#driver.run(placeOf, kind, name);
    let place = await look();
    await expect
      .poll(async () => (place = await look()), patience)
      .toSatisfy(
        (found) => typeof found !== 'string',
        `${this.name}: ${kind} “${name}”`,
      );
    if (typeof place === 'string') throw new Error(place);
    return place;
  }
}
