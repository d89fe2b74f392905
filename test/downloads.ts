import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Neighbour } from './neighbour.ts';

/** Goes to where files are made, and takes one. */
export async function downloads(neighbour: Neighbour, button: string): Promise<Buffer> {
  await neighbour.goesTo('Me');
  await neighbour.follow('Settings');
  await neighbour.follow('Community and data');
  const coming = neighbour.page.waitForEvent('download');
  await neighbour.press(button);
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/riverside-\d{4}-\d\d-\d\d\.zip$/);
  return readFile(await download.path());
}
