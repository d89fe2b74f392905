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
] as const;

export type Category = (typeof numbered)[number];

/** As they are offered: first the work that holds everybody up and that nobody pays. */
const shown: readonly Category[] = [
  'children',
  'company',
  'care',
  'safety',
  'forms',
  'civic',
  'together',
  'garden',
  'food',
  'home',
  'repair',
  'lift',
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
