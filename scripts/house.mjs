// node scripts/house.mjs [folder]: the house in figures, of this tree or of another checkout.
// Files per folder and their lines, exported names that are defined twice, circles of imports,
// and the way from a tapped yes to another screen. What is a test, or serves one, is not counted.
//
// The way is counted in files: the shortest path over imports from the component with the button
// "Yes, that's right" down to what the replica promises, by which the hours move, and from there
// up to the class with runes that is told, and the component that draws one's hours on Today. An
// import through an index.ts leads to the file that defines the name.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import ts from 'typescript';
import { definedTwice, isCounted } from './names.mjs';
import { root } from './setup.mjs';

const top = resolve(process.argv[2] ?? root);
/** Where the button is, where the hours move, who is told and who draws: the first that is there. */
const ends = {
  yes: ['src/hours/Answers.svelte', 'src/screens/parts/Answers.svelte'],
  moved: ['packages/replica/src/types.ts'],
  told: ['src/phone/Community.svelte.ts', 'src/state/Community.svelte.ts'],
  drawn: [
    'src/today/BalanceLine.svelte',
    'src/hours/BalanceLine.svelte',
    'src/hours/Balance.svelte',
    'src/screens/parts/Balance.svelte',
  ],
};

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  return readdirSync(join(top, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const isOfTests = /\.test\.ts$|\.d\.ts$|\/testing\/|^src\/specimen\//;
const files = ['packages', 'src']
  .flatMap(filesUnder)
  .filter((path) => /\.(ts|svelte)$/.test(path) && !isOfTests.test(path));
const texts = new Map(
  files.map((path) => [path, readFileSync(join(top, path), 'utf8')]),
);
const textOf = (/** @type {string} */ path) => texts.get(path) ?? '';

/** @param {number[]} numbers @param {number} share */
function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** @typedef {{ from: string, names: string[] | null }} Import `null`: all, or its effects. */

/** What a file imports and passes on. @param {string} path */
function importsOf(path) {
  const text = textOf(path);
  const code = path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)]
        .map(([, it]) => it)
        .join('\n')
    : text;
  const { statements } = ts.createSourceFile('it.ts', code, ts.ScriptTarget.Latest);
  /** @type {Import[]} */
  const imports = [];
  /** @type {Map<string, { from: string, name: string }>} */
  const passedOn = new Map();
  /** @type {string[]} */
  const wholes = [];
  for (const each of statements) {
    if (!ts.isImportDeclaration(each) && !ts.isExportDeclaration(each)) continue;
    const { moduleSpecifier } = each;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) continue;
    const from = targetOf(path, moduleSpecifier.text);
    if (from === null) continue;
    const named = ts.isImportDeclaration(each)
      ? each.importClause?.namedBindings
      : each.exportClause;
    const list = named && !ts.isNamespaceImport(named) && !ts.isNamespaceExport(named);
    const names = list
      ? named.elements.map((it) => (it.propertyName ?? it.name).text)
      : null;
    imports.push({ from, names });
    if (!ts.isExportDeclaration(each)) continue;
    if (!list) wholes.push(from);
    else {
      for (const it of named.elements) {
        passedOn.set(it.name.text, { from, name: (it.propertyName ?? it.name).text });
      }
    }
  }
  return { imports, passedOn, wholes };
}

/** The file of ours that an import names. @param {string} path @param {string} named */
function targetOf(path, named) {
  const [, name, part] = /^@manyhands\/(\w+)(\/.+)?$/.exec(named) ?? [];
  if (name !== undefined) {
    const { exports } = JSON.parse(
      readFileSync(join(top, `packages/${name}/package.json`), 'utf8'),
    );
    const file = exports[part === undefined ? '.' : `.${part}`];
    return typeof file === 'string' ? posix.join(`packages/${name}`, file) : null;
  }
  const target = posix.join(dirname(path), named);
  return named.startsWith('.') && texts.has(target) ? target : null;
}

const known = new Map(files.map((path) => [path, importsOf(path)]));

/** Which file defines what this one exports by that name. @param {string} path @param {string} name @returns {string | null} */
function homeOf(path, name) {
  const file = known.get(path);
  if (!file) return null;
  const passed = file.passedOn.get(name);
  if (passed) return homeOf(passed.from, passed.name);
  if (file.wholes.length === 0 || new RegExp(`\\b${name}\\b`).test(textOf(path)))
    return path;
  for (const whole of file.wholes) {
    const home = homeOf(whole, name);
    if (home !== null && new RegExp(`\\b${name}\\b`).test(textOf(home))) return home;
  }
  return null;
}

/** File → the files that define what it imports. @type {Map<string, Set<string>>} */
const leads = new Map();
for (const [path, { imports }] of known) {
  const homes = imports.flatMap(({ from, names }) =>
    names === null ? [from] : names.map((name) => homeOf(from, name) ?? from),
  );
  leads.set(path, new Set(homes));
}

/** The shortest way over imports. @param {string} from @param {string} to @returns {string[]} */
function wayBetween(from, to) {
  /** @type {Map<string, string | null>} */
  const before = new Map([[from, null]]);
  for (const path of before.keys()) {
    if (path === to) break;
    for (const next of leads.get(path) ?? [])
      if (!before.has(next)) before.set(next, path);
  }
  const way = [];
  for (let at = before.has(to) ? to : null; at !== null; at = before.get(at) ?? null)
    way.push(at);
  return way.reverse();
}

/** Files that import each other in a circle, by Tarjan. @returns {string[][]} */
function circles() {
  /** @type {Map<string, { at: number, low: number, isOpen: boolean }>} */
  const seen = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const found = [];
  const visit = (/** @type {string} */ path) => {
    const here = { at: seen.size, low: seen.size, isOpen: true };
    seen.set(path, here);
    stack.push(path);
    for (const { from } of known.get(path)?.imports ?? []) {
      const there = seen.get(from) ?? visit(from);
      if (there.isOpen) here.low = Math.min(here.low, there.low);
    }
    if (here.low !== here.at) return here;
    const circle = stack.splice(stack.indexOf(path));
    for (const each of circle) Object.assign(seen.get(each) ?? {}, { isOpen: false });
    if (circle.length > 1) found.push(circle);
    return here;
  };
  for (const path of files) if (!seen.has(path)) visit(path);
  return found;
}

/** @type {Map<string, number[]>} */
const folders = new Map();
for (const path of files) {
  const lines = textOf(path).split('\n').length - 1;
  const folder = dirname(path);
  folders.set(folder, [...(folders.get(folder) ?? []), lines]);
}
const row = (/** @type {string} */ name, /** @type {number[]} */ lines) =>
  `| ${name.padEnd(36)} | ${[lines.length, quantile(lines, 0.5), quantile(lines, 0.9)]
    .map((each) => String(each).padStart(6))
    .join(' | ')} |`;
console.log(
  `| ${'folder'.padEnd(36)} |  files | median |    p90 |\n|${'-'.repeat(38)}|${'-------:|'.repeat(3)}`,
);
for (const folder of [...folders.keys()].sort()) {
  console.log(row(folder, folders.get(folder) ?? []));
}
console.log(row('all', [...folders.values()].flat()));

const twice = definedTwice(files.filter(isCounted), textOf);
console.log(`\n${twice.length} exported names defined twice`);
const round = circles();
console.log(`${round.length} circles of imports, with ${round.flat().length} files`);

const [yes = '', moved = '', told = '', drawn = ''] = Object.values(ends).map((paths) =>
  paths.find((path) => existsSync(join(top, path))),
);
const up = [...wayBetween(drawn, told), ...wayBetween(told, moved).slice(1)];
const way = [...wayBetween(yes, moved), ...up.reverse().slice(1)];
console.log(`${way.length} files from the tapped yes to the hours on Today:`);
for (const path of way) console.log(`  ${path}`);
