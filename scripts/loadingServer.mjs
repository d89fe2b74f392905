import { root } from './setup.mjs';

/**
 * A server that listens to nobody: it loads TypeScript for a script and, unlike the
 * runner that imports one file, goes on doing so for what is imported later.
 */
export async function loadingServer() {
  // As the built app runs: in development lib0 freezes what it is given, and bytes
  // cannot be frozen.
  process.env['NODE_ENV'] = 'production';
  const { createServer } = await import('vite');
  return createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  });
}
