/**
 * The rules of lint and of the pure compile that carry the architecture, each seen to
 * refuse something. That the tree itself keeps them is a step of its own in npm test.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, withPlanted } from './planted.ts';

const component = 'src/ui/Button.svelte';

/** Of all components it knows one: to read the types of all takes it a quarter of a minute. */
let eslint: ESLint;
let project: string;

beforeAll(async () => {
  project = await mkdtemp(join(root, 'node_modules/.lint-'));
  const config = {
    extends: join(root, 'tsconfig.app.json'),
    include: [join(root, component)],
  };
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify(config));
  eslint = new ESLint({
    cwd: root,
    overrideConfig: {
      files: ['src/**/*.svelte'],
      languageOptions: {
        parserOptions: { project: [join(project, 'tsconfig.json')] },
      },
    },
  });
});
afterAll(() => rm(project, { recursive: true, force: true }));

/** The rules of ESLint that refuse `text` if it stood in `file`, an existing one of src. */
async function refusalsOf(file: string, text: string): Promise<string[]> {
  const results = await eslint.lintText(text, { filePath: join(root, file) });
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => ruleId ?? message),
  );
}

/** The rules of oxlint that refuse each of `files`, in a project that holds nothing else. */
function refusalsIn(files: Readonly<Record<string, string>>): Promise<Refusals> {
  const rules = '.oxlintrc.json';
  return withPlanted([], files, async (folder) => {
    await cp(join(root, rules), join(folder, rules));
    const strict = { extends: './tsconfig.base.json', include: ['**/*.ts'] };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(strict));
    const cli = join(root, 'node_modules/oxlint/bin/oxlint');
    const said = await outputOf(folder, cli, '--format=json', '.');
    if (!said.startsWith('{')) throw new Error(`oxlint did not look: ${said}`);
    const { diagnostics } = JSON.parse(said) as { diagnostics: Diagnostic[] };
    return Object.fromEntries(
      Object.keys(files).map((file) => [
        file,
        diagnostics
          .filter(({ filename }) => filename === file)
          .map(({ code, message }) => code ?? message),
      ]),
    );
  });
}

type Refusals = Record<string, string[]>;

interface Diagnostic {
  readonly filename: string;
  /** The rule, as in `eslint(no-empty)`; what belongs to none has only a message. */
  readonly code?: string;
  readonly message: string;
}

const base = 'packages/base/src';
const codec = 'packages/codec/src';
const ledger = 'packages/ledger/src';
const replica = 'packages/replica/src';
const community = 'packages/community/src';
test('oxlint refuses what a file may not say where it stands', async () => {
  const planted = [
    [base, 'export const now = (): number => Date.now();', 'no-restricted-globals'],
    [codec, "export const get = fetch('/');", 'no-restricted-globals'],
    [ledger, 'export const id = crypto.randomUUID();', 'no-restricted-globals'],
    [ledger, 'setTimeout(() => undefined, 1);', 'no-restricted-globals'],
    [ledger, 'export const luck = Math.random();', 'no-restricted-properties'],
    [replica, 'export const now = Date.now();', 'no-restricted-globals'],
    [replica, 'export const luck = Math.random();', 'no-restricted-properties'],
    [community, 'export const now = Date.now();', 'no-restricted-properties'],
    [community, "export const get = fetch('/');", 'no-restricted-globals'],
    ['src/hours', 'console.log(1);', 'no-console'],
    [base, 'const it = 1;\nexport default it;', 'no-restricted-exports'],
    [base, 'export const it: any = 1;', 'no-explicit-any'],
    [base, 'Promise.resolve(1);', 'no-floating-promises'],
    [base, 'export const it = (a: string) => a ?? 1;', 'no-unnecessary-condition'],
    [base, 'try { parseInt("1"); } catch {}', 'no-empty'],
    [
      base,
      '// eslint-disable-next-line no-empty\nexport const a = 1;',
      'eslint-disable',
    ],
  ] as const;
  const files = planted.map(([folder, text], n) => [`${folder}/it${n}.ts`, text]);
  const refusals = await refusalsIn(
    Object.fromEntries(files) as Record<string, string>,
  );
  for (const [n, [folder, text, rule]] of planted.entries()) {
    const said = refusals[`${folder}/it${n}.ts`];
    expect(said, text).toContainEqual(expect.stringContaining(rule));
  }
});

test('max-lines: oxlint refuses a file of 301 lines of code, and counts no comments', async () => {
  const codeLines = (count: number): string =>
    '// why\n\n' +
    Array.from({ length: count }, (_, n) => `export const l${n} = 1;\n`).join('');
  const [enough, tooMany] = [`${base}/a.ts`, `${base}/b.ts`];
  expect(
    await refusalsIn({ [enough]: codeLines(300), [tooMany]: codeLines(301) }),
  ).toEqual({ [enough]: [], [tooMany]: ['eslint(max-lines)'] });
});

test.each([
  ['<p style="color: red">no</p>', 'no-restricted-syntax'],
  ['{@html "<b>no</b>"}', 'svelte/no-at-html-tags'],
  [
    '<script lang="ts">Promise.resolve(1);</script>',
    '@typescript-eslint/no-floating-promises',
  ],
  [
    '<script lang="ts">\n' +
      "  import type { Ed25519 } from '@manyhands/keys';\n" +
      '  let { it }: { it: Ed25519 } = $props();\n' +
      '</script>\n{it}',
    '@typescript-eslint/no-restricted-imports',
  ],
])('in a component of ui ESLint refuses %j: %s', async (text, rule) => {
  expect(await refusalsOf(component, text)).toContain(rule);
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
  ['src/naming/naming.ts', 'export const it = { a: words.general.back };'],
  ['src/phone/route.ts', 'class It { it = later().safe.title; }'],
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
  return outputOf(
    folder,
    join(root, 'node_modules/@typescript/native/bin/tsc'),
    '-p',
    '.',
  );
}

/** What a program of ours says, whatever it ends with. */
function outputOf(folder: string, ...args: string[]): Promise<string> {
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (_error, stdout) => resolve(stdout));
  });
}
