import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page, Route } from '@playwright/test';
import { chromiumLaunch } from '../scripts/chromium.mjs';
import { buildSpecimenPages } from '../scripts/specimenPages.mjs';
import { cacheFolder } from './engines.ts';

/** The page of a phone, and how it comes to the home of a village of the specimen. */
export interface OnSpecimen {
  readonly page: Page;
  readonly comesTo: (village: string) => Promise<void>;
}

/**
 * The pages of the specimen, built anew, on a phone whose disk is its own and goes with it.
 * `name` tells one bench's pages from another's.
 */
export async function onSpecimen<T>(
  name: string,
  use: (on: OnSpecimen) => Promise<T>,
): Promise<T> {
  const outDir = join(cacheFolder(), name);
  await buildSpecimenPages(outDir);
  const profile = mkdtempSync(join(tmpdir(), `manyhands-${name}-`));
  const browser = await chromium.launchPersistentContext(profile, {
    ...chromiumLaunch(),
    viewport: { width: 360, height: 780 },
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    await page.route('**/*', (route) => answer(route, outDir));
    const comesTo = async (village: string) => {
      await page.goto(`http://localhost/screens.html?village=${village}&screen=/home`);
      await page.getByRole('navigation', { name: 'Main menu' }).waitFor();
    };
    return await use({ page, comesTo });
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const types: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
};

/** A page of localhost has all that a secure one has, and this one needs no server. */
function answer(route: Route, outDir: string): Promise<void> {
  const { pathname } = new URL(route.request().url());
  try {
    const body = readFileSync(join(outDir, pathname));
    const contentType = types[pathname.split('.').at(-1) ?? ''] ?? 'font/woff2';
    return route.fulfill({ contentType, body });
  } catch {
    return route.fulfill({ status: 404 });
  }
}
