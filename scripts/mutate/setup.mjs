// Runs before each test file of npm run mutate, in Node or in a browser: says which guard
// is out and how long a test of this file may take, and notes which guards it comes by.
import { afterAll, expect, inject, vi } from 'vitest';

/** @type {{ out: number | null, patience: [file: string, ms: number][] }} */
const { out, patience } = inject(/** @type {never} */ ('mutate'));
/** By number: some guards are come by millions of times. @type {boolean[]} */
const reached = [];
const begun = performance.now();

Object.assign(globalThis, {
  isOut: (/** @type {number} */ number) => {
    reached[number] = true;
    return number === out;
  },
});

const file = expect.getState().testPath;
for (const [name, testTimeout] of patience) {
  if (file?.endsWith(name)) vi.setConfig({ testTimeout });
}

// eslint-disable-next-line no-empty-pattern -- vitest takes a pattern and nothing else
afterAll(({}, suite) => {
  const note = {
    ms: performance.now() - begun,
    reached: Object.keys(reached).map(Number),
  };
  Object.assign(suite.meta, { note });
});
