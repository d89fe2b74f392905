/**
 * The features of the app, by machine: what dependency-cruiser cannot see of the rules in
 * `.dependency-cruiser.features.cjs`, and that these say no more than is so.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './planted.ts';

const imported = /(?:from |import |import\()'(\.[^']+)'/g;

/** What comes by context (`src/phone/context.ts`), as the type of a prop. */
const contextual = /\b\w+\??: (?:Router|Phone|Community)\b/g;

interface Rule {
  readonly name: string;
  readonly from: { readonly path: string };
  readonly to: { readonly pathNot: string };
}
const { features, rules: rulesFor } = createRequire(import.meta.url)(
  join(root, '.dependency-cruiser.features.cjs'),
) as {
  features: Record<string, { uses: string[]; lends: string[] }>;
  rules: (tests: string) => Rule[];
};
const rules = rulesFor('');

describe('the features of the app', () => {
  const app = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path}`)
    .filter((path) => /\.(ts|svelte)$/.test(path));

  /** Every import within src, those of types inside a .svelte file too. */
  const imports = app
    .filter((path) => !/\.test\.ts$/.test(path))
    .flatMap((from) =>
      [...readFileSync(join(root, from), 'utf8').matchAll(imported)].map(
        ([, to = '']) => ({ from, to: join(dirname(from), to) }),
      ),
    )
    .filter(({ to }) => app.includes(to));

  const refusedBy = ({ name, from, to }: Rule) =>
    imports
      .filter((each) => new RegExp(from.path).test(each.from))
      .filter((each) => !new RegExp(to.pathNot).test(each.to))
      .map((each) => `${name}: ${each.from} imports ${each.to}`);

  test('types that a .svelte file imports go the ways that code may go', () => {
    expect(imports.length).toBeGreaterThan(1500);
    expect(rules.flatMap(refusedBy)).toEqual([]);
  });

  test('what one feature lends, another borrows', () => {
    const idle = Object.entries(features).flatMap(([owner, { lends }]) => {
      const borrowers = Object.keys(features).filter((each) =>
        features[each]?.uses.includes(owner),
      );
      return lends
        .map((file) => `src/${owner}/${file}`)
        .filter(
          (path) =>
            !imports.some(
              ({ from, to }) =>
                to === path && borrowers.includes(from.split('/')[1] ?? ''),
            ),
        );
    });
    expect(idle).toEqual([]);
  });

  test('no feature is named as used that is not', () => {
    const unused = Object.entries(features).flatMap(([name, { uses }]) =>
      uses
        .filter(
          (used) =>
            !imports.some(
              ({ from, to }) =>
                from.startsWith(`src/${name}/`) && to.startsWith(`src/${used}/`),
            ),
        )
        .map((used) => `${name}: ${used}`),
    );
    expect(unused).toEqual([]);
  });

  test('no component is handed the router, the phone or the community it stands in', () => {
    const handed = app
      .filter((path) => path.endsWith('.svelte'))
      .flatMap((path) => {
        const [props = ''] = readFileSync(join(root, path), 'utf8').split('$props()');
        return [...props.matchAll(contextual)].map(([prop]) => `${path}: ${prop}`);
      });
    // Who provides them: what stands below finds them by `getPhone` and `getCommunity`.
    expect(handed).toEqual([
      'src/app/App.svelte: phone: Phone',
      'src/screen/InCommunity.svelte: opened: Community',
    ]);
  });

  test('ARCHITECTURE.md names every folder of src', () => {
    const folders = [...new Set(app.map((path) => path.split('/').slice(0, -1)[1]))];
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const unnamed = folders.filter((name) => name && !text.includes(`\`src/${name}\``));
    expect(unnamed).toEqual([]);
  });
});
