import { assert } from '@manyhands/base';
import type { CommunityId } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { mnemonicToSeedWebcrypto } from '@scure/bip39';
import { expect, test } from 'vitest';
import {
  entropyOfWords,
  randomBytes,
  readRecoveryWords,
  recoveryKeyOf,
  verify,
  wordsOfEntropy,
} from './index.ts';
import type { RecoveryWords } from './index.ts';
import vectors from './vectors/bip39.json';

const here = 'c0'.repeat(32) as CommunityId;
const there = 'c1'.repeat(32) as CommunityId;

async function read(text: string): Promise<RecoveryWords> {
  const words = await readRecoveryWords(text);
  assert(words.ok, 'they are words');
  return words.value;
}
const refusal = async (text: string): Promise<unknown> => {
  const words = await readRecoveryWords(text);
  return words.ok ? null : words.error;
};

const ofTwelve = vectors.filter(({ entropy }) => entropy.length === 32);
const first = 'abandon '.repeat(11) + 'about';
const legal =
  'legal winner thank year wave sausage worth useful legal winner thank yellow';

test('[K13] the published vectors of twelve words, both ways', async () => {
  expect(ofTwelve).toHaveLength(8);
  for (const { entropy, words } of ofTwelve) {
    const made = await wordsOfEntropy(fromHex(entropy));
    expect(made.join(' ')).toBe(words);
    expect(toHex(await entropyOfWords(await read(words)))).toBe(entropy);
  }
});

test('[K13] the published vectors of more words are no kit of ours', async () => {
  for (const { words } of vectors.filter(({ entropy }) => entropy.length !== 32)) {
    const count = words.split(' ').length;
    expect(await refusal(words)).toEqual({ type: 'WordCount', count });
  }
});

test('[K15] the seeds of the published vectors, whose passphrase is TREZOR', async () => {
  for (const { words, seed } of vectors) {
    expect(toHex(await mnemonicToSeedWebcrypto(words, 'TREZOR'))).toBe(seed);
  }
});

test('[K13] what chance gives can be read again', async () => {
  for (let i = 0; i < 50; i++) {
    const entropy = randomBytes(16);
    const words = await wordsOfEntropy(entropy);
    expect(words).toHaveLength(12);
    expect(await entropyOfWords(await read(words.join('\n')))).toEqual(entropy);
  }
});

test('[K14] any case, any spacing, numbers and commas between', async () => {
  const words = legal.split(' ');
  for (const text of [
    legal.toUpperCase(),
    `  ${words.join('\t \n')} `,
    words.map((word, i) => `${i + 1}. ${word}`).join(', '),
    words.map((word) => word.replaceAll('i', '\u0130')).join(' '),
  ]) {
    expect((await read(text)).join(' ')).toBe(legal);
  }
});

test('[K14] a word that is not in the list is named, with what was meant', async () => {
  const typed = (at: number, word: string): string =>
    legal
      .split(' ')
      .map((each, i) => (i === at ? word : each))
      .join(' ');
  const cases = [
    ['winnr', ['winner']],
    ['wniner', ['winner']],
    ['winnerr', ['winner']],
    ['tahnk', ['tank', 'thank']],
    ['yell', ['yellow']],
    ['sausge', ['sausage']],
    // Two letters begin too many words to tell: the first of them would be "cabbage".
    ['ca', ['can', 'car', 'cat']],
    ['xyzxyzxyz', []],
  ] as const;
  for (const [word, nearest] of cases) {
    expect(await refusal(typed(5, word))).toEqual({
      type: 'UnknownWord',
      at: 5,
      word,
      nearest,
    });
  }
});

test('[K14] words that do not fit together, and too few or too many', async () => {
  expect(await refusal(legal.replace('yellow', 'zoo'))).toEqual({
    type: 'WordsDoNotFit',
  });
  expect(await refusal('abandon '.repeat(12))).toEqual({ type: 'WordsDoNotFit' });
  for (const [text, count] of [
    ['', 0],
    ['about', 1],
    [`${first} about`, 13],
  ] as const) {
    expect(await refusal(text)).toEqual({ type: 'WordCount', count });
  }
});

// From Node's own PBKDF2, HKDF and Ed25519, by the formula of K15.
const pinnedKeys = [
  'cde86e0c50d2a1f5690f7f8ee297c387a5e483dae578a4afaa055ec85f26ffc3',
  '8d78b677fef06d88a127ab8c30335a69f401337310310435096fb421b2d7daa8',
  '64489e234604c1bce0d45db2a19fadf8d0c2ceea33be41b9601e8b39e46bb3fc',
];

test('[K15] the key of the words in a community, pinned', async () => {
  const pinned = [
    [first, here, pinnedKeys[0]],
    [first, there, pinnedKeys[1]],
    [legal, here, pinnedKeys[2]],
  ] as const;
  for (const [text, community, key] of pinned) {
    const recovery = await recoveryKeyOf(await read(text), community);
    expect(toHex(recovery.publicKey)).toBe(key);
    const signature = await recovery.sign(fromHex('a1'));
    expect(await verify(signature, fromHex('a1'), recovery.publicKey)).toBe(true);
  }
});

test('[findings/A7] the same words in two communities give keys that share no pattern', async () => {
  const words = await read(legal);
  const one = (await recoveryKeyOf(words, here)).publicKey;
  const other = (await recoveryKeyOf(words, there)).publicKey;
  // No two neighbouring bytes of one, at any offset of the other.
  for (let i = 0; i + 2 <= one.length; i++) {
    const pair = toHex(one.subarray(i, i + 2));
    const found = toHex(other).indexOf(pair);
    expect(found >= 0 && found % 2 === 0, `bytes at ${i}`).toBe(false);
  }
  expect(one.filter((byte, i) => byte === other[i])).toHaveLength(0);
});
