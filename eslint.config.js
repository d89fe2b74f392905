import './scripts/oneProgram.mjs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Components, with types, and of the other files of src what only selectors can say. All else
// about .ts and .js files is said in .oxlintrc.json, to a faster reader that knows no components.

const tests = ['**/*.test.ts'];

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
  {
    files: ['src/**/*.svelte'],
    extends: [js.configs.recommended, ts.configs.strictTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        parser: ts.parser,
        svelteConfig,
        project: ['./tsconfig.app.json'],
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
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
      // What a generic component hands on is not resolved here; svelte-check knows better.
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  // State holds the ledger's own Maps and Sets whole, with $state.raw.
  { rules: { 'svelte/prefer-svelte-reactivity': 'off' } },
  {
    files: ['src/**/*.svelte'],
    rules: {
      'svelte/no-at-html-tags': 'error',
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
    files: ['src/**/*.ts'],
    languageOptions: { parser: ts.parser },
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
    files: ['src/ui/**'],
    ignores: tests,
    plugins: { '@typescript-eslint': ts.plugin },
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
    plugins: { '@typescript-eslint': ts.plugin },
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: refused(['ui', ...above], ['storage', 'mesh', 'community/*']),
        },
      ],
    },
  },
);
