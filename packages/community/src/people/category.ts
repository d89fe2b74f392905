/**
 * The kinds of help by the numbers that notes, profiles and listings store. A number is
 * given once and for ever: new kinds go to the end, and none is ever taken out.
 */
const numbered = [
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
  'safety',
  'civic',
  'language',
  'arts',
  'body',
  'errands',
  'digital',
  'pets',
] as const;

export type Category = (typeof numbered)[number];

/** As they are offered: first what is asked for any day, then the work that nobody pays. */
const shown: readonly Category[] = [
  'errands',
  'digital',
  'pets',
  'company',
  'lift',
  'repair',
  'garden',
  'food',
  'home',
  'children',
  'care',
  'safety',
  'forms',
  'civic',
  'together',
  'learning',
  'language',
  'arts',
  'body',
  'other',
];

export const categoryCode = (category: Category): number => numbered.indexOf(category);

export const categories = shown.map((category) => ({
  category,
  code: categoryCode(category),
}));

/** Null for none, for a community's own kind, and for a kind of a later version. */
export const categoryOf = (code: number | null): Category | null =>
  (code === null ? null : numbered[code]) ?? null;
