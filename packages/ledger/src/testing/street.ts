import type { Matter } from '../motionContent.ts';
import { LedgerVillage, minutes } from './village.ts';

/** Ana, Biel and Carme have a voice, and as many more as said; Didac has none. */
export function votingStreet(more = 0): LedgerVillage {
  const others = Array.from({ length: more }, (_, n) => `neighbour ${n}`);
  const village = new LedgerVillage({ voice: 1 }).settle(
    ...['biel', 'carme', 'didac', ...others],
  );
  for (const who of ['biel', 'carme', ...others]) village.vouch('ana', who);
  return village;
}

export const aboutLimit = (value: number): Matter => ({
  about: 'rule',
  key: 'limit',
  account: null,
  value: minutes(value),
});
