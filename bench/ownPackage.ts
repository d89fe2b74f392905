/** What only one bench needs is installed by it alone, in its own folder. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/setup.mjs';

/** The folder of a bench that has a package of its own; null if it cannot be installed. */
export function installed(bench: string, what: string): string | null {
  const folder = join(root, 'bench', bench);
  if (isInstalled(folder) || install(folder, what)) return folder;
  console.log(`${what} could not be installed, so nothing is measured with it.`);
  return null;
}

const lock = (folder: string, file: string): unknown =>
  existsSync(join(folder, file)) &&
  (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { packages: object })
    .packages;

/** npm writes its own note of what it installed last of all. */
function isInstalled(folder: string): boolean {
  const wanted = Object.keys(lock(folder, 'package-lock.json') as object);
  const here = lock(folder, 'node_modules/.package-lock.json');
  return (
    here !== false && wanted.filter(Boolean).every((path) => path in (here as object))
  );
}

function install(folder: string, what: string): boolean {
  console.log(`Installing ${what} for this bench alone (npm ci)…`);
  const flags = ['--ignore-scripts', '--no-workspaces', '--no-audit', '--no-fund'];
  const args = ['ci', ...flags, '--loglevel=error'];
  return spawnSync('npm', args, { cwd: folder, stdio: 'ignore' }).status === 0;
}
