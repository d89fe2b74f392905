/**
 * Every sentence is said on some screen: what no source file names any more is taken out of
 * the languages, where it would be translated, read and kept for nobody.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../src/words/en.ts';
import { enLater } from '../src/words/enLater.ts';
import { root } from './planted.ts';

/** What a source file may say: its names, those it looks up in, the ends of those it puts together. */
class Source {
  readonly #names: ReadonlySet<string>;
  readonly #lookedUpIn: ReadonlySet<string>;
  readonly #ends: readonly string[];

  constructor(text: string) {
    const found = (pattern: RegExp) =>
      Array.from(text.matchAll(pattern), ([, name]) => name ?? '');
    this.#names = new Set(found(/([A-Za-z_]\w*)/g));
    this.#lookedUpIn = new Set(found(/\.(\w+)\[[a-z]/g));
    this.#ends = found(/\[`\$\{\w+\}(\w+)`\]/g);
  }

  mayName(part: string, word: string): boolean {
    if (!this.#names.has(part)) return false;
    if (this.#names.has(word) || this.#lookedUpIn.has(part)) return true;
    return this.#ends.some((end) => word.endsWith(end));
  }
}

const isOfLanguage = /^words\/(?:en|es|ar)(?:\/|\.ts|Later\.ts)/;

function sourcesOfScreens(): Source[] {
  const src = join(root, 'src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:svelte|ts|js)$/.test(path) && !path.endsWith('.test.ts'))
    .filter((path) => !isOfLanguage.test(path))
    .map((path) => new Source(readFileSync(join(src, path), 'utf8')));
}

/** The parts of a catalogue with what each says; a word that stands alone is a part of its own. */
const wordsIn = (catalogue: object): (readonly [part: string, word: string])[] =>
  Object.entries(catalogue).flatMap(([part, said]: [string, unknown]) =>
    typeof said === 'object' && said !== null
      ? Object.keys(said).map((word) => [part, word] as const)
      : [[part, part] as const],
  );

test('what a language says is said on some screen', () => {
  const sources = sourcesOfScreens();
  const unsaid = [...wordsIn(en), ...wordsIn(enLater)]
    .filter(([part, word]) => !sources.some((source) => source.mayName(part, word)))
    .map((path) => path.join('.'));
  expect(unsaid).toEqual([]);
});
