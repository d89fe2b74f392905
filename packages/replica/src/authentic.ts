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
 * is enough where an author signs them all. Places of the stretch in `known` were looked
 * at before, and are good.
 */
export async function coverOf(
  entries: readonly Entry[],
  known: ReadonlySet<number> = new Set(),
): Promise<Cover> {
  const facts = entries.flatMap(({ content }, at) => (isFact(content) ? [at] : []));
  const fresh = facts.filter((at) => !known.has(at));
  const good = await Promise.all(fresh.map((at) => isSignedAt(entries, at)));
  const bad = fresh.find((_, i) => good[i] === false);
  const cover = await coverOfActs(entries.slice(0, bad), known);
  const signed = [...cover.signedAt, ...known, ...facts];
  const places = [...new Set(signed)].filter((at) => at < cover.length);
  const signedAt = places.sort((a, b) => a - b).map((at) => seqAt(entries, at));
  return { length: cover.length, signedAt };
}

/** Places are counted from the beginning of the stretch. */
async function coverOfActs(
  entries: readonly Entry[],
  known: ReadonlySet<number>,
): Promise<Cover> {
  if (known.size > 0) return searchCover(entries, known);
  const guess: number[] = [];
  for (let at = coverLimit; at < entries.length - 1; at += coverLimit + 1)
    guess.push(at);
  if (entries.length > 0) guess.push(entries.length - 1);
  const good = await Promise.all(guess.map((at) => isSignedAt(entries, at)));
  if (good.every((each) => each)) return { length: entries.length, signedAt: guess };
  return searchCover(entries, known);
}

async function searchCover(
  entries: readonly Entry[],
  known: ReadonlySet<number>,
): Promise<Cover> {
  const signedAt: number[] = [];
  let covered = 0;
  while (covered < entries.length) {
    const at = lastKnown(known, covered) ?? (await lastSigned(entries, covered));
    if (at === null) break;
    signedAt.push(at);
    covered = at + 1;
  }
  return { length: covered, signedAt };
}

/** The last known place that covers the one at `from`. */
function lastKnown(known: ReadonlySet<number>, from: number): number | undefined {
  for (let at = from + coverLimit; at >= from; at--) if (known.has(at)) return at;
  return undefined;
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
