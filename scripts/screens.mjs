// node scripts/screens.mjs: takes a picture of every screen into test-results/screens.
import { join } from 'node:path';
import { buildApp } from './build.mjs';
import { loadingServer } from './loadingServer.mjs';
import { root, setup } from './setup.mjs';

setup({ browser: true });
await buildApp();
const server = await loadingServer();
const { takePictures } = /** @type {typeof import('../test/screens.ts')} */ (
  await server.ssrLoadModule(join(root, 'test/screens.ts'))
);
const folder = join(root, 'test-results/screens');
console.log(`${await takePictures(folder)} pictures in ${folder}`);
process.exit();
