// The scratch copy in which npm run mutate takes out guards.
import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.mjs';
import { withSwitches } from './guards.mjs';

/**
 * Makes `copy` the project in which a test may meet a hole: each guard is a switch, and
 * its number is its place in `guards`.
 * @param {string} copy @param {import('./guards.mjs').Guard[]} guards
 */
export function fill(copy, guards) {
  const left = new Set(['node_modules', '.git', 'dist', 'test-results', 'coverage']);
  for (const name of readdirSync(root)) {
    if (!left.has(name))
      cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name === '@manyhands' || name.startsWith('.')) continue;
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  // Our own packages are those of the copy, or the hole would be in nobody's way.
  mkdirSync(join(copy, 'node_modules/@manyhands'));
  for (const name of readdirSync(join(root, 'packages'))) {
    symlinkSync(
      join(copy, 'packages', name),
      join(copy, 'node_modules/@manyhands', name),
    );
  }
  const numbered = guards.map((guard, number) => ({ guard, number }));
  for (const file of new Set(guards.map((guard) => guard.file))) {
    const those = numbered.filter(({ guard }) => guard.file === file);
    const path = join(copy, file);
    writeFileSync(path, withSwitches(readFileSync(path, 'utf8'), those));
  }
}
