import { err, ok } from '@manyhands/base';
import type { EntryId, Result } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { verify } from '@manyhands/keys';
import {
  entryMessage,
  isFact,
  proofsOf,
  readEntry,
  signatureOf,
} from '@manyhands/ledger';
import type { Entry, LogName } from '@manyhands/ledger';
import { coverLimit } from './limits.ts';

/** Reads stored entries as the stretch of `log` that follows the id `prev`. */
export function readChain(
  log: LogName,
  from: number,
  prev: EntryId,
  items: readonly Uint8Array[],
): Result<Entry[], Malformed> {
  const entries: Entry[] = [];
  let before = prev;
  for (const stored of items) {
    const entry = readEntry(log, from + entries.length, before, stored);
    if (!entry.ok) return err(entry.error);
    entries.push(entry.value);
    before = entry.value.id;
  }
  return ok(entries);
}

/** Whether the entry's own signature is its device's. */
export const isSigned = (entry: Entry): Promise<boolean> =>
  verify(signatureOf(entry), entryMessage(entry.id), fromHex(entry.log.device));

/** Whether every signature inside the content is good; only then has it an effect. */
export async function isProven(entry: Entry): Promise<boolean> {
  const verdicts = await Promise.all(
    proofsOf(entry).map((proof) =>
      verify(proof.signature, proof.message, proof.publicKey),
    ),
  );
  return verdicts.every((good) => good);
}

/** How much of a stretch is covered, and the places whose signatures show it. */
export interface Cover {
  readonly length: number;
  readonly signedAt: number[];
}

/**
 * The longest prefix of `entries` in which each is covered: a good signature stands on
 * it or on one of the next 31 (A6), and on a fact itself, since it must be able to
 * travel alone. Which others were looked at does not change the answer, so one in 32
 * is enough where an author signs them all.
 */
export async function coverOf(entries: readonly Entry[]): Promise<Cover> {
  const facts = entries.flatMap(({ content }, at) => (isFact(content) ? [at] : []));
  const good = await Promise.all(facts.map((at) => isSignedAt(entries, at)));
  const bad = facts.find((_, i) => good[i] === false);
  const cover = await coverOfActs(entries.slice(0, bad));
  const seqs = facts.filter((at) => at < cover.length).map((at) => seqAt(entries, at));
  const signedAt = [...new Set([...cover.signedAt, ...seqs])].sort((a, b) => a - b);
  return { length: cover.length, signedAt };
}

async function coverOfActs(entries: readonly Entry[]): Promise<Cover> {
  const guess: number[] = [];
  for (let at = coverLimit; at < entries.length - 1; at += coverLimit + 1)
    guess.push(at);
  if (entries.length > 0) guess.push(entries.length - 1);
  const good = await Promise.all(guess.map((at) => isSignedAt(entries, at)));
  if (good.every((each) => each)) {
    return { length: entries.length, signedAt: guess.map((at) => seqAt(entries, at)) };
  }
  return searchCover(entries);
}

async function searchCover(entries: readonly Entry[]): Promise<Cover> {
  const signedAt: number[] = [];
  let covered = 0;
  while (covered < entries.length) {
    const at = await lastSigned(entries, covered);
    if (at === null) break;
    signedAt.push(seqAt(entries, at));
    covered = at + 1;
  }
  return { length: covered, signedAt };
}

/** The last good signature that covers the entry at `from`. */
export async function lastSigned(
  entries: readonly Entry[],
  from: number,
): Promise<number | null> {
  for (let at = Math.min(from + coverLimit, entries.length - 1); at >= from; at--) {
    if (await isSignedAt(entries, at)) return at;
  }
  return null;
}

const isSignedAt = (entries: readonly Entry[], at: number): Promise<boolean> => {
  const entry = entries[at];
  return entry === undefined ? Promise.resolve(false) : isSigned(entry);
};

const seqAt = (entries: readonly Entry[], at: number): number =>
  (entries[0]?.seq ?? 0) + at;
