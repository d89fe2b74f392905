// What the reports of Vitest and Playwright say: how many tests passed and failed, and
// which failed with what words, so that the end of a long log tells all that is wrong.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './setup.mjs';

/**
 * What was skipped is named where the reason stands in its name or beside it: a browser that
 * is not here, a network that cannot be made. What only `npm run verify` tries is not.
 *
 * @typedef {{ passed: number, failed: number, words: string[], skipped: string[] }} Report
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} Asserted
 * @typedef {{ name: string, message: string, assertionResults: Asserted[] }} TestFile
 * @typedef {{ error?: { message?: string } }} Attempt
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ results: Attempt[], annotations: Annotation[] }} Told
 * @typedef {{ title: string, file: string, ok: boolean, tests: Told[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The first line of why, without colours. @param {string} [message] */
const why = (message = '') => stripVTControlCharacters(message).split('\n', 1)[0] ?? '';

/** @param {string} file @returns {Report} */
export function vitestReport(file) {
  const { numPassedTests, numFailedTests, testResults } = read(file);
  const words = /** @type {TestFile[]} */ (testResults).flatMap(
    ({ name, message, assertionResults }) => [
      // Of a file that could not even be read.
      ...(message === '' ? [] : [`${relative(root, name)}: ${why(message)}`]),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map(
          (each) =>
            `${relative(root, name)}: ${each.fullName}: ${why(each.failureMessages[0])}`,
        ),
    ],
  );
  const skipped = /** @type {TestFile[]} */ (testResults)
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, fullName }) => status === 'skipped' && lacks.test(fullName))
    .map(({ fullName }) => `  ${fullName}`);
  return { passed: numPassedTests, failed: numFailedTests, words, skipped };
}

const lacks = /\(lacks [^)]+\)/;

/** @param {Suite} suite @returns {Spec[]} */
const specsIn = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsIn)];

/** @param {string} file @returns {Report} */
export function playwrightReport(file) {
  const { stats, suites, errors } = read(file);
  const { expected, unexpected, flaky } =
    /** @type {{ expected: number, unexpected: number, flaky: number }} */ (stats);
  const failed = specsIn({ suites }).filter(({ ok }) => !ok);
  const words = failed.map(({ file: of, title, tests }) => {
    const said = tests.flatMap(({ results }) =>
      results.flatMap(({ error }) => error ?? []),
    );
    return `${of}: ${title}: ${why(said[0]?.message)}`;
  });
  for (const { message } of /** @type {{ message?: string }[]} */ (errors)) {
    words.push(why(message));
  }
  const skipped = specsIn({ suites }).flatMap(({ title, tests }) =>
    tests.flatMap(({ annotations }) =>
      annotations.flatMap(({ type, description }) =>
        type === 'skip' && description ? [`  ${title}: ${description}`] : [],
      ),
    ),
  );
  return { passed: expected, failed: unexpected + flaky, words, skipped };
}
