import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './scripts/chromium.mjs';

const browserTests = ['**/*.browser.test.ts', '**/*.svelte.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte()],
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'packages/*/src/**/*.test.ts',
            'src/**/*.test.ts',
            'test/*.test.ts',
          ],
          exclude: browserTests,
        },
      },
      {
        plugins: [svelte()],
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.ts', 'src/**/*.svelte.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
