// A relay in a process of its own, as `npm run relay` has it: its options are the first
// argument, and it says its port when it is there.
import { pathToFileURL } from 'node:url';
import { bundleOf } from '../../../../scripts/bundle.mjs';

/** @type {unknown} */
const made = await import(pathToFileURL(bundleOf('relay')).href);
const { startRelay } = /** @type {typeof import('../index.ts')} */ (made);
/** @type {unknown} */
const options = JSON.parse(process.argv[2] ?? '{}');
const relay = await startRelay(
  /** @type {import('../index.ts').RelayOptions} */ (options),
);
process.stdout.write(`${relay.port}\n`);
