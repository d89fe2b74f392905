import { fromHex } from '@manyhands/codec';
import { verify } from '@manyhands/keys';
import {
  entryMessage,
  isFact,
  isHole,
  isWhole,
  proofsOf,
  signatureOf,
} from '@manyhands/ledger';
import type { Entry, LogItem } from '@manyhands/ledger';
import { coverLimit } from './limits.ts';

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

/** How much of a stretch is covered, and the places in it whose signatures show it. */
export interface Cover {
  readonly length: number;
  readonly signedAt: number[];
}

/**
 * The longest prefix of `items` in which each is covered: a good signature stands on it
 * or on one of the next 31 places (A6), and on a fact itself, since it must be able to
 * travel alone; a hole is covered by the erase that names it. Which other signatures
 * were looked at does not change the answer, so one in 32 is enough where an author
 * signs them all. Places in `known` were looked at before, and are good.
 */
export async function coverOf(
  items: readonly LogItem[],
  known: ReadonlySet<number> = new Set(),
): Promise<Cover> {
  const facts = items.flatMap((item, at) =>
    isWhole(item) && isFact(item.content) && !known.has(at) ? [at] : [],
  );
  const good = await Promise.all(facts.map((at) => isSignedAt(items, at)));
  const bad = facts.find((_, i) => good[i] === false);
  const cover = await coverOfActs(items.slice(0, bad), known);
  const signed = [...cover.signedAt, ...known, ...facts].filter(
    (at) => at < cover.length,
  );
  const signedAt = [...new Set(signed)].sort((a, b) => a - b);
  return { length: cover.length, signedAt };
}

/** Places are counted from the beginning of the stretch. */
async function coverOfActs(
  items: readonly LogItem[],
  known: ReadonlySet<number>,
): Promise<Cover> {
  const guess: number[] = [];
  for (let at = coverLimit; at < items.length - 1; at += coverLimit + 1) guess.push(at);
  if (items.length > 0) guess.push(items.length - 1);
  if (known.size === 0 && items.every(isWhole)) {
    const good = await Promise.all(guess.map((at) => isSignedAt(items, at)));
    if (good.every((each) => each)) return { length: items.length, signedAt: guess };
  }
  return searchCover(items, known);
}

async function searchCover(
  items: readonly LogItem[],
  known: ReadonlySet<number>,
): Promise<Cover> {
  const signedAt: number[] = [];
  let covered = 0;
  for (let item = items[0]; item !== undefined; item = items[covered]) {
    if (isHole(item)) {
      covered += 1;
      continue;
    }
    const at = lastKnown(known, covered) ?? (await lastSigned(items, covered));
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

/** The last good signature that covers the item at `from`. */
export async function lastSigned(
  items: readonly LogItem[],
  from: number,
): Promise<number | null> {
  for (let at = Math.min(from + coverLimit, items.length - 1); at >= from; at--) {
    if (await isSignedAt(items, at)) return at;
  }
  return null;
}

const isSignedAt = (items: readonly LogItem[], at: number): Promise<boolean> => {
  const item = items[at];
  return item === undefined || isHole(item) ? Promise.resolve(false) : isSigned(item);
};
