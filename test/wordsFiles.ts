/**
 * What stands in the files of the languages, read from their source: so a test can look
 * at every text, also at those inside functions that would have to be called.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './planted.ts';

export interface WordsFile {
  /** Strings, and templates with a space where something is put in. */
  readonly texts: readonly string[];
  /** The forms that each `plural(…)` names. */
  readonly plurals: readonly (readonly string[])[];
  /** Whether it hands on the texts of another language. */
  readonly borrows: boolean;
}

const folder = join(root, 'src/words');

/** The parts of a language: the names of the files in its folder. */
export const partsOf = (language: string): string[] =>
  readdirSync(join(folder, language))
    .filter((name) => name.endsWith('.ts'))
    .sort();

export const readPart = (language: string, part: string): WordsFile =>
  readWords(readFileSync(join(folder, language, part), 'utf8'));

export function readWords(source: string): WordsFile {
  const texts: string[] = [];
  const plurals: string[][] = [];
  let borrows = false;
  look(ts.createSourceFile('words.ts', source, ts.ScriptTarget.Latest));
  return { texts, plurals, borrows };

  function look(node: ts.Node): void {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isExportDeclaration(node)) {
      borrows ||= node.moduleSpecifier !== undefined;
      return;
    }
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node)) {
      const spans = node.templateSpans.map(({ literal }) => literal.text);
      texts.push([node.head.text, ...spans].join(' '));
    }
    if (ts.isCallExpression(node)) takePlural(node);
    ts.forEachChild(node, look);
  }

  function takePlural({ expression, arguments: given }: ts.CallExpression): void {
    const forms = given[1];
    if (!ts.isIdentifier(expression) || expression.text !== 'plural') return;
    if (!forms || !ts.isObjectLiteralExpression(forms)) return;
    plurals.push(
      forms.properties.flatMap(({ name }) =>
        name && ts.isIdentifier(name) ? [name.text] : [],
      ),
    );
  }
}

/** Whether a text says anything: numbers, signs and units need no translation. */
export const saysSomething = (text: string): boolean =>
  /\p{L}{2,}/u.test(text.replaceAll(/\b(?:min|kB|MB)\b/g, ''));
