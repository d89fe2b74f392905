// What npm run mutate takes out: guards, found by their shape (see there), and how a file
// reads in which each of them can be switched off.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../setup.mjs';

/**
 * @typedef {{ file: string, line: number, start: number, end: number, put: string,
 *   text: string, key: string }} Guard
 */

/** @param {string} folder @returns {string[]} */
export function sourcesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sourcesIn(path);
    const isSource = path.endsWith('.ts') && !path.endsWith('.test.ts');
    return isSource ? [path] : [];
  });
}

const refusing = /^(err|malformed)$/;
const refusal = /refuse|offence|punish|spend|fail|\bend\b/i;

/** @param {ts.Statement} statement @param {ts.SourceFile} source */
function refuses(statement, source) {
  const all = ts.isBlock(statement) ? [...statement.statements] : [statement];
  const last = all.at(-1);
  if (last === undefined) return false;
  if (ts.isThrowStatement(last)) return true;
  if (!ts.isReturnStatement(last)) return false;
  const { expression } = last;
  const before = all.slice(0, -1).map((each) => each.getText(source));
  if (expression === undefined) return before.some((text) => refusal.test(text));
  if (ts.isCallExpression(expression)) {
    const name = expression.expression.getText(source);
    return refusing.test(name) || refusal.test(name);
  }
  const text = expression.getText(source);
  if (text === 'false' || text === 'null' || text === 'undefined') return true;
  return ts.isStringLiteral(expression) || /\brefused?\b/.test(text);
}

/** @param {ts.Expression} node @returns {ts.Expression[]} */
function partsOf(node) {
  if (ts.isParenthesizedExpression(node)) return partsOf(node.expression);
  const isAnd =
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  return isAnd ? [...partsOf(node.left), ...partsOf(node.right)] : [node];
}

/** What a function answers here, if this is where it does. @param {ts.Node} node */
function returnedBy(node) {
  if (ts.isReturnStatement(node)) return node.expression;
  return ts.isArrowFunction(node) && !ts.isBlock(node.body) ? node.body : undefined;
}

/** @param {string} file @returns {Guard[]} */
export function guardsIn(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  /** @type {Guard[]} */
  const guards = [];
  /** @param {ts.Expression} node @param {string} put */
  const add = (node, put) => {
    const [start, end] = [node.getStart(source), node.getEnd()];
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    const what = text.slice(start, end);
    const key = createHash('sha256')
      .update(`${text}\0${start}\0${put}`)
      .digest('hex')
      .slice(0, 20);
    guards.push({
      file,
      line,
      start,
      end,
      put,
      text: what.replaceAll(/\s+/g, ' '),
      key,
    });
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isIfStatement(node) && node.elseStatement === undefined) {
      if (refuses(node.thenStatement, source)) add(node.expression, 'false');
    }
    const returned = returnedBy(node);
    const parts = returned === undefined ? [] : partsOf(returned);
    if (parts.length > 1) for (const part of parts) add(part, 'true');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return guards;
}

/**
 * The text of a file with each guard made a switch: where a run is told its number, what
 * was to be put there stands in its place. So one copy, transformed once, serves all.
 * @param {string} text @param {{ number: number, guard: Guard }[]} guards
 */
export function withSwitches(text, guards) {
  const pieces = guards.flatMap(({ number, guard: { start, end, put } }) => [
    { at: start, till: end, text: `(globalThis.isOut?.(${number}) ? ${put} : (` },
    { at: end, till: end, text: '))' },
  ]);
  // Where one ends another may begin; where several begin, the widest does first.
  const isEnd = (/** @type {{ at: number, till: number }} */ { at, till }) =>
    at === till ? 0 : 1;
  pieces.sort((a, b) => a.at - b.at || isEnd(a) - isEnd(b) || b.till - a.till);
  let result = '';
  let from = 0;
  for (const piece of pieces) {
    result += text.slice(from, piece.at) + piece.text;
    from = piece.at;
  }
  return result + text.slice(from);
}
