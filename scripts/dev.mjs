// npm run dev: Vite's dev server for the app, with the relay beside it. The page asks
// its own origin for /relay, as in the built app; Vite passes that on.
import { parseArgs } from 'node:util';
import { parsePort, startRelayHere } from './relay.mjs';
import { root, setup } from './setup.mjs';

const { values } = parseArgs({ options: { port: { type: 'string' } } });
const port = parsePort(values.port ?? '5173');

setup();
const relay = await startRelayHere({ port: 0, strict: true, app: false });
process.env['RELAY_PORT'] = String(relay.port);
const { createServer } = await import('vite');
const server = await createServer({ root, server: { port } });
await server.listen();
server.printUrls();
