import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const tests = ['**/*.test.ts'];

/** Clocks, chance and the outside world: a pure package is given what it needs. */
const outside = [
  'Date',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
];
const chance = {
  object: 'Math',
  property: 'random',
  message: 'Chance is injected, so that a test can repeat it.',
};

const clock = {
  object: 'Date',
  property: 'now',
  message: 'The clock reaches it through a port.',
};
/** Of the outside, what is no arithmetic of days and no timer. */
const beside = ['performance', 'crypto', 'fetch', 'document', 'window', 'navigator'];

/** @param {string[]} names @param {string} message @returns {['error', ...object[]]} */
const banned = (names, message) => [
  'error',
  ...names.map((name) => ({ name, message })),
];

/**
 * Sentences read once, when a module or component begins: they would stay in the language
 * that was on then.
 * @param {string} where
 */
const saidOnce = (where) =>
  [
    "MemberExpression[object.name='words']",
    "CallExpression[callee.name='later']",
  ].flatMap((said) => [
    {
      selector: `${where} ${said}:not(:function *):not(CallExpression[callee.name='$derived'] *)`,
      message:
        'It would stay in the language before: use $derived, or read it where it is said.',
    },
    {
      selector: `${where} AssignmentExpression[left.type='Identifier'] ${said}:not(AssignmentExpression :function *)`,
      message: 'It would stay in the language before: keep a function that says it.',
    },
  ]);

/** The folders of src that stand above ui and words. */
const above = readdirSync(join(import.meta.dirname, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => !['ui', 'words', 'face', 'specimen'].includes(name));

/**
 * What dependency-cruiser cannot see: types imported inside a .svelte file.
 * @param {string[]} folders @param {string[]} packages
 */
const refused = (folders, packages) => [
  {
    group: folders.map((name) => `**/${name}/**`),
    message: 'This folder draws or says what it is given.',
  },
  {
    group: packages.map((name) => `@manyhands/${name}`),
    message: 'This folder does not know that package.',
  },
];

export default defineConfig(
  globalIgnores(['src/sw.js', '**/*.d.ts', 'dist/', 'coverage/', 'test-results/']),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.app.json', './tsconfig.node.json'],
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // Brands are numbers that the rule does not know for numbers.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, svelteConfig },
    },
    // State holds the ledger's own Maps and Sets whole, with $state.raw.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Every screen takes the same three, whether it needs all of them or not.
      'svelte/no-unused-props': ['error', { ignorePropertyPatterns: ['/^phone$/'] }],
      // What one component hands to another is `any` here; svelte-check knows better.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "SvelteAttribute[key.name='style']",
          message:
            'The CSP forbids style attributes: use a class or a style: directive.',
        },
        ...saidOnce('SvelteScriptElement > VariableDeclaration'),
      ],
    },
  },
  {
    files: ['src/**', 'packages/**'],
    ignores: tests,
    languageOptions: { globals: globals.browser },
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        ...saidOnce(':matches(Program, ExportNamedDeclaration) > VariableDeclaration'),
        ...saidOnce('PropertyDefinition'),
      ],
    },
  },
  {
    files: ['packages/{base,codec,ledger}/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': banned(outside, 'This package is pure: pass it in.'),
      'no-restricted-properties': ['error', chance],
    },
  },
  {
    files: ['packages/replica/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': banned(
        ['Date', 'performance', 'crypto'],
        'Clock and chance reach the replica through a port.',
      ),
      'no-restricted-properties': ['error', chance],
    },
  },
  {
    files: ['packages/community/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': banned(
        [...beside, 'process', 'Buffer', 'global'],
        'What is outside reaches a community through its Place.',
      ),
      'no-restricted-properties': ['error', chance, clock],
    },
  },
  {
    files: ['src/ui/**'],
    ignores: tests,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...refused(above, [
              'codec',
              'keys',
              'replica',
              'storage',
              'mesh',
              'community/*',
            ]),
            {
              group: ['@manyhands/base', '@manyhands/ledger'],
              allowTypeImports: true,
              message: 'ui imports types of the ledger, never its code.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/words/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: refused(['ui', ...above], ['storage', 'mesh', 'community/*']),
        },
      ],
    },
  },
  {
    files: [
      'packages/{keeper,relay,testing}/**',
      'bench/**',
      'test/**',
      'build/**',
      ...tests,
    ],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['scripts/**', 'bench/*/*.mjs', '*.config.*', '.*.cjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
    rules: { 'no-restricted-exports': 'off' },
  },
  { files: ['.*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
