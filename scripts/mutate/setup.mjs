// Runs before each test file of npm run mutate: says which guard is out and how long a test
// of this file may take, and notes which guards the file comes by.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, vi } from 'vitest';

const { MUTATE_OUT: out, MUTATE_NOTES: notes, MUTATE_PATIENCE: patience } = process.env;
/** @type {Set<number>} */
const reached = new Set();
const begun = performance.now();

Object.assign(globalThis, {
  isOut: (/** @type {number} */ number) => {
    reached.add(number);
    return String(number) === out;
  },
});

const file = expect.getState().testPath;
for (const [name, testTimeout] of JSON.parse(patience ?? '[]')) {
  if (file?.endsWith(name)) vi.setConfig({ testTimeout });
}

afterAll(() => {
  if (notes === undefined || file === undefined) return;
  const note = { file, ms: performance.now() - begun, reached: [...reached] };
  writeFileSync(join(notes, file.replaceAll('/', '+')), JSON.stringify(note));
});
