import type { LaterCatalogue } from '../words/catalogue.ts';

/**
 * The eleven people of the demo, in the order of their keys. They are made up, and the app
 * says so all the time; what they say of themselves is in the words of each language.
 */
export const neighbours: readonly (keyof LaterCatalogue['village']['about'])[] = [
  'Meg',
  'Ana',
  'Biel',
  'Carme',
  'Didac',
  'Rosa',
  'Ahmed',
  'Ivo',
  'Lina',
  'Tomas',
  'ゆき',
];

export const founderOfDemo = 0;
