// Builds the app into dist/, unless dist/ was made from exactly these inputs.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

const inputs = [
  'index.html',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'build',
  'packages',
  'public',
  'src',
];

/** The build empties dist/, so a build by other means takes this note away. */
const note = join(root, 'dist/.vite/inputs');

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const inside = `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      return entry.name === 'node_modules' ? [] : filesUnder(inside);
    }
    return /\.(test\.ts|md)$/.test(entry.name) ? [] : [inside];
  });
}

function hashOfInputs() {
  const hash = createHash('sha256');
  const files = inputs.flatMap((path) => (/\./.test(path) ? [path] : filesUnder(path)));
  for (const file of files.sort()) {
    const content = createHash('sha256').update(readFileSync(join(root, file)));
    hash.update(`${file} ${content.digest('hex')}\n`);
  }
  return hash.digest('hex');
}

/** Resolves to true when it built, false when dist/ was already right. */
export async function buildApp() {
  const now = hashOfInputs();
  if (existsSync(note) && readFileSync(note, 'utf8') === now) return false;
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  writeFileSync(note, now);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log((await buildApp()) ? 'Built.' : 'Nothing changed since the last build.');
}
