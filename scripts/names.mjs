// The exported names that more than one file defines, in all packages and the app. Run by hand
// it prints them; test/names.test.ts wants none. Names that are only passed on do not count.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { root } from './setup.mjs';

/** Each reason is why nobody can take the one for the other. */
const mayBeTwice = new Map([
  ['ana', 'the cast of all tests'],
  ['biel', 'the cast of all tests'],
  ['carme', 'the cast of all tests'],
  ['didac', 'the cast of all tests'],
]);

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** A part of the catalogue is imported by its own language alone, and says the same in each. */
const isTranslation = /^src\/words\/\w+\//;
const isSource = /\.(ts|svelte)$/;
const isApart = /\.test\.ts$|\.d\.ts$|\/index\.ts$/;

/** Whether the exports of a file count. @param {string} path */
export const isCounted = (path) =>
  isSource.test(path) && !isApart.test(path) && !isTranslation.test(path);

/** The files whose exports are counted. */
export const counted = () => ['packages', 'src'].flatMap(filesUnder).filter(isCounted);

const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');

/** Of a component, what stands in its module: the rest is its own. @param {string} path @param {string} text */
function codeOf(path, text) {
  if (!path.endsWith('.svelte')) return text;
  return /<script[^>]*\bmodule\b[^>]*>([^]*?)<\/script>/.exec(text)?.[1] ?? '';
}

/** @param {ts.BindingName} name @returns {string[]} */
function namesIn(name) {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((each) =>
    ts.isBindingElement(each) ? namesIn(each.name) : [],
  );
}

/** The names that a text defines and exports. @param {string} text */
export function exportedIn(text) {
  const { statements } = ts.createSourceFile('it.ts', text, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : [];
    const kinds = modifiers?.map(({ kind }) => kind) ?? [];
    // What is exported by default has the name that its importer gives it.
    if (kinds.includes(ts.SyntaxKind.DefaultKeyword)) return [];
    if (!kinds.includes(ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) =>
        namesIn(name),
      );
    }
    const isNamed =
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isEnumDeclaration(statement);
    return isNamed && statement.name ? [statement.name.text] : [];
  });
}

/**
 * The names that several of these files define, each with its files.
 * @param {string[]} files
 * @param {(path: string) => string} textOf
 */
export function definedTwice(files, textOf = read) {
  /** @type {Map<string, Set<string>>} */
  const homes = new Map();
  for (const path of files) {
    // A function has one name however many signatures it has.
    for (const name of new Set(exportedIn(codeOf(path, textOf(path))))) {
      homes.set(name, (homes.get(name) ?? new Set()).add(path));
    }
  }
  return [...homes]
    .filter(([name, paths]) => paths.size > 1 && !mayBeTwice.has(name))
    .map(([name, paths]) => ({ name, paths: [...paths] }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function main() {
  const files = counted();
  const twice = definedTwice(files);
  for (const { name, paths } of twice) {
    console.log([name, ...paths.map((path) => `  ${path}`)].join('\n'));
  }
  console.log(`${twice.length} exported names defined twice, in ${files.length} files`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
