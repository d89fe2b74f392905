import type { EntryId, Hex } from '@manyhands/base';
import { concat, equalBytes } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import {
  entryMessage,
  isTombstone,
  signatureLength,
  signatureOf,
  withStored,
} from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { isSigned } from './authentic.ts';
import type { Breathe } from './breathing.ts';
import type { Claim } from './claims.ts';
import type { Draft } from './draft.ts';
import type { Holdings } from './holdings.ts';
import type { Ask } from './page.ts';
import type { WantedView } from './types.ts';

/**
 * An id does not cover signatures, so a neighbour can spoil one on the way, and a later
 * one covers its entry all the same. Where the claim brings a good one for an entry whose
 * own is bad here, that takes its place (H9). `shared` items of the claim are held.
 */
export async function mendSignatures(
  draft: Draft,
  { logId, from, items }: Claim,
  shared: number,
  breathe: Breathe | undefined,
): Promise<void> {
  for (let at = 0; at < shared; at++) {
    const ours = draft.at(logId, from + at);
    const stored = items[at];
    if (!ours || isTombstone(ours) || !(stored instanceof Uint8Array)) continue;
    if (equalBytes(signatureOf(ours), stored.subarray(-signatureLength))) continue;
    if (draft.isSignedAt(logId, ours.seq)) continue;
    const theirs = withStored(ours, stored);
    if ((await isSigned(theirs)) && !(await isSigned(ours))) draft.mend(theirs);
    await breathe?.();
  }
}

/** Those with a bad signature of their own, with a good one of `device`, which has covered them. */
export async function signedAgain(
  device: Signer,
  entries: readonly Entry[],
  breathe?: Breathe,
): Promise<Entry[]> {
  const signed: Entry[] = [];
  for (const entry of entries) {
    const pause = breathe?.();
    if (pause !== undefined) await pause;
    if (await isSigned(entry)) continue;
    const body = entry.stored.slice(0, -signatureLength);
    const signature = await device.sign(entryMessage(entry.id));
    signed.push(withStored(entry, concat(body, signature)));
  }
  return signed;
}

/** Entries of which somebody here needs the own signature, and it is bad: for a yes, or a witness. */
export class WantedSignatures implements WantedView {
  readonly #held: Holdings;
  readonly #wanted = new Set<EntryId>();
  readonly #listeners = new Set<() => void>();

  constructor(held: Holdings) {
    this.#held = held;
  }

  want(id: EntryId): void {
    if (this.#wanted.has(id)) return;
    this.#wanted.add(id);
    for (const tell of [...this.#listeners]) tell();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  met(ids: Iterable<EntryId>): void {
    for (const id of ids) this.#wanted.delete(id);
  }

  /** One ask for each log that has any: from the first of their places to the last. */
  asks(): Ask[] {
    const asks = new Map<Hex, Ask>();
    for (const id of this.#wanted) {
      const entry = this.#held.entries.get(id);
      if (entry === undefined) {
        this.#wanted.delete(id);
        continue;
      }
      const log = entry.logId.slice(0, 32);
      const known = asks.get(log) ?? { log, from: entry.seq, max: 1 };
      const from = Math.min(known.from, entry.seq);
      const to = Math.max(known.from + known.max, entry.seq + 1);
      asks.set(log, { log, from, max: to - from });
    }
    return [...asks.values()];
  }
}
