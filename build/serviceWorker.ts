import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Not for the phone: maps, Vite's own notes, the worker itself, files for robots. */
const leftOut = /\.map$|^\.vite\/|^sw\.js$|^robots\.txt$|^llms\.txt$/;

async function builtFiles(outDir: string): Promise<string[]> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(outDir, join(entry.parentPath, entry.name)))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !leftOut.test(path))
    .sort();
}

/**
 * Writes `sw.js` with the list of every built file and a version made of their
 * contents: lazy chunks and fonts included, so that the whole app works offline
 * after the first load. Same files, same version, and no update is announced.
 */
export function serviceWorker(source: string): Plugin {
  let outDir = '';
  return {
    name: 'manyhands:service-worker',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = await builtFiles(outDir);
      const hash = createHash('sha256');
      const body = await readFile(source, 'utf8');
      hash.update(body);
      for (const file of files) {
        hash.update(`\n${file}\n`).update(await readFile(join(outDir, file)));
      }
      const version = hash.digest('hex').slice(0, 16);
      const precache = files.map((file) => `./${file}`);
      await writeFile(
        join(outDir, 'sw.js'),
        `const VERSION = ${JSON.stringify(version)};\n` +
          `const PRECACHE = ${JSON.stringify(precache)};\n${body}`,
      );
    },
  };
}
