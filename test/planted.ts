/**
 * A small project in a temporary folder, with this repository's package names, where a
 * test can plant a forbidden import and see the layer rules refuse it.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** `from` is the importing file, `rule` the layer rule that refused it. */
export interface Violation {
  readonly from: string;
  readonly rule: string;
}

interface CruiseReport {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

/** Runs dependency-cruiser in `folder` under the rules of this repository. */
export function violationsIn(folder: string): Promise<Violation[]> {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const rules = join(root, '.dependency-cruiser.cjs');
  const looked = ['src', 'packages', 'test/attack'];
  const args = [cli, '--config', rules, '--output-type', 'json', ...looked];
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, options, (_error, stdout, stderr) => {
      try {
        const report = JSON.parse(stdout) as CruiseReport;
        resolve(
          report.summary.violations.map(({ from, rule }) => ({
            from,
            rule: rule.name,
          })),
        );
      } catch (cause) {
        reject(new Error(`dependency-cruiser did not answer: ${stderr}`, { cause }));
      }
    });
  });
}

/** Writes the project, runs `look` on it and removes it again. */
export async function withPlanted<T>(
  packages: readonly string[],
  files: Readonly<Record<string, string>>,
  look: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'manyhands-layers-'));
  try {
    for (const name of ['tsconfig.app.json', 'tsconfig.base.json', 'package.json']) {
      await cp(join(root, name), join(folder, name));
    }
    await mkdir(join(folder, 'node_modules/@manyhands'), { recursive: true });
    for (const name of packages) {
      const link = join(folder, 'node_modules/@manyhands', name);
      await symlink(join('../../packages', name), link);
      const manifest = `packages/${name}/package.json`;
      await mkdir(join(folder, dirname(manifest)), { recursive: true });
      await cp(join(root, manifest), join(folder, manifest));
    }
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(folder, dirname(path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await look(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
