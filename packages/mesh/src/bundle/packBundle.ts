import { err, ok } from '@manyhands/base';
import type { Cancelled, DeviceKey, MemberId, Result, Work } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import type { Entry } from '@manyhands/ledger';
import { apartOf, distinct, evidencePages, pageLimit } from '@manyhands/replica';
import type { Ask, Replica, WireHead } from '@manyhands/replica';
import { handshakeEvidence } from '../handshakeEvidence.ts';
import type { Stored } from '../messages.ts';
import { bundleLimit, bundlePages } from '../limits.ts';
import { sealBundle } from './sealedBundle.ts';
import type { BundleLock } from './sealedBundle.ts';
import { pause } from './pause.ts';

export interface PackOptions {
  readonly replica: Replica;
  readonly secret: Uint8Array;
  /** Whose word it is that the bundle comes from there, and for which member. */
  readonly device: Signer;
  readonly member: MemberId;
  /** How much of each log the other has already, as the wire names logs. */
  readonly known: ReadonlyMap<string, number>;
  /** For whom it is above all: what concerns them comes first. Null for anybody. */
  readonly reader: MemberId | null;
  /** What of it is durable here: said to the reader (findings/B8). */
  readonly acks: readonly Stored[];
}

export interface PackedBundle {
  readonly bundle: Uint8Array;
  readonly entries: number;
  /** What whoever takes it in holds from then on, as the wire names logs. */
  readonly reaches: readonly WireHead[];
}

/** `NothingNew`: they know it all, as far as can be known. `TooLarge`: it is more than one bundle may be. */
export type PackRefused = Cancelled | { readonly type: 'NothingNew' | 'TooLarge' };

/**
 * Everything held here that is not `known`, and what stands without its chain or beyond a
 * cut, sealed and signed (M9). It is of one moment:
 * if something is erased while it is packed, it is packed again, so that no erased word
 * goes along.
 */
export async function packBundle(
  options: PackOptions,
  work: Work = {},
): Promise<Result<PackedBundle, PackRefused>> {
  const { replica, device } = options;
  const lock: BundleLock = { community: replica.community, secret: options.secret };
  for (;;) {
    const erased = new Set<Entry>();
    const stop = replica.subscribe(({ gone }) =>
      gone.forEach((entry) => erased.add(entry)),
    );
    try {
      const packed = await pagesFor(options, work);
      if (!packed.ok) return packed;
      const { inPages: pages, entries, reaches } = packed.value;
      const content = { acks: options.acks, pages };
      const bundle = await sealBundle(content, lock, device);
      if (erased.size === 0) return ok({ bundle, entries, reaches });
    } finally {
      stop();
    }
  }
}

/** What a neighbour who holds `known` would be told, in the order of a link (M4). */
async function pagesFor(
  { replica, device, member, known, reader }: PackOptions,
  { report, signal }: Work,
): Promise<
  Result<Omit<PackedBundle, 'bundle'> & { inPages: readonly Uint8Array[] }, PackRefused>
> {
  const reaches = replica.wireVector();
  let asks = lackedBy(known, reaches);
  const alone = dueAlone(replica);
  const of = asks.reduce((sum, { max }) => sum + max, alone);
  if (of === 0) return err({ type: 'NothingNew' });
  const key = toHex(device.publicKey) as DeviceKey;
  const own = handshakeEvidence(replica, { member, device: key });
  const inPages = [...evidencePages(distinct([...own, ...apartOf(replica)]))];
  let entries = alone;
  let bytes = inPages.reduce((sum, { length }) => sum + length, 0);
  while (asks.length > 0) {
    if (signal?.aborted === true) return err({ type: 'Cancelled' });
    report?.({ done: entries, of });
    const given = replica.page(asks, pageLimit, reader);
    if (given.page === null) break;
    inPages.push(given.page);
    bytes += given.page.length + pageHead;
    entries += given.entries;
    asks = given.rest;
    if (bytes > bundleLimit - aroundPages || inPages.length > bundlePages) {
      return err({ type: 'TooLarge' });
    }
    await pause();
  }
  return ok({ inPages, entries, reaches });
}

/**
 * How many entries go along that no run brings, and that others may lack: nobody says how
 * many of these they have. Proofs that stand in everybody's logs are none of them.
 */
function dueAlone(replica: Replica): number {
  const due = [...replica.forks.toRepeat()].map(({ entry }) => entry.id);
  return new Set([...due, ...[...replica.detached()].map(({ id }) => id)]).size;
}

/** What CBOR puts before each page; and the acks, the seal and the signature. */
const pageHead = 5;
const aroundPages = 1_048_576;

/** What is held here and not known there, as the asks a link would have had. */
export function lackedBy(
  known: ReadonlyMap<string, number>,
  heads: readonly WireHead[],
): Ask[] {
  return heads
    .map(({ log, length }) => ({ log, from: known.get(log) ?? 0, to: length }))
    .filter(({ from, to }) => from < to)
    .map(({ log, from, to }) => ({ log, from, max: to - from }));
}
