import { expect, test } from 'vitest';
import { importedOnce } from './importOnce.ts';

/** What this asks for, each time it is called. */
async function askingFor(what: string): Promise<() => Promise<unknown>> {
  const code = `export const ask = () => ${importedOnce(`import('${what}')`)};`;
  const module: unknown = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  );
  return (module as { ask: () => Promise<unknown> }).ask;
}

test('a late module is asked for once', async () => {
  const ask = await askingFor('node:path');
  expect(ask()).toBe(ask());
});

test('one that failed is asked for again', async () => {
  const ask = await askingFor('node:nothing-here');
  const first = ask();
  await expect(first).rejects.toThrow('nothing-here');
  const second = ask();
  expect(second).not.toBe(first);
  await expect(second).rejects.toThrow('nothing-here');
});

test('what comes with the page, and what is named later, stays as it is', () => {
  const code = "import path from 'node:path'; const load = (it) => import(it);";
  expect(importedOnce(code)).toBe(code);
});
