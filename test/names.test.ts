/** One name, one meaning: no exported name is defined twice, in any package or in the app. */
import { expect, test } from 'vitest';
import { counted, definedTwice, exportedIn } from '../scripts/names.mjs';

test('no exported name is defined in two files', () => {
  const files = counted();
  expect(files.length).toBeGreaterThan(900);
  expect(definedTwice(files)).toEqual([]);
});

test('what a file exports is found in each of its forms', () => {
  const text = `
    export const [one, { two: second, ...rest }] = made;
    export function three(): void;
    export function three(of?: string): void {}
    export async function* four() {}
    export abstract class Five {}
    export interface Six {}
    export type Seven = string;
    export const eight = 8, nine = 9;
    export { passedOn } from './other.ts';
    export * from './others.ts';
    export default class Ten {}
    const own = 1;
  `;
  const names = ['one', 'second', 'rest', 'three', 'three', 'four', 'Five', 'Six'];
  expect(exportedIn(text)).toEqual([...names, 'Seven', 'eight', 'nine']);
});

test('one name in two files is told, with both', () => {
  const names = ['packages/base/src/result.ts', 'packages/base/src/assert.ts'];
  expect(definedTwice(names)).toEqual([]);
  const twice = definedTwice([...names, 'packages/base/src/../src/assert.ts']);
  expect(twice.map(({ name }) => name)).toContain('assert');
});
