/**
 * The architecture, by machine. What ARCHITECTURE.md says about layers and folders is
 * checked here against the tree, and each layer rule is seen to refuse something; that the
 * tree keeps them is a step of `npm run check`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, violationsIn, withPlanted } from './planted.ts';

const packages = readdirSync(join(root, 'packages')).sort();

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
const ours = ['packages', 'src', 'test', 'scripts', 'build'].flatMap(filesUnder);

/** The files that a package exports: its index.ts, or that of each of its parts. */
function facesOf(name: string): string[] {
  const manifest = readFileSync(join(root, `packages/${name}/package.json`), 'utf8');
  const { exports } = JSON.parse(manifest) as { exports: Record<string, string> };
  return Object.values(exports)
    .map((path) => join('packages', name, path))
    .filter((path) => basename(path) === 'index.ts')
    .sort();
}

const of = (name: string): string => `import { it } from '@manyhands/${name}'; it;`;

const part = (name: string): string => `import { it } from '../${name}/index.ts'; it;`;
const inside = (name: string): string =>
  `import { it } from '../${name}/inside.ts'; it;`;

const lent = "import { said } from '../matches/matchWords.ts'; said;";

const isTest = (path: string): boolean =>
  /(\.test|Contract)\.ts$|\/testing\//.test(path);

/** An empty file for every package, so that planted imports lead somewhere. */
const landings = Object.fromEntries([
  ...packages.flatMap(facesOf).map((face) => [face, 'export const it = 1;'] as const),
  ['packages/keys/src/hash.ts', 'export const hash = 1;'],
  ['packages/ledger/src/testing/village.ts', of('keys')],
  ['packages/community/src/people/inside.ts', 'export const it = 1;'],
  ['src/phone/purse.ts', 'export const purse = 1;'],
  ['src/hours/own.ts', 'export const own = 1;'],
  ['src/matches/matchWords.ts', 'export const said = 1;'],
  ['src/app/page.ts', 'export const page = 1;'],
  ['src/ui/card.ts', 'export const card = 1;'],
  ['src/main.ts', 'export const main = 1;'],
  ['test/attack/kit/form.ts', 'export const form = 1;'],
  ['test/page.ts', 'export const page = 1;'],
]) as Record<string, string>;

describe('layers', () => {
  test('a forbidden import is refused, each by its rule', async () => {
    const planted: [from: string, text: string, rule: string][] = [
      ['packages/base/src/bad.ts', of('codec'), 'layer-base'],
      ['packages/codec/src/bad.ts', of('keys'), 'layer-codec'],
      ['packages/keys/src/bad.ts', of('ledger'), 'layer-keys'],
      ['packages/ledger/src/bad.ts', of('keys'), 'layer-ledger'],
      ['packages/ledger/src/worse.ts', of('replica'), 'layer-ledger'],
      ['packages/replica/src/bad.ts', of('storage'), 'layer-replica'],
      ['packages/storage/src/bad.ts', of('mesh'), 'layer-storage'],
      ['packages/mesh/src/bad.ts', of('storage'), 'layer-mesh'],
      ['packages/archive/src/bad.ts', of('storage'), 'layer-archive'],
      ['packages/archive/src/worse.ts', of('keys'), 'layer-archive'],
      ['packages/door/src/bad.ts', of('mesh'), 'layer-door'],
      ['packages/community/src/hours/bad.ts', of('mesh'), 'layer-community'],
      // community/C1
      ['packages/community/src/hours/up.ts', part('board'), 'part-hours'],
      ['packages/community/src/board/inside.ts', inside('people'), 'part-board'],
      ['packages/relay/src/bad.ts', of('codec'), 'layer-relay'],
      ['packages/keeper/src/bad.ts', of('archive'), 'layer-keeper'],
      ['src/phone/worse.ts', of('keeper'), 'app-not-tests'],
      ['packages/base/src/bad.test.ts', of('replica'), 'layer-base-tests'],
      ['packages/mesh/src/node.ts', "import 'node:fs';", 'node-beside-the-app-only'],
      [
        'packages/keys/src/app.ts',
        "import { card } from '../../../src/ui/card.ts'; card;",
        'packages-not-app',
      ],
      [
        'packages/ledger/src/cast.ts',
        "import './testing/village.ts';",
        'testing-for-tests',
      ],
      ['src/phone/bad.ts', of('storage'), 'app-storage'],
      ['src/hours/bad.ts', of('mesh'), 'app-mesh'],
      ['src/hours/worse.ts', of('replica'), 'app-replica'],
      ['src/hours/packed.ts', of('archive'), 'app-archive'],
      ['src/hours/test.ts', of('testing'), 'app-not-tests'],
      ['src/hours/root.ts', "import '../main.ts';", 'nothing-imports-main'],
      ['src/hours/up.ts', lent, 'feature-hours'],
      ['src/people/inside.ts', "import '../hours/own.ts';", 'feature-people'],
      ['src/today/root.ts', "import '../app/page.ts';", 'app-on-top'],
      ['src/phone/up.ts', "import '../hours/own.ts';", 'ground-phone'],
      ['src/screen/up.ts', "import '../hours/own.ts';", 'ground-screen'],
      ['src/platform/up.ts', "import '../hours/own.ts';", 'ground-platform'],
      ['src/ui/bad.ts', "import '../phone/purse.ts';", 'ui-is-dumb'],
      ['src/ui/code.ts', of('ledger'), 'ui-knows-types-only'],
      ['src/ui/part.ts', of('community/hours'), 'ui-knows-base-and-ledger'],
      [
        'src/ui/types.ts',
        "import type { it } from '@manyhands/keys'; export type It = typeof it;",
        'ui-knows-base-and-ledger',
      ],
      [
        'src/ui/Bad.svelte',
        '<script lang="ts">import { purse } from "../phone/purse.ts";</script>{purse}',
        'ui-is-dumb',
      ],
      ['src/words/bad.ts', "import '../ui/card.ts';", 'ground-words'],
      [
        'test/attack/inside.ts',
        "import '../../packages/ledger/src/testing/village.ts';",
        'attack-by-exports',
      ],
      [
        'test/attack/kit/app.ts',
        "import '../../../src/ui/card.ts';",
        'attack-by-itself',
      ],
      ['test/attack/page.ts', "import '../page.ts';", 'attack-by-itself'],
      ['packages/base/src/self.ts', "import './self.ts';", 'no-cycles'],
      ['packages/base/src/lost.ts', "import './nowhere.ts';", 'resolves'],
    ];
    const files = Object.fromEntries(planted.map(([from, text]) => [from, text]));

    const found = await withPlanted(packages, { ...landings, ...files }, violationsIn);
    for (const [from, , rule] of planted) {
      expect(found).toContainEqual({ from, rule });
    }
    expect(new Set(found.map(({ from }) => from))).toEqual(new Set(Object.keys(files)));
  });

  test('the imports that the drawing allows are allowed', async () => {
    const allowed = {
      'packages/ledger/src/good.ts':
        "import { hash } from '@manyhands/keys/hash'; hash;",
      'packages/ledger/src/good.test.ts': of('testing'),
      'packages/keys/src/good.test.ts': of('base'),
      'packages/community/src/board/good.ts': part('people'),
      'packages/community/src/board/good.test.ts': inside('people'),
      'src/hours/good.ts': of('community/board'),
      'src/hours/own.test.ts': lent,
      'src/people/good.ts': lent,
      'src/app/good.ts': "import '../hours/own.ts';",
      'packages/mesh/src/good.ts': of('replica'),
      'test/attack/good.ts':
        "import './kit/form.ts'; import { it } from '@manyhands/testing'; it;",
      'src/platform/good.ts': of('storage'),
      'src/demo/good.ts': of('replica'),
      'src/phone/good.ts': of('replica'),
      'src/ui/good.ts':
        "import type { it } from '@manyhands/ledger'; export type It = typeof it;",
    };
    const found = await withPlanted(
      packages,
      { ...landings, ...allowed },
      violationsIn,
    );
    expect(found).toEqual([]);
  });
});

describe('folders and files', () => {
  test('no folder is called utils, helpers, common, core or shared', () => {
    const nameless = /\/(utils?|helpers?|common|core|shared)\//;
    expect(ours.filter((path) => nameless.test(path))).toEqual([]);
  });

  test.each(packages)(
    '%s has no index.ts but its faces, a README.md and a SPEC.md',
    (name) => {
      const inside = filesUnder(`packages/${name}`);
      const faces = inside.filter((path) => basename(path) === 'index.ts');
      expect(faces.sort()).toEqual(facesOf(name));
      expect(inside).toContain(`packages/${name}/README.md`);
      expect(inside).toContain(`packages/${name}/SPEC.md`);
    },
  );

  test('the app has no index.ts: a folder is no module', () => {
    const app = ours.filter((path) => path.startsWith('src/'));
    expect(app.filter((path) => basename(path) === 'index.ts')).toEqual([]);
  });

  test.each([
    ['y-webrtc', /from 'y-webrtc'|import\('y-webrtc'\)/, 'mesh/src/rtc/yWebrtc'],
    ['y-indexeddb', /from 'y-indexeddb'/, 'storage/src/yIndexeddb'],
    ['Yjs', /\.store\.(clients|pending)|\bdoc\.share\b|Y\.getState/, 'replica/src/yjs'],
  ])(
    'the insides of %s are known to one folder, which has a contract',
    (_, is, home) => {
      const sources = ours.filter((path) =>
        /^(packages|src)\/.*\.(ts|svelte)$/.test(path),
      );
      const knows = (path: string) => is.test(readFileSync(join(root, path), 'utf8'));
      const knowing = sources.filter((path) => !isTest(path) && knows(path));
      expect(knowing).not.toEqual([]);
      expect(knowing.filter((path) => !path.startsWith(`packages/${home}/`))).toEqual(
        [],
      );
      const contract = new RegExp(
        `^packages/${home}/contract(\\.browser)?\\.test\\.ts$`,
      );
      expect(sources.filter((path) => contract.test(path))).not.toEqual([]);
    },
  );

  test('every version is exact', () => {
    // One may stand under another name: npm:typescript@7.0.2.
    const exact = /^(npm:[@\w/.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;
    const manifests = [
      'package.json',
      ...packages.map((n) => `packages/${n}/package.json`),
    ];
    const loose = manifests.flatMap((path) => {
      const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<
        'dependencies' | 'devDependencies' | 'overrides',
        Record<string, string> | undefined
      >;
      return [manifest.dependencies, manifest.devDependencies, manifest.overrides]
        .flatMap((list) => Object.entries(list ?? {}))
        .filter(([, version]) => !exact.test(version))
        .map(([dependency, version]) => `${path}: ${dependency} ${version}`);
    });
    expect(loose).toEqual([]);
  });

  test.each([
    'README.md',
    'ARCHITECTURE.md',
    'GLOSSARY.md',
    'THREATS.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'LICENSE',
  ])('%s stands at the top', (name) => {
    expect(existsSync(join(root, name))).toBe(true);
  });

  test('README.md is at most 150 lines', () => {
    const lines = readFileSync(join(root, 'README.md'), 'utf8').split('\n').length;
    expect(lines).toBeLessThanOrEqual(151);
  });

  test('every row of threats names a test, and every test it names exists', () => {
    const text = readFileSync(join(root, 'docs/threats-table.md'), 'utf8');
    const [, , ...rows] = text.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.length).toBeGreaterThan(10);
    const lost = rows.flatMap((row) => {
      const cell = row.split('|').at(-2)?.trim() ?? '';
      const named = cell.split(/(?<=”); /).map((each) => /^`(.+)`: “(.+)”$/.exec(each));
      const isThere = ([, file = '', title = '']: RegExpExecArray) =>
        existsSync(join(root, file)) &&
        readFileSync(join(root, file), 'utf8').includes(title);
      return named.every((each) => each !== null && isThere(each)) ? [] : [cell];
    });
    expect(lost).toEqual([]);
  });
});
