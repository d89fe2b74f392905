import { fromHex } from '@manyhands/codec';
import { verify } from '@manyhands/keys';
import {
  entryMessage,
  isFact,
  isTombstone,
  isWhole,
  proofsOf,
  signatureOf,
} from '@manyhands/ledger';
import type { Entry, LogItem } from '@manyhands/ledger';
import { beginEach } from './breathing.ts';
import type { Breathe } from './breathing.ts';
import { coverageLimit } from './limits.ts';

/** Whoever looks at a signature: this thread or another, by one rule (keys/K4). */
export type Verify = typeof verify;

/** Whether the entry's own signature is its device's. */
export const isSigned = (entry: Entry, by: Verify = verify): Promise<boolean> =>
  by(signatureOf(entry), entryMessage(entry.id), fromHex(entry.log.device));

/** Whether every signature inside the content is good; only then has it an effect. */
export async function isProven(entry: Entry, by: Verify = verify): Promise<boolean> {
  const verdicts = await Promise.all(
    proofsOf(entry).map((proof) => by(proof.signature, proof.message, proof.publicKey)),
  );
  return verdicts.every((good) => good);
}

/** As `isSigned`, for whoever remembers or has others look. */
type IsGood = (entry: Entry) => Promise<boolean>;

/** How much of a stretch is covered, and the places in it whose signatures show it. */
export interface Coverage {
  readonly length: number;
  readonly signedAt: number[];
}

/**
 * The longest prefix of `items` in which each is covered: a good signature stands on it
 * or on one of the next 31 places (A6), and on a fact itself, since it must be able to
 * travel alone; a tombstone is covered by the erase that names it. Which other signatures
 * were looked at does not change the answer, so one in 32 is enough where an author
 * signs them all. Places in `known` were looked at before, and are good.
 */
export async function coverageOf(
  items: readonly LogItem[],
  known: ReadonlySet<number> = new Set(),
  breathe?: Breathe,
  isGood: IsGood = isSigned,
): Promise<Coverage> {
  const facts: number[] = [];
  for (const [at, item] of items.entries()) {
    if (isWhole(item) && isFact(item.content) && !known.has(at)) facts.push(at);
  }
  if (facts.length === 0 && known.size === 0)
    return coverageOfActs(items, known, breathe, isGood);
  const good = await beginEach(facts, (at) => isSignedAt(items, at, isGood), breathe);
  const bad = facts.find((_, i) => good[i] === false);
  const acts = items.slice(0, bad);
  const coverage = await coverageOfActs(acts, known, breathe, isGood);
  const signed = [...coverage.signedAt, ...known, ...facts].filter(
    (at) => at < coverage.length,
  );
  const signedAt = [...new Set(signed)].sort((a, b) => a - b);
  return { length: coverage.length, signedAt };
}

/** Where good signatures would cover so many acts: each 32nd, and the last. */
export function coveringPlaces(length: number): number[] {
  const places: number[] = [];
  for (let at = coverageLimit; at < length - 1; at += coverageLimit + 1)
    places.push(at);
  if (length > 0) places.push(length - 1);
  return places;
}

/** Places are counted from the beginning of the stretch. */
async function coverageOfActs(
  items: readonly LogItem[],
  known: ReadonlySet<number>,
  breathe: Breathe | undefined,
  isGood: IsGood,
): Promise<Coverage> {
  const guess = coveringPlaces(items.length);
  if (known.size === 0 && items.every(isWhole)) {
    const good = await beginEach(guess, (at) => isSignedAt(items, at, isGood), breathe);
    if (good.every((each) => each)) return { length: items.length, signedAt: guess };
  }
  return searchCoverage(items, known, breathe, isGood);
}

async function searchCoverage(
  items: readonly LogItem[],
  known: ReadonlySet<number>,
  breathe: Breathe | undefined,
  isGood: IsGood,
): Promise<Coverage> {
  const signedAt: number[] = [];
  let covered = 0;
  for (let item = items[0]; item !== undefined; item = items[covered]) {
    if (isTombstone(item)) {
      covered += 1;
      continue;
    }
    const at =
      lastKnown(known, covered) ?? (await lastSigned(items, covered, breathe, isGood));
    if (at === null) break;
    signedAt.push(at);
    covered = at + 1;
  }
  return { length: covered, signedAt };
}

/** The last known place that covers the one at `from`. */
function lastKnown(known: ReadonlySet<number>, from: number): number | undefined {
  for (let at = from + coverageLimit; at >= from; at--) if (known.has(at)) return at;
  return undefined;
}

/** The last good signature that covers the item at `from`. */
export async function lastSigned(
  items: readonly LogItem[],
  from: number,
  breathe?: Breathe,
  isGood: IsGood = isSigned,
): Promise<number | null> {
  for (let at = Math.min(from + coverageLimit, items.length - 1); at >= from; at--) {
    if (await isSignedAt(items, at, isGood)) return at;
    await breathe?.();
  }
  return null;
}

function isSignedAt(
  items: readonly LogItem[],
  at: number,
  isGood: IsGood,
): Promise<boolean> {
  const item = items[at];
  return item === undefined || isTombstone(item)
    ? Promise.resolve(false)
    : isGood(item);
}
