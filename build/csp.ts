import type { Plugin } from 'vite';

/**
 * Puts the Content-Security-Policy into the built page.
 *
 * At build only: Vite's dev server injects `<style>` elements, which the policy
 * forbids. By meta tag, so that any static host serves the app under it.
 */
export function csp(directives: Record<string, string>): Plugin {
  const content = Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
  return {
    name: 'manyhands:csp',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
