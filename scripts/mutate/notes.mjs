// What npm run mutate is told of each test file: how long it took, and which guards it
// came by. Works alike for tests in Node and in a browser.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {{ file: string, ms: number, reached: number[] }} Note */

export class Notes {
  /** @type {Note[]} */
  #notes = [];
  /** @type {string} */
  #path;
  /** @type {string} */
  #folder;

  /** @param {string} path where to write @param {string} folder what files are named from */
  constructor(path, folder) {
    this.#path = path;
    this.#folder = folder;
  }

  /** @param {import('vitest/node').TestModule} module */
  onTestModuleEnd(module) {
    const { note } = /** @type {{ note?: Omit<Note, 'file'> }} */ (module.meta());
    if (note === undefined) return;
    this.#notes.push({ ...note, file: relative(this.#folder, module.moduleId) });
  }

  onTestRunEnd() {
    writeFileSync(this.#path, JSON.stringify(this.#notes));
  }
}
