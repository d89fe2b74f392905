import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { root } from './setup.mjs';

/**
 * The specimen of the app's screens, over a village in memory, as the app itself is built.
 * Which village it is, and whose screen, stands behind the `?` of its address.
 *
 * @param {string} outDir is emptied
 */
export async function buildSpecimenPages(outDir) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [svelte()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: join(root, 'screens.html') },
    },
  });
  await copyFile(join(outDir, 'screens.html'), join(outDir, 'index.html'));
}
