// The tests that npm run mutate runs, in the order it asks for.
import { fileURLToPath } from 'node:url';
import { BaseSequencer } from 'vitest/node';

/** @type {[string, number][]} */
const order = JSON.parse(process.env['MUTATE_PATIENCE'] ?? '[]');
const placeOf = (/** @type {{ moduleId: string }} */ { moduleId }) =>
  order.findIndex(([file]) => moduleId.endsWith(file));

class AsAsked extends BaseSequencer {
  /** @override @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    return files.sort((a, b) => placeOf(a) - placeOf(b));
  }
}

export default {
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    // Nothing is slow or wrong before it has once been measured.
    testTimeout: 300_000,
    include: ['packages/*/src/**/*.test.ts'],
    exclude: ['**/*.browser.test.ts', '**/*.fuzz.test.ts'],
    setupFiles: ['./scripts/mutate/setup.mjs'],
    sequence: { sequencer: AsAsked },
  },
};
