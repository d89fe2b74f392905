import type { Day } from '@manyhands/base';

/** "2026-05-12", for files and tables that other programs read. */
export const isoDay = (day: Day): string =>
  new Date(day * 86_400_000).toISOString().slice(0, 10);
