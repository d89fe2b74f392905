import { formats } from './hours.ts';

const { number } = formats;

/** "340 كيلوبايت", "2.1 ميغابايت": as files are counted everywhere. */
export const size = (bytes: number): string =>
  bytes < 999_500
    ? `${number(Math.max(1, Math.round(bytes / 1_000)))}\u00a0كيلوبايت`
    : `${number(Math.round(bytes / 100_000) / 10)}\u00a0ميغابايت`;
