/** Chromium, driven by Playwright: the browser of the stories, as a measure for the others. */
import { chromium as playwright } from 'playwright';
import type { Browser, Page } from 'playwright';
import { testLaunch } from '../../scripts/chromium.mjs';
import { withoutLines } from '../connections.ts';
import type { Begin, Driver, Engine } from './driver.ts';
import { windowSize } from './driver.ts';

export const chromium: Engine = {
  name: 'Chromium',
  lacks: null,
  begin: (how) => ChromiumDriver.begin(how),
};

class ChromiumDriver implements Driver {
  readonly #browser: Browser;
  readonly #page: Page;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.#page = page;
  }

  static async begin({ isDark, hasLines }: Begin): Promise<Driver> {
    const browser = await playwright.launch(testLaunch());
    const colorScheme = isDark ? 'dark' : 'light';
    const context = await browser.newContext({ viewport: windowSize, colorScheme });
    if (!hasLines) await withoutLines(context);
    return new ChromiumDriver(browser, await context.newPage());
  }

  async navigate(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  run<Args extends unknown[], T>(
    inPage: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T> {
    const whole = `(${String(inPage)})(...${JSON.stringify(args)})`;
    return this.#page.evaluate(whole);
  }

  tap(x: number, y: number): Promise<void> {
    return this.#page.mouse.click(x, y);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  picture(): Promise<Buffer> {
    return this.#page.screenshot();
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
