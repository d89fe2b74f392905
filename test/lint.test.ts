/**
 * The rules of lint and of the pure compile that carry the architecture, each seen to
 * refuse something. That the tree itself keeps them is a step of its own in npm test.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { root } from './planted.ts';

const eslint = new ESLint({ cwd: root });

/** The rules that refuse `text` if it stood in `file`, an existing one. */
async function refusalsOf(file: string, text: string): Promise<string[]> {
  const results = await eslint.lintText(text, { filePath: join(root, file) });
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => ruleId ?? message),
  );
}

const base = 'packages/base/src/result.ts';
const codec = 'packages/codec/src/encode.ts';
const ledger = 'packages/ledger/src/index.ts';
const replica = 'packages/replica/src/index.ts';
const component = 'src/ui/Button.svelte';

test.each([
  [base, 'export const now = (): number => Date.now();', 'no-restricted-globals'],
  [codec, "export const get = fetch('/');", 'no-restricted-globals'],
  [ledger, 'export const id = crypto.randomUUID();', 'no-restricted-globals'],
  [ledger, 'setTimeout(() => undefined, 1);', 'no-restricted-globals'],
  [ledger, 'export const luck = Math.random();', 'no-restricted-properties'],
  [replica, 'export const now = Date.now();', 'no-restricted-globals'],
  [replica, 'export const luck = Math.random();', 'no-restricted-properties'],
  [base, 'const it = 1;\nexport default it;', 'no-restricted-exports'],
  [base, 'export const it: any = 1;', '@typescript-eslint/no-explicit-any'],
  [base, 'Promise.resolve(1);', '@typescript-eslint/no-floating-promises'],
  [base, 'try { parseInt("1"); } catch {}', 'no-empty'],
  [component, '<p style="color: red">no</p>', 'no-restricted-syntax'],
  [component, '{@html "<b>no</b>"}', 'svelte/no-at-html-tags'],
  [
    component,
    '<script lang="ts">\n' +
      "  import type { Ed25519 } from '@manyhands/keys';\n" +
      '  let { it }: { it: Ed25519 } = $props();\n' +
      '</script>\n{it}',
    '@typescript-eslint/no-restricted-imports',
  ],
])('in %s lint refuses %j: %s', async (file, text, rule) => {
  expect(await refusalsOf(file, text)).toContain(rule);
});

const spoken = (code: string): string =>
  `<script lang="ts">import { words } from '../words/words.ts'; ${code}</script>{it}`;

test.each([
  [component, spoken('const it = words.general.back;')],
  [component, spoken('let { it = words.general.back } = $props();')],
  [
    component,
    spoken("let it = $state(''); const f = () => (it = words.general.back);"),
  ],
  ['src/screens/naming.ts', 'export const it = { a: words.general.back };'],
  ['src/state/route.ts', 'class It { it = later().safe.title; }'],
])(
  'in %s lint refuses %j: it would stay in the language before',
  async (file, text) => {
    expect(await refusalsOf(file, text)).toContain('no-restricted-syntax');
  },
);

test('lint lets a sentence be read wherever it is read again', async () => {
  const allowed = [
    spoken('const it = $derived(words.general.back);'),
    spoken('const it = () => words.general.back;'),
    spoken(
      'let it = $state.raw(null); const f = () => (it = () => words.general.back);',
    ),
  ];
  for (const code of allowed)
    expect(await refusalsOf(component, code)).not.toContain('no-restricted-syntax');
});

test('max-lines: lint refuses a file of 301 lines of code, and counts no comments', async () => {
  const codeLines = (count: number): string =>
    '// why\n\n' +
    Array.from({ length: count }, (_, n) => `export const l${n} = 1;\n`).join('');
  expect(await refusalsOf(base, codeLines(300))).toEqual([]);
  expect(await refusalsOf(base, codeLines(301))).toEqual(['max-lines']);
});

test('a community finds no document, window or storage of a browser', async () => {
  const outside = ['document', 'window', 'localStorage', 'indexedDB'];
  const folder = await mkdtemp(join(root, 'node_modules/.community-'));
  try {
    const config = {
      extends: join(root, 'tsconfig.community.json'),
      include: ['*.ts'],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const lines = ['setTimeout(() => 1, 1);', ...outside.map((name) => `${name};`)];
    await writeFile(join(folder, 'planted.ts'), lines.join('\n'));

    const output = await compile(folder);
    const missing = [...output.matchAll(/Cannot find name '(\w+)'/g)];
    expect(missing.map(([, name]) => name)).toEqual(outside);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a pure package finds no document, fetch, timers, crypto or process', async () => {
  const outside = ['document', 'fetch', 'setTimeout', 'crypto', 'process'];
  const folder = await mkdtemp(join(tmpdir(), 'manyhands-pure-'));
  try {
    const extended = join(root, 'tsconfig.pure.json');
    const config = {
      extends: extended,
      include: [join(root, 'build/pure.d.ts'), '*.ts'],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const lines = ['new TextEncoder();', ...outside.map((name) => `${name};`)];
    await writeFile(join(folder, 'planted.ts'), lines.join('\n'));

    const output = await compile(folder);
    const missing = [...output.matchAll(/Cannot find name '(\w+)'/g)].map(
      ([, name]) => name,
    );
    expect(missing).toEqual(outside);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function compile(folder: string): Promise<string> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '-p', folder], (_error, stdout) =>
      resolve(stdout),
    );
  });
}
