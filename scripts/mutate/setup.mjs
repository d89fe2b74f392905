// Runs before each test file of npm run mutate: says which guard is out, and notes which
// ones the file comes by.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';

const { MUTATE_OUT: out, MUTATE_NOTES: notes } = process.env;
/** @type {Set<number>} */
const reached = new Set();
const begun = performance.now();

Object.assign(globalThis, {
  isOut: (/** @type {number} */ number) => {
    reached.add(number);
    return String(number) === out;
  },
});

afterAll(() => {
  const file = expect.getState().testPath;
  if (notes === undefined || file === undefined) return;
  const note = { file, ms: performance.now() - begun, reached: [...reached] };
  writeFileSync(join(notes, file.replaceAll('/', '+')), JSON.stringify(note));
});
