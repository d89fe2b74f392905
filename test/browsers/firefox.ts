/** Firefox as Debian packs it, driven by WebDriver BiDi: it answers on a socket of its own. */
import { Firefox } from '../../packages/mesh/src/testing/firefox.ts';
import type { FirefoxPage } from '../../packages/mesh/src/testing/firefox.ts';
import { findFirefox } from '../../scripts/firefox.mjs';
import { keysOf, pressAt } from './actions.ts';
import type { Source } from './actions.ts';
import type { Begin, Driver, Engine } from './driver.ts';
import { windowSize } from './driver.ts';

const path = findFirefox();

export const firefox: Engine = {
  name: 'Firefox',
  lacks: path === undefined ? 'the package firefox-esr' : null,
  begin: (how) => FirefoxDriver.begin(how),
};

class FirefoxDriver implements Driver {
  readonly #firefox: Firefox;
  readonly #page: FirefoxPage;

  private constructor(firefox: Firefox, page: FirefoxPage) {
    this.#firefox = firefox;
    this.#page = page;
  }

  static async begin({ isDark, hasLines }: Begin): Promise<Driver> {
    const launched = await Firefox.launch(path ?? '', {
      'intl.accept_languages': 'en-GB, en',
      // 0 dark, 1 light: what the system would say.
      'layout.css.prefers-color-scheme.content-override': isDark ? 0 : 1,
      'media.peerconnection.enabled': hasLines,
    });
    const page = await launched.open('about:blank');
    await page.ask('browsingContext.setViewport', { viewport: windowSize });
    return new FirefoxDriver(launched, page);
  }

  async navigate(url: string): Promise<void> {
    await this.#page.ask('browsingContext.navigate', { url, wait: 'complete' });
  }

  async reload(): Promise<void> {
    await this.#page.ask('browsingContext.reload', { wait: 'complete' });
  }

  run<Args extends unknown[], T>(
    inPage: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T> {
    return this.#page.evaluate(`(${String(inPage)})(...${JSON.stringify(args)})`);
  }

  tap(x: number, y: number): Promise<void> {
    return this.#act(pressAt(x, y));
  }

  type(text: string): Promise<void> {
    return this.#act(keysOf(text));
  }

  async #act(source: Source): Promise<void> {
    await this.#page.ask('input.performActions', { actions: [source] });
  }

  async picture(): Promise<Buffer> {
    const { data = '' } = await this.#page.ask('browsingContext.captureScreenshot', {});
    return Buffer.from(data, 'base64');
  }

  close(): Promise<void> {
    return this.#firefox.close();
  }
}
