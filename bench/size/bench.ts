import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startRelay } from '@manyhands/relay';
import { chromiumLaunch } from '../../scripts/chromium.mjs';
import { firstLoad, limitBytes, weigh } from '../../scripts/size.mjs';
import { Neighbour } from '../../test/neighbour.ts';
import type { Measure } from '../measure.ts';

export const question =
  'How much does a screen wait for, gzipped? (Everything else comes later.)';

export async function measure(): Promise<Measure[]> {
  const { scripts, others } = firstLoad();
  return [
    {
      what: 'JavaScript that the page names',
      value: kilobytes(scripts),
      unit: 'kB',
      goal: { atMost: limitBytes / 1024 },
    },
    { what: 'the page and its styles', value: kilobytes(others), unit: 'kB' },
    ...(await fetchedByAPage()),
  ];
}

/** What a browser really fetched by the time that a screen stood. */
async function fetchedByAPage(): Promise<Measure[]> {
  const relay = await startRelay({ port: 0, staticDir: 'dist' });
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const context = await browser.newContext();
    const ana = new Neighbour('Ana', context, relay.url, false);
    const scripts = new Set<string>();
    context.on('page', (page) => collectScripts(page, scripts));
    await ana.comesBack();
    await ana.isAt('An hour is an hour');
    const first = weighAll(scripts);
    await ana.founds('Riverside');
    return [
      {
        what: 'JavaScript fetched until the first screen stood',
        value: first,
        unit: 'kB',
        goal: { atMost: limitBytes / 1024 },
      },
      {
        what: 'JavaScript fetched until a home stood',
        value: weighAll(scripts),
        unit: 'kB',
      },
    ];
  } finally {
    await browser.close();
    await relay.close();
  }
}

function collectScripts(page: Page, scripts: Set<string>): void {
  page.on('request', (request) => {
    if (request.resourceType() === 'script') {
      scripts.add(new URL(request.url()).pathname.slice(1));
    }
  });
}

const weighAll = (files: Iterable<string>): number =>
  kilobytes([...files].filter((file) => file.startsWith('assets/')).map(weigh));

const kilobytes = (files: readonly { bytes: number }[]): number =>
  Number((files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024).toFixed(1));
