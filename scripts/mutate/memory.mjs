// What npm run mutate has found before, in node_modules/.cache: a run goes on where the
// last one stopped.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.mjs';

/**
 * @typedef {'killed' | 'survived'} Verdict
 * @typedef {import('./notes.mjs').Note} Note
 */

const folder = join(root, 'node_modules/.cache/manyhands');

/** @param {string} name @returns {Record<string, any>} */
function read(name) {
  const path = join(folder, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** Another run may have written meanwhile. @param {string} name @param {object} more */
function add(name, more) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(`${path}.new`, JSON.stringify({ ...read(name), ...more }));
  renameSync(`${path}.new`, path);
}

/** Changes when a file of the packages does whose name passes. @param {RegExp} names */
function hashOf(names) {
  const hash = createHash('sha256');
  const packages = join(root, 'packages');
  const all = readdirSync(packages, { recursive: true, encoding: 'utf8' });
  for (const file of all.filter((each) => names.test(each)).sort())
    hash.update(`${file}\0`).update(readFileSync(join(packages, file)));
  return hash.digest('hex').slice(0, 20);
}

/** Which tests missed which guard; of those that none missed, only while no test changes. */
export class Verdicts {
  #known;
  #tests;

  /** @param {boolean} isFresh @param {string} how tests are asked */
  constructor(isFresh, how) {
    this.#known = isFresh ? {} : read('mutate.json');
    this.#tests = hashOf(/\.test\.ts$|\btesting\b.*\.ts$/) + how;
  }

  /** @param {string} key @returns {Verdict | undefined} */
  of(key) {
    const { verdict, tests } = this.#known[key] ?? {};
    return verdict === 'killed' || tests === this.#tests ? verdict : undefined;
  }

  /** @param {string} key @param {Verdict} verdict */
  learn(key, verdict) {
    this.#known[key] = { verdict, tests: this.#tests };
    add('mutate.json', { [key]: this.#known[key] });
  }
}

/** Which guards each test file comes by, while no file of the packages changes. */
export class Notebook {
  #hash = hashOf(/\.ts$/);
  /** @type {Record<string, Note[]>} */
  #known;

  /** @param {boolean} isFresh */
  constructor(isFresh) {
    const { hash, notes } = read('mutate-notes.json');
    this.#known = !isFresh && hash === this.#hash ? notes : {};
  }

  /** @param {string} folder @param {string} place @returns {Note[] | undefined} */
  of(folder, place) {
    return this.#known[`${place} ${folder}`];
  }

  /** @param {string} folder @param {string} place @param {Note[]} notes */
  learn(folder, place, notes) {
    this.#known[`${place} ${folder}`] = notes;
    add('mutate-notes.json', { hash: this.#hash, notes: this.#known });
  }
}
