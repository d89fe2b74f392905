import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Neighbour } from './neighbour.ts';
import { becomesStill } from './still.ts';
import { whereTheFocusIs } from './tabs.ts';

const mostTabs = 80;

/**
 * The hands of somebody who has no mouse and touches no glass: Tab, Enter, Space, arrows,
 * Escape and letters. Wherever they stop, it must be seen that they are there.
 */
export class Typist {
  readonly #who: Neighbour;

  constructor(who: Neighbour) {
    this.#who = who;
  }

  get #page(): Page {
    return this.#who.page;
  }

  async strikes(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** Goes on by Tab until what has the focus is called `name`, or has it in its name. */
  async tabsTo(name: string | RegExp): Promise<void> {
    await this.#tabsUntil(String(name), (here) =>
      typeof name === 'string' ? here === name : name.test(here),
    );
  }

  /** A link, a button, a line that opens. */
  async enters(name: string | RegExp): Promise<void> {
    await this.tabsTo(name);
    await this.strikes('Enter');
  }

  /** A box or a switch. */
  async ticks(name: string | RegExp): Promise<void> {
    await this.tabsTo(name);
    await this.strikes('Space');
  }

  async fills(field: string | RegExp, text: string): Promise<void> {
    await this.tabsTo(field);
    await this.#page.keyboard.type(text);
  }

  /** One of a few: Tab comes to the group, and the arrows go from one to the next. */
  async picks(choice: string): Promise<void> {
    const radio = this.#page.getByRole('radio', { name: choice, exact: true });
    await radio.waitFor();
    const group = await radio.getAttribute('name');
    await this.#tabsUntil(choice, async () => (await this.#groupHere()) === group);
    const many = await this.#page.locator(`input[type=radio][name="${group}"]`).count();
    for (let i = 0; i < many; i += 1) {
      if ((await this.#here()) === choice) break;
      await this.strikes('ArrowDown');
    }
    if (!(await radio.isChecked())) await this.strikes('Space');
    await expect(radio).toBeChecked();
  }

  /** What the screen reader is told at once, because the focus is there. */
  async hearsFirst(name: string | RegExp): Promise<void> {
    await expect.poll(() => this.#here()).toMatch(name);
  }

  async #here(): Promise<string> {
    return (await this.#page.evaluate(whereTheFocusIs))?.name ?? '';
  }

  #groupHere(): Promise<string | null> {
    return this.#page.evaluate(() => {
      const { activeElement: here } = document;
      return here instanceof HTMLInputElement && here.type === 'radio' ? here.name : '';
    });
  }

  async #tabsUntil(
    name: string,
    isThere: (here: string) => boolean | Promise<boolean>,
  ): Promise<void> {
    const passed: string[] = [];
    await becomesStill(this.#page);
    for (let i = 0; i < mostTabs; i += 1) {
      await this.strikes('Tab');
      const here = await this.#page.evaluate(whereTheFocusIs);
      if (!here?.byTab) continue;
      expect(here.wrong, `where the focus is seen: ${here.name}`).toBeNull();
      if (await isThere(here.name)) return;
      passed.push(here.name);
    }
    throw new Error(`no Tab leads to ${name}; it passed ${passed.join(' | ')}`);
  }
}
