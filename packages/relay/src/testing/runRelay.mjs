// A relay in a process of its own, as `npm run relay` has it: its options are the first
// argument, and it says its port when it is there.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const entry = fileURLToPath(new URL('../index.ts', import.meta.url));
const run = await /** @type {typeof runnerImport<typeof import('../index.ts')>} */ (
  runnerImport
)(entry, { configFile: false, logLevel: 'error' });
/** @type {unknown} */
const options = JSON.parse(process.argv[2] ?? '{}');
const relay = await run.module.startRelay(
  /** @type {import('../index.ts').RelayOptions} */ (options),
);
process.stdout.write(`${relay.port}\n`);
