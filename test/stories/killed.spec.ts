/** The whole browser is killed, as by a phone that is short of room or of battery. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { chromiumLaunch } from '../../scripts/chromium.mjs';
import { Neighbour } from '../neighbour.ts';
import { expect, test } from '../world.ts';

/** A browser of our own with a profile on the disk, so that it can be killed and come back. */
class Mortal {
  readonly #profile: string;
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;

  constructor(profile: string) {
    this.#profile = profile;
  }

  async start(address: string): Promise<Neighbour> {
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
    const ana = new Neighbour('Ana', context, address, false);
    await ana.comesBack();
    return ana;
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
}

test('a browser killed right after something was shown as saved still has it', async ({
  world,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'manyhands-profile-'));
  const browser = new Mortal(profile);
  try {
    const ana = await browser.start(world.address);
    await ana.founds('Riverside');
    const invitation = await ana.invites();
    await browser.kill();

    const again = await browser.start(world.address);
    await again.isLetIn();
    expect(await again.invites()).toBe(invitation);
    const biel = await world.neighbour('Biel');
    await biel.joins(invitation);
    await biel.isLetIn();
    await again.reads('Biel has joined.');
    await again.saysWasHelped({ with: 'Biel' });
    await browser.kill();

    const third = await browser.start(world.address);
    await third.goesTo('Hours');
    const hours = third.page.getByRole('link', { name: /Biel helped you/ });
    await expect(hours).toHaveCount(1);
    await biel.saysYes();
    await third.goesHome();
    await third.hasHours('1 hour 30 minutes to give back');
    await expect(third.page.getByRole('alert')).toHaveCount(0);
  } finally {
    await browser.kill();
    await rm(profile, { recursive: true, force: true });
  }
});
