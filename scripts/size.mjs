// The size budget: gzipped JavaScript that the first screen waits for (what the page
// asks for and everything that imports statically). Styles and the page are shown beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root } from './setup.mjs';

export const limitBytes = 65 * 1024;

/** @typedef {{ file: string, css?: string[], imports?: string[] }} Chunk */

/** What a built file weighs, gzipped. @param {string} file */
export function weigh(file) {
  const bytes = gzipSync(readFileSync(join(root, 'dist', file)), { level: 9 }).length;
  return { file, bytes };
}

/** What the built app's first screen waits for. */
export function firstLoad() {
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(
    readFileSync(join(root, 'dist/.vite/manifest.json'), 'utf8'),
  );
  /** @type {Set<string>} */
  const scripts = new Set();
  /** @type {Set<string>} */
  const others = new Set(['index.html']);

  /** @param {string} key */
  function take(key) {
    const chunk = manifest[key];
    if (!chunk || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const style of chunk.css ?? []) others.add(style);
    for (const imported of chunk.imports ?? []) take(imported);
  }
  // The page itself says where it begins.
  const page = readFileSync(join(root, 'dist/index.html'), 'utf8');
  for (const [key, { file }] of Object.entries(manifest)) {
    if (page.includes(`src="/${file}"`)) take(key);
  }
  if (scripts.size === 0) throw new Error('Bug: the page asks for no script');
  return { scripts: [...scripts].map(weigh), others: [...others].map(weigh) };
}

function main() {
  const { scripts, others } = firstLoad();
  for (const { file, bytes } of [...others, ...scripts]) {
    console.log(`${(bytes / 1024).toFixed(1).padStart(8)} kB  ${file}`);
  }
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  const kilobytes = (total / 1024).toFixed(1);
  console.log(
    `${kilobytes} kB of JavaScript before the first screen (budget 65 kB, gzip)`,
  );
  if (total > limitBytes) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
