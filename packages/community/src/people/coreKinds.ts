import type { Category } from './category.ts';

/**
 * The kinds of help that hold a neighbourhood up and that no job advertisement asks for
 * (Cahn's core economy). People are asked for these strengths first.
 */
export const coreKinds: readonly Category[] = [
  'children',
  'company',
  'care',
  'safety',
  'forms',
  'civic',
  'together',
];
