/**
 * A page of the component tests asks its browser for a late module once. Without it the browser
 * goes through all that the module reads, some 700 files that lie apart in a test, each time a
 * screen is shown: a quarter of the time of these tests.
 */
import type { Plugin } from 'vite';

const asked = /\bimport\((["'][^"']+["'])\)/g;

/** `import('…')`, asked again only if it failed. */
const onceOf = (what: string): string =>
  `((globalThis.late ??= {})[${what}] ??= import(${what}).catch((cause) => {
    delete globalThis.late[${what}];
    throw cause;
  }))`;

/** As JavaScript that asks for each late module once; what is fetched with the page stays. */
export const importedOnce = (code: string): string =>
  code.replace(asked, (_, what: string) => onceOf(what));

export const importOnce: Plugin = {
  name: 'import-once',
  // After Vite has named the files.
  enforce: 'post',
  transform: (code, id) => (id.includes('/node_modules/') ? null : importedOnce(code)),
};
