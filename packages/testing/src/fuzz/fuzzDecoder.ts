import { Chance } from '../chance.ts';
import corpus from './corpus.json';
import { mutateBytes } from './mutateBytes.ts';

/** Something that reads bytes from outside. */
export interface Decoder<T> {
  /** Its name in the corpus. */
  readonly name: CorpusName;
  /** What the bytes say, or null when they are refused. */
  readonly decode: (bytes: Uint8Array) => T | null;
  /** The bytes that say it; null where a value does not lead back to bytes. */
  readonly encode: (of: T) => Uint8Array | null;
}

export type CorpusName = keyof typeof corpus;

export interface Fuzzed {
  readonly tried: number;
  /** Mutations that were read, and led back to the very same bytes. */
  readonly accepted: number;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly rounds: number;
}

/** No decoder needs so long for a page; what takes longer is called a hang. */
const hangAfter = 2_000;
/** What was accepted is bent again, so that mutations go deeper; so many are kept. */
const poolLimit = 400;

/** Real bytes of that kind, kept in corpus.json: what mutations begin with. */
export const corpusOf = (name: CorpusName): Uint8Array[] =>
  corpus[name].map((hex) => Uint8Array.from(hex.match(/../g) ?? [], byteOf));

const byteOf = (digits: string): number => Number.parseInt(digits, 16);

/**
 * Bends real bytes `rounds` times and gives them to a decoder. It must answer, soon and
 * without a throw, and whatever it accepts must have no other encoding. Throws with the
 * bytes in hexadecimal where it does not: they belong into the corpus then.
 */
export function fuzzDecoder<T>(
  decoder: Decoder<T>,
  { seed, rounds }: FuzzOptions,
): Fuzzed {
  const chance = new Chance(seed).branch(decoder.name);
  const pool = corpusOf(decoder.name);
  const first = pool.length;
  let accepted = 0;
  for (const bytes of pool.slice()) check(decoder, bytes);
  for (let round = 0; round < rounds; round++) {
    const bytes = mutateBytes(chance.pick(pool) ?? new Uint8Array(), chance);
    if (!check(decoder, bytes)) continue;
    accepted += 1;
    if (pool.length < poolLimit) pool.push(bytes);
    else pool[chance.between(first, poolLimit - 1)] = bytes;
  }
  return { tried: rounds, accepted };
}

/** Real bytes of that kind, bent `rounds` times: for what does not answer at once. */
export function* bentBytes(
  name: CorpusName,
  { seed, rounds }: FuzzOptions,
): Generator<Uint8Array> {
  const chance = new Chance(seed).branch(name);
  const pool = corpusOf(name);
  for (let round = 0; round < rounds; round++) {
    yield mutateBytes(chance.pick(pool) ?? new Uint8Array(), chance);
  }
}

/** Whether the bytes are read. */
function check<T>(decoder: Decoder<T>, bytes: Uint8Array): boolean {
  const started = performance.now();
  const verdict = ask(decoder, bytes.slice());
  const isHung = performance.now() - started > hangAfter;
  const why = isHung ? 'takes too long' : verdict;
  if (typeof why === 'boolean') return why;
  throw new Error(`${decoder.name} of ${hexOf(bytes)}: ${why}`);
}

/** True or false, as a decoder should answer; or what it did instead. */
function ask<T>({ decode, encode }: Decoder<T>, bytes: Uint8Array): boolean | string {
  try {
    const value = decode(bytes);
    if (value === null) return false;
    const again = encode(value);
    if (again === null || hexOf(again) === hexOf(bytes)) return true;
    return `another encoding, ${hexOf(again)}`;
  } catch (cause) {
    return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  }
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A quick slice always; the whole million, shared over the decoders, by `npm run verify`. */
export const fuzzRounds = (decoders: number, isWhole: boolean): number =>
  Math.ceil((isWhole ? 1_000_000 : 40_000) / decoders);
