/**
 * What code, tests and documents cite is defined in this repository, and what is defined is
 * cited by code or tests. CONTRIBUTING.md ("Citations") has the forms.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './planted.ts';

/** Path and text of each file that may cite something. */
type Tree = ReadonlyMap<string, string>;

const findings = 'docs/findings.md';
const formats = 'docs/formats.md';

/** Records are never edited, so they cite as one did on their day. */
const isRecord = (path: string): boolean => /^docs\/decisions\/\d/.test(path);

const id = '[A-Z][1-9][0-9]?';
const ruleDefined = new RegExp(`^(?:- \\*\\*|## |\\*\\*)(${id})(?:\\*\\*| )`, 'gm');

const packageOf = (path: string): string | undefined =>
  /^packages\/([^/]+)\//.exec(path)?.[1];

/** What is defined, by its full name: `keys/K3`, `findings/A4`, `formats §2`, `formats 5/10`, `0031`. */
function definedIn(tree: Tree): { rules: Set<string>; others: Set<string> } {
  const rules = new Set<string>();
  const others = new Set<string>();
  for (const [path, text] of tree) {
    const space = path === findings ? 'findings' : packageOf(path);
    if (path === findings || (space !== undefined && path.endsWith('/SPEC.md'))) {
      for (const [, name] of text.matchAll(ruleDefined)) {
        rules.add(`${String(space)}/${String(name)}`);
      }
    }
    if (path === formats) {
      for (const [, number, section] of text.matchAll(
        /^## §(\d)([^]*?)(?=^## |$(?![^]))/gm,
      )) {
        others.add(`formats §${String(number)}`);
        for (const [, type] of (section ?? '').matchAll(/^\| (\d+) /gm)) {
          others.add(`formats ${String(number)}/${String(type)}`);
        }
      }
    }
    const record = /^docs\/decisions\/(\d{4})-/.exec(path)?.[1];
    if (record !== undefined) others.add(record);
  }
  return { rules, others };
}

const token =
  /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[^]*?\*\/|<!--[^]*?-->/g;

/** What of a file may cite: all of a page; of code the comments, and `[…]` in what a test is called. */
function proseOf(path: string, text: string): string {
  if (path.endsWith('.md')) return text;
  return [...text.matchAll(token)]
    .map(([part]) => {
      if (!/^['"`]/.test(part)) return part;
      return /^.\[|\] \[/.test(part) ? (part.match(/\[[^\]]*\]/g) ?? []).join(' ') : '';
    })
    .join('\n');
}

/** A row of threats quotes what tests are called, as the test's own file has it. */
const quotedTitle = /`[^`]+`: “[^”]*”/g;

/** Designs that this was begun from, which nobody has who has only this. */
const elsewhere =
  /\bannex\b|\b\d\d?-(?:product|ledger|replica|mesh|style|testing|face|findings)\b/gi;

interface Cited {
  readonly path: string;
  readonly name: string;
}

function citedIn(path: string, text: string, rules: ReadonlySet<string>): Cited[] {
  const defining = path === findings || path.endsWith('/SPEC.md');
  const prose = proseOf(path, text)
    .replace(quotedTitle, '')
    .replace(defining ? ruleDefined : /(?!)/, '');
  const own = packageOf(path);
  const cited: string[] = [];
  const rest = prose
    .replace(
      new RegExp(`\\b([a-z]+)/(${id})(?:–(${id}))?(?![\\w-])`, 'g'),
      (_, space: string, one: string, other?: string) => {
        cited.push(`${space}/${one}`);
        if (other !== undefined) cited.push(`${space}/${other}`);
        return '';
      },
    )
    .replace(/\bformats (§\d|\d\/\d+)/g, (_, place: string) => {
      cited.push(`formats ${place}`);
      return '';
    });
  for (const [, list] of rest.matchAll(
    /\bdecisions? \(?(\d{4}(?:(?:, | and | or )\d{4})*)/g,
  )) {
    cited.push(...(list?.match(/\d{4}/g) ?? []));
  }
  for (const [, one] of rest.matchAll(/[[(](0\d{3})[\])]/g)) cited.push(String(one));
  if (isRecord(path)) return cited.map((name) => ({ path, name }));

  const letters = new Set([...rules].map((rule) => rule.split('/')[1]?.[0]));
  const short = new RegExp(
    `(?<![\\w'"\`#/.\\-+=&%:])(${id})(?![\\w%'"\`]|:[0-9A-F])`,
    'g',
  );
  for (const [, one] of rest.matchAll(short)) {
    // A4 is paper, outside of the packages.
    if (
      one === undefined ||
      !letters.has(one[0]) ||
      (one === 'A4' && own === undefined)
    )
      continue;
    cited.push(own === undefined ? one : `${own}/${one}`);
  }
  if (path !== formats) cited.push(...(rest.match(elsewhere) ?? []));
  return cited.map((name) => ({ path, name }));
}

/** What is wrong with the citations of a tree: `path: name` for each. */
function faultsOf(tree: Tree): string[] {
  const { rules, others } = definedIn(tree);
  const all = [...tree].flatMap(([path, text]) => citedIn(path, text, rules));
  const lost = all
    .filter(({ name }) => !rules.has(name) && !others.has(name))
    .map(({ path, name }) => `${path}: ${name} is not defined`);
  const quoted = new Set(
    all.filter(({ path }) => !path.endsWith('.md')).map(({ name }) => name),
  );
  const idle = [...rules]
    .filter((rule) => !quoted.has(rule))
    .map((rule) => `${rule} is quoted nowhere`);
  return [...new Set([...lost, ...idle])];
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const mayCite = /\.(ts|svelte|md|mjs|cjs|js|css)$/;
const folders = ['packages', 'src', 'test', 'bench', 'build', 'scripts', 'docs'];
const paths = [...folders.flatMap(filesUnder), ...readdirSync(root)].filter(
  // This file plants faults.
  (path) => mayCite.test(path) && path !== 'test/citations.test.ts',
);
const tree: Tree = new Map(
  paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

test('what is cited is defined, and each rule is quoted by code or a test', () => {
  expect(definedIn(tree).rules.size).toBeGreaterThan(150);
  expect(faultsOf(tree)).toEqual([]);
});

test.each([
  ['a rule of the own package', 'packages/keys/src/a.ts', '// as K9 says', 'keys/K9'],
  ['a rule of another', 'packages/keys/src/a.ts', '/* see ledger/L99 */', 'ledger/L99'],
  ['a rule without its package', 'src/a.ts', '// as K1 says', 'K1'],
  ['what a test is called', 'test/a.test.ts', "test('[keys/K9] signs')", 'keys/K9'],
  ['a page', 'docs/a.md', 'It is so (keys/K9).', 'keys/K9'],
  ['a component', 'src/A.svelte', '<!-- keys/K9 --><p></p>', 'keys/K9'],
  ['a finding', 'src/a.ts', '// findings/B99', 'findings/B99'],
  ['a section of the formats', 'src/a.ts', '// formats §8', 'formats §8'],
  ['a type of entry', 'src/a.ts', '// formats 2/99', 'formats 2/99'],
  ['a record of a decision', 'src/a.ts', '// decisions 0001 and 0099', '0099'],
  ['a record by its number alone', 'docs/a.md', 'So it is (0099).', '0099'],
  ['a page of a design', 'src/a.ts', '// as 3-ledger has it', '3-ledger'],
  ['the annex', 'src/a.ts', '// by the annex', 'annex'],
])('%s that is not there is told', (_, path, text, name) => {
  const planted = new Map([
    ['packages/keys/SPEC.md', '- **K1** Keys.'],
    ['packages/keys/src/k.ts', '// K1 and findings/A1'],
    [findings, '- **A1** Found.'],
    [formats, '## §2 Entries\n\n| 1 | one |\n\n## §3 Signatures\n'],
    ['docs/decisions/0001-first.md', 'Rests on K9 of keys and the annex.'],
    ['src/good.ts', '// keys/K1, formats §2, formats 2/1, decision 0001; A4 is paper'],
  ]);
  expect(faultsOf(planted)).toEqual([]);
  expect(faultsOf(new Map([...planted, [path, text]]))).toEqual([
    `${path}: ${name} is not defined`,
  ]);
});

test('a rule that only pages speak of is told', () => {
  const planted = new Map([
    ['packages/keys/SPEC.md', '- **K1** Keys.\n- **K2** See keys/K1.'],
    ['packages/keys/src/k.test.ts', "test('[K1] signs', () => undefined);"],
    [findings, '- **A1** Found, and so K2.'],
    ['docs/a.md', 'keys/K2, findings/A1'],
  ]);
  expect(faultsOf(planted)).toContain('keys/K2 is quoted nowhere');
  expect(faultsOf(planted)).toContain('findings/A1 is quoted nowhere');
  expect(faultsOf(planted).join()).not.toContain('keys/K1 ');
});

test('docs/rules.md has a sentence for each rule of a package, and no other', () => {
  const said = [
    ...(tree.get('docs/rules.md') ?? '').matchAll(/^- \*\*([a-z]+\/\w+)\*\* /gm),
  ];
  const rules = [...definedIn(tree).rules].filter(
    (name) => !name.startsWith('findings/'),
  );
  expect(said.map(([, name]) => name).sort()).toEqual(rules.sort());
});

test('numbers of decisions have no gaps but those that the folder’s page names', () => {
  const page = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8');
  const unused = [...page.matchAll(/^- \*\*(\d{4})\*\*/gm)].map(([, one]) =>
    Number(one),
  );
  const given = paths.flatMap((path) => /decisions\/(\d{4})-/.exec(path)?.[1] ?? []);
  expect(new Set(given).size).toBe(given.length);
  const numbers = [...given.map(Number), ...unused].sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, place) => place));
});

test('every link from one page to another leads somewhere', () => {
  const dead = [...tree].flatMap(([path, text]) => {
    if (!path.endsWith('.md')) return [];
    return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, to]) => String(to))
      .filter((to) => !/^[a-z]+:/.test(to))
      .filter((to) => !existsSync(join(root, normalize(join(dirname(path), to)))))
      .map((to) => `${path}: ${to}`);
  });
  expect(dead).toEqual([]);
});
