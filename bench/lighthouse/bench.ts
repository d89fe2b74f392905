import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import { startRelay } from '@manyhands/relay';
import { chromiumLaunch } from '../../scripts/chromium.mjs';
import { freePort } from '../../test/freePort.ts';
import { Neighbour } from '../../test/neighbour.ts';
import type { Measure } from '../measure.ts';
import { installed } from '../ownPackage.ts';

export const question =
  'What does Lighthouse say on its phone profile, of the first screen and of a home?';

const goals = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;

interface Audit {
  readonly scores: Record<keyof typeof goals, number>;
  readonly failed: readonly string[];
}

export async function measure(): Promise<Measure[]> {
  const folder = installed('lighthouse', 'Lighthouse');
  if (folder === null) return [];
  const relay = await startRelay({ port: 0, staticDir: 'dist' });
  const profile = mkdtempSync(join(tmpdir(), 'manyhands-lighthouse-'));
  const port = await freePort();
  const { args, ...launch } = chromiumLaunch();
  const context = await chromium.launchPersistentContext(profile, {
    ...launch,
    args: [...args, `--remote-debugging-port=${port}`],
  });
  try {
    const home = `http://localhost:${relay.port}/`;
    const ask = (address: string) => audit(folder, port, address);
    const first = await ask(home);
    const second = await ask(await addressOfDemo(context, home));
    return [...measuresOf('the first screen', first), ...measuresOf('a home', second)];
  } finally {
    await context.close();
    await relay.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function addressOfDemo(context: BrowserContext, home: string): Promise<string> {
  const visitor = new Neighbour('Ana', context, home, false);
  await visitor.comesBack();
  await visitor.press('Look around in a demo');
  await visitor.reads('Your year');
  const address = visitor.page.url();
  await visitor.page.close();
  return address;
}

async function audit(folder: string, port: number, address: string): Promise<Audit> {
  const args = [join(folder, 'audit.mjs'), String(port), address];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(stdout) as Audit;
}

function measuresOf(of: string, { scores, failed }: Audit): Measure[] {
  for (const each of failed) console.log(`${of}: ${each}`);
  return Object.entries(goals).map(([category, atLeast]) => ({
    what: `${of}: ${category}`,
    value: scores[category as keyof typeof goals],
    unit: '',
    goal: { atLeast },
  }));
}
