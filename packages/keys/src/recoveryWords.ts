/**
 * Twelve words that can bring an identity back (BIP39, English), and the key they give
 * in one community (formats §4). The list of words and its arithmetic are fetched when
 * somebody asks for words, not with the app.
 *
 * 1. One set of words serves every community, and gives each a key of its own: nothing
 *    in two of them tells that they are one person's (findings/A7).
 * 2. Nothing is kept here, and no word is ever part of an error's text: a typo is named
 *    by its place and by the word as typed, for the person who typed it.
 */
import { assert, err, ok } from '@manyhands/base';
import type { CommunityId, Result } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { deriveKey } from './hash.ts';
import { nearestWords } from './nearestWords.ts';
import { signingKeyFromSeed } from './signingKey.ts';
import type { SigningKey } from './types.ts';

/** Twelve words of the list whose checksum is right. */
export type RecoveryWords = readonly string[] & { readonly __brand: 'RecoveryWords' };

/** Why what was typed is no set of recovery words. */
export type WordsRefused =
  | { readonly type: 'WordCount'; readonly count: number }
  /** Not in the list; `at` counts from 0. `nearest`: what may have been meant, if any. */
  | {
      readonly type: 'UnknownWord';
      readonly at: number;
      readonly word: string;
      readonly nearest: readonly string[];
    }
  /** Each is a word of the list, and together they are not what anybody was given. */
  | { readonly type: 'WordsDoNotFit' };

export const wordCount = 12;
/** How much chance twelve words hold: 128 bits. */
export const entropyLength = 16;

const load = () => import('@scure/bip39');
const loadList = async () =>
  (await import('@scure/bip39/wordlists/english.js')).wordlist;

/** The words for 16 bytes that nobody can guess; always the same for the same bytes. */
export async function wordsOfEntropy(entropy: Uint8Array): Promise<RecoveryWords> {
  assert(entropy.length === entropyLength, 'twelve words hold 16 bytes');
  const [{ entropyToMnemonic }, list] = await Promise.all([load(), loadList()]);
  return entropyToMnemonic(entropy, list).split(' ') as unknown as RecoveryWords;
}

/** The 16 bytes of the words. */
export async function entropyOfWords(words: RecoveryWords): Promise<Uint8Array> {
  const [{ mnemonicToEntropy }, list] = await Promise.all([load(), loadList()]);
  return mnemonicToEntropy(words.join(' '), list);
}

/**
 * Reads what somebody typed or scanned: any case, any spacing, numbers and commas
 * between the words. Twelve words are right by chance once in sixteen times, so
 * `WordsDoNotFit` catches most words that were swapped, not all.
 */
export async function readRecoveryWords(
  text: string,
): Promise<Result<RecoveryWords, WordsRefused>> {
  const words = spellingOf(text).match(/\p{L}+/gu) ?? [];
  if (words.length !== wordCount) {
    return err({ type: 'WordCount', count: words.length });
  }
  const [{ validateMnemonic }, list] = await Promise.all([load(), loadList()]);
  for (const [at, word] of words.entries()) {
    if (list.includes(word)) continue;
    return err({ type: 'UnknownWord', at, word, nearest: nearestWords(word, list) });
  }
  return validateMnemonic(words.join(' '), list)
    ? ok(words as readonly string[] as RecoveryWords)
    : err({ type: 'WordsDoNotFit' });
}

/** Small letters without marks: a phone's keyboard may put a capital, or a dot on an I. */
const spellingOf = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The key that these words give in one community, and in no other: Ed25519 from
 * HKDF-SHA-256 of the BIP39 seed (64 bytes, empty passphrase). The seed takes 2,048
 * rounds of PBKDF2 on purpose, so whoever needs several communities waits for each.
 */
export async function recoveryKeyOf(
  words: RecoveryWords,
  community: CommunityId,
): Promise<SigningKey> {
  const { mnemonicToSeedWebcrypto } = await load();
  const seed = await mnemonicToSeedWebcrypto(words.join(' '));
  const secret = deriveKey(seed, 'identity/', 32, fromHex(community));
  const key = await signingKeyFromSeed(secret);
  seed.fill(0);
  secret.fill(0);
  return key;
}
