import { formats } from './hours.ts';

const { number } = formats;

/** "340 kB", "2,1 MB": as files are counted everywhere. */
export const size = (bytes: number): string =>
  bytes < 999_500
    ? `${number(Math.max(1, Math.round(bytes / 1_000)))}\u00a0kB`
    : `${number(Math.round(bytes / 100_000) / 10)}\u00a0MB`;
