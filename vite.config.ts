import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { csp } from './build/csp.ts';
import { fileOf } from './build/fileOf.ts';
import { serviceWorker } from './build/serviceWorker.ts';

/** Where scripts/dev.mjs has put the relay; the app always asks its own origin. */
const relayPort = process.env['RELAY_PORT'];

const source = (path: string) => join(import.meta.dirname, 'src', path);
/** What opens a community on this phone, and the screen that then stands there. */
const disk = [source('platform/browserPlaces.ts')];
const home = ['app/PlaceScreen.svelte', 'phone/Community.svelte.ts'].map(source);
/** The forms that lead to a home. */
const entrance = ['Found', 'Join', 'Knock'].map((name) =>
  source(`joining/${name}.svelte`),
);

const isHere = /\/(index|rolldown-runtime)-[^/]+\.js$/;

export default defineConfig({
  plugins: [
    svelte(),
    csp({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': "'self' ws: wss:",
      'worker-src': "'self'",
      'manifest-src': "'self'",
      'media-src': "'self' blob:",
      'base-uri': "'none'",
      'form-action': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'svelte-trusted-html default',
    }),
    serviceWorker('src/sw.js'),
  ],
  build: {
    target: 'es2022',
    sourcemap: true,
    modulePreload: {
      polyfill: false,
      // Whoever asks for more is in the first file, and the runtime is in no hurry.
      resolveDependencies: (_, files) => files.filter((file) => !isHere.test(file)),
    },
    assetsInlineLimit: 0,
    manifest: true,
    // What a home waits for is one file on purpose; what the first screen weighs has a budget.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // Each name stands in the first file, and a hash is what does not compress.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        // What the first screen waits for comes as one file: some thirty small ones, each
        // asked for by itself, cost a phone a second more on a slow network.
        // So does what a home waits for, what people come in by, and what later screens share.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'] },
            // It changes seldom: what is new in the app does not fetch it again. And lib0 makes
            // errors while it is read, for which an inspector parses the whole file once more.
            { name: 'yjs', test: /node_modules\/(yjs|lib0)\// },
            // The words of the first screen in another language, and nothing beside them.
            fileOf('es', [source('words/es.ts')]),
            fileOf('ar', [source('words/ar.ts')]),
            // A browser takes a file in whole, in one task: a home in one was too much at once.
            fileOf('words', [source('words/enLater.ts')]),
            fileOf('disk', disk),
            fileOf('home', home),
            fileOf('entrance', entrance),
            { name: 'shared', minShareCount: 2 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: relayPort
    ? { proxy: { '/relay': { target: `ws://127.0.0.1:${relayPort}`, ws: true } } }
    : {},
});
