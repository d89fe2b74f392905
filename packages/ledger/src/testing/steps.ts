/** One thing that somebody of a small community writes, for the property tests. */
import fc from 'fast-check';
import type { Entry } from '../entry.ts';
import type { LedgerVillage, Pen } from './village.ts';

export type Name = 'ana' | 'biel' | 'carme' | 'didac';
export const names = fc.constantFrom<Name>('ana', 'biel', 'carme', 'didac');
export const phones = fc.constantFrom('ana', 'biel', 'carme', 'didac', "ana's other");
const pens = fc.record({ who: names, phone: phones });
/** Mostly somebody on their own phone. */
const writers = fc.oneof(
  { weight: 4, arbitrary: names.map((who) => ({ who, phone: who })) },
  { weight: 1, arbitrary: pens },
);

export type Step = (village: LedgerVillage, proposals: Entry[]) => Entry;
export const step = <T>(
  what: fc.Arbitrary<T>,
  write: (pen: Pen, what: T, village: LedgerVillage, proposals: Entry[]) => Entry,
): fc.Arbitrary<Step> =>
  fc.record({ writer: writers, what }).map(
    ({ writer: { who, phone }, what }): Step =>
      (village, proposals) =>
        write(village.pen(who, phone), what, village, proposals),
  );
