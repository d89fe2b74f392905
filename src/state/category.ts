import type { Category } from '../words/words.ts';

/**
 * The kinds of help by the numbers that notes and profiles store. A number is given
 * once and for ever: new kinds go to the end, and none is ever taken out.
 */
const numbered: readonly Category[] = [
  'care',
  'children',
  'company',
  'lift',
  'garden',
  'food',
  'home',
  'repair',
  'learning',
  'forms',
  'together',
  'other',
];

export const categories = numbered.map((category, code) => ({ category, code }));

export const codeOf = (category: Category): number => numbered.indexOf(category);

/** Null for none, and for a kind of a later version. */
export const categoryOf = (code: number | null): Category | null =>
  (code === null ? null : numbered[code]) ?? null;
