import type { Page } from '@playwright/test';

/** A screen as somebody has just come to it. */
export interface Stop {
  readonly name: string;
  readonly page: Page;
}
