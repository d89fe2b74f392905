// Packages are TypeScript source. A program that runs for a year beside the app should not
// carry a compiler: it is bundled once into one file of JavaScript, and again only when a
// source has changed.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root, stop } from './setup.mjs';

const kept = join(root, 'node_modules/.manyhands');

/** What the bundle depends on: names, sizes and times of all sources of packages. */
function stateOfSources() {
  const hash = createHash('sha256');
  const names = readdirSync(join(root, 'packages'), { recursive: true });
  for (const name of ['../package-lock.json', ...names.map(String).sort()]) {
    if (!/\.(ts|json)$/.test(name) || name.includes('node_modules')) continue;
    const { size, mtimeMs } = statSync(join(root, 'packages', name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * The file that has all of a package and what it imports of ours; made if it is not there.
 * @param {string} name
 */
export function bundleOf(name) {
  const folder = join(kept, `${name}-${stateOfSources()}`);
  const file = join(folder, `${name}.mjs`);
  if (existsSync(file)) return file;
  // In a process of its own, so that the compiler is gone from memory afterwards.
  const made = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), name, folder],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (made.status !== 0 || !existsSync(file)) stop(`${name} could not be built.`);
  return file;
}

/** Names the code of such a file, and of all that it imports of others. @param {string} file */
export function buildOf(file) {
  const hash = createHash('sha256');
  hash.update(readFileSync(file)).update(readFileSync(join(root, 'package-lock.json')));
  return hash.digest('hex');
}

/** @param {string} name @param {string} folder */
async function bundle(name, folder) {
  const { build } = await import('vite');
  mkdirSync(kept, { recursive: true });
  const fresh = mkdtempSync(join(kept, 'unfinished-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: [/^@manyhands\//] },
    build: {
      ssr: join(root, `packages/${name}/src/index.ts`),
      target: 'node20',
      outDir: fresh,
      rolldownOptions: {
        output: { entryFileNames: `${name}.mjs`, codeSplitting: false },
      },
    },
  });
  // Whoever was faster has made the same.
  if (existsSync(folder)) rmSync(fresh, { recursive: true });
  else renameSync(fresh, folder);
  for (const other of readdirSync(kept)) {
    const path = join(kept, other);
    if (other.startsWith(`${name}-`) && path !== folder) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , name = '', folder = ''] = process.argv;
  await bundle(name, folder);
}
