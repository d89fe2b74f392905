import type { Category } from './category.ts';

/** The help that neighbours ask each other for any day: the easiest to begin with. */
export const everydayKinds: readonly Category[] = [
  'errands',
  'digital',
  'pets',
  'company',
  'lift',
  'repair',
];

/**
 * The kinds of help that hold a neighbourhood up and that no job advertisement asks for
 * (Cahn's core economy).
 */
export const coreKinds: readonly Category[] = [
  'children',
  'care',
  'safety',
  'forms',
  'civic',
  'together',
];
