// npm run mutate: takes out each guard in turn, and names those that no test misses.
//   npm run mutate                                    every guard of the five packages
//   npm run mutate -- --only packages/replica/src/gate.ts    of this file or folder
//   npm run mutate -- --sample 40                     forty of them, spread over all
//   npm run mutate -- --list                          finds them and runs nothing
//   npm run mutate -- --fresh                         forgets what earlier runs found
//
// A guard is found by its shape, so that no list of them is kept by hand: an `if`
// without `else` whose only way on is to refuse (a throw; a return of err(…), false,
// null, undefined, a text, or after a call that refuses), and each part of a returned
// `a && b && …`. The first becomes `false`, the second `true`; then the tests of the
// package run in a scratch copy, and after them those of the packages above it.
//
// A guard that was missed stays so while its file is the same; one that was not is tried
// again as soon as any test has changed. What was found is kept in node_modules/.cache under the text of the file and of
// the guard, so that a run goes on where the last one stopped.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { root, setup, stop } from './setup.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    sample: { type: 'string' },
    list: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
  },
});

/** In the order of the layers: what stands later may depend on what stands before. */
const packages = ['codec', 'keys', 'ledger', 'replica', 'mesh'];
const parallel = 2;
const patienceMs = 180_000;

/**
 * @typedef {{ file: string, line: number, start: number, end: number, put: string,
 *   text: string, key: string }} Guard
 * @typedef {'killed' | 'survived'} Verdict
 * @typedef {{ verdict: Verdict, tests: string }} Memory
 */

/** @param {string} folder @returns {string[]} */
function sourcesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sourcesIn(path);
    return path.endsWith('.ts') && !path.endsWith('.test.ts') ? [path] : [];
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
function guardsIn(file) {
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

/** Changes when any test does. */
function hashOfTests() {
  const hash = createHash('sha256');
  for (const name of packages) {
    const folder = join(root, 'packages', name);
    for (const file of readdirSync(folder, {
      recursive: true,
      encoding: 'utf8',
    }).sort()) {
      if (file.endsWith('.test.ts')) hash.update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 20);
}

/** A copy of the project in which a test may meet a hole. */
function scratch() {
  const copy = mkdtempSync(join(tmpdir(), 'manyhands-mutate-'));
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
  return copy;
}

/**
 * @param {string} copy @param {string[]} folders
 * @returns {Promise<boolean>} whether they all passed
 */
function passes(copy, folders) {
  const child = spawn(
    process.execPath,
    [
      join(copy, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project=unit',
      '--bail=1',
      '--reporter=dot',
      '--exclude=**/*.fuzz.test.ts',
      ...folders.map((name) => `packages/${name}/src/`),
    ],
    { cwd: copy, stdio: 'ignore', detached: true },
  );
  return new Promise((resolve) => {
    // A hole may make a loop endless: that is noticed, too.
    const timer = setTimeout(() => {
      if (child.pid !== undefined && child.exitCode === null) {
        process.kill(-child.pid, 'SIGKILL');
      }
    }, patienceMs);
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve(status === 0);
    });
  });
}

/** @param {string} copy @param {Guard} guard @returns {Promise<Verdict>} */
async function judge(copy, guard) {
  const path = join(copy, guard.file);
  const text = readFileSync(path, 'utf8');
  const holed = text.slice(0, guard.start) + guard.put + text.slice(guard.end);
  writeFileSync(path, holed);
  try {
    const [, own = ''] = guard.file.split('/');
    if (!(await passes(copy, [own]))) return 'killed';
    const above = packages.slice(packages.indexOf(own) + 1);
    if (above.length > 0 && !(await passes(copy, above))) return 'killed';
    return 'survived';
  } finally {
    writeFileSync(path, text);
  }
}

/** @template T @param {T[]} items @param {number} count */
const spread = (items, count) =>
  items.filter(
    (_, i) =>
      Math.floor((i * count) / items.length) !==
      Math.floor(((i - 1) * count) / items.length),
  );

async function main() {
  setup();
  const only =
    values.only === undefined ? null : relative(root, join(root, values.only));
  const all = packages
    .flatMap((name) => sourcesIn(`packages/${name}/src`))
    .filter((file) => only === null || file === only || file.startsWith(`${only}/`))
    .flatMap(guardsIn);
  const wanted = values.sample === undefined ? all.length : Number(values.sample);
  if (!Number.isSafeInteger(wanted) || wanted < 1) {
    stop(
      `There is nothing to take out: --only ${values.only}, --sample ${values.sample}.`,
    );
  }
  const guards = wanted >= all.length ? all : spread(all, wanted);
  console.log(`${all.length} guards, ${guards.length} of them wanted.`);
  if (values.list) {
    for (const { file, line, text, put } of guards)
      console.log(`${file}:${line} ${put} ← ${text}`);
    return;
  }

  const memory = join(root, 'node_modules/.cache/manyhands/mutate.json');
  /** @type {Record<string, Memory>} */
  const known =
    existsSync(memory) && !values.fresh ? JSON.parse(readFileSync(memory, 'utf8')) : {};
  mkdirSync(dirname(memory), { recursive: true });
  const tests = hashOfTests();
  const isKnown = (/** @type {Guard} */ { key }) =>
    known[key]?.verdict === 'killed' || known[key]?.tests === tests;
  const waiting = guards.filter((guard) => !isKnown(guard));
  console.log(`${guards.length - waiting.length} are known from an earlier run.`);

  const copies = waiting.length > 0 ? Array.from({ length: parallel }, scratch) : [];
  const clear = () => {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
  };
  process.once('SIGINT', () => {
    clear();
    process.exit(130);
  });
  try {
    if (copies[0] !== undefined && !(await passes(copies[0], packages))) {
      stop('Some tests fail before anything is taken out. Mend them first.');
    }
    await Promise.all(
      copies.map(async (copy) => {
        for (let guard = waiting.shift(); guard; guard = waiting.shift()) {
          const verdict = await judge(copy, guard);
          known[guard.key] = { verdict, tests };
          writeFileSync(memory, JSON.stringify(known));
          const { file, line, text, put } = guard;
          console.log(
            `${verdict} ${file}:${line} ${put} ← ${text} (${waiting.length} left)`,
          );
        }
      }),
    );
  } finally {
    clear();
  }
  const survivors = guards.filter(({ key }) => known[key]?.verdict === 'survived');
  for (const { file, line, text, put } of survivors) {
    console.log(`No test misses ${file}:${line}: ${text} (made ${put})`);
  }
  console.log(`${guards.length} guards taken out, ${survivors.length} not missed.`);
  process.exitCode = survivors.length > 0 ? 1 : 0;
}

await main();
