import { liveThrough } from './crowd.ts';
import type { Crowded, Outcome } from './crowd.ts';

export const run = (input: Uint8Array): Promise<Outcome> =>
  liveThrough(JSON.parse(new TextDecoder().decode(input)) as Crowded);
