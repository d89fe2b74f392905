/**
 * Entries: what a device signed, at one place of one log. This file is about bytes
 * and names; what an entry *does* is the fold's (fold/).
 *
 * 1. `id` covers the log's full name, the place, the entry before and the body; never
 *    the signature, which one message may have several of.
 * 2. Any stored bytes of a possible length are an entry. Bytes that say nothing keep
 *    their place, so that one bad entry cannot break the chain behind it.
 */
import { err, ok } from '@manyhands/base';
import type {
  CommunityId,
  EntryId,
  Hex,
  LogId,
  MinuteOfTime,
  Result,
} from '@manyhands/base';
import { concat, fromHex, malformed } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys/hash';
import { readBody, signatureLength, storedLimit } from './body.ts';
import type { Content } from './body.ts';
import { entryIdOf, idOver } from './entryId.ts';
import type { ForkProof, Witness } from './forkContent.ts';
import { logKindOf, logIdOf, zeroId } from './log.ts';
import type { LogName } from './log.ts';

export interface Entry {
  readonly log: LogName;
  readonly logId: LogId;
  readonly seq: number;
  /** The id of the entry before, or `zeroId`. */
  readonly prev: EntryId;
  readonly id: EntryId;
  /** Body and signature, as they lie in the log. */
  readonly stored: Uint8Array;
  /** When its writer's clock said it was. For people: no rule depends on it. */
  readonly time: MinuteOfTime;
  readonly content: Content;
}

/** Whether an entry may be so many bytes long, its signature among them. */
export const fitsEntry = (length: number): boolean =>
  length > signatureLength && length <= storedLimit;

/**
 * Reads stored bytes as the entry at a place of `log`. Only a length that no entry can
 * have is `Malformed`; whether chain and signature hold is the gate's to ask. `id`: what
 * `chainIds` has found there.
 */
export function readEntry(
  log: LogName,
  seq: number,
  prev: EntryId,
  stored: Uint8Array,
  id?: EntryId,
): Result<Entry, Malformed> {
  if (!fitsEntry(stored.length)) return err(malformed('no length of an entry'));
  return ok(entryAt(log, seq, prev, stored, id));
}

function entryAt(
  log: LogName,
  seq: number,
  prev: EntryId,
  stored: Uint8Array,
  known?: EntryId,
): Entry {
  const logId = logIdOf(log);
  const body = stored.subarray(0, -signatureLength);
  const id = known ?? idOver(logId, seq, prev, sha256(body));
  const { time, content } = readPlaced(log, body);
  return { log, logId, seq, prev, id, stored, time, content };
}

/** What a body says, as that of an entry of `log`. */
export function readPlaced(
  log: LogName,
  body: Uint8Array,
): Pick<Entry, 'time' | 'content'> {
  const { time, content } = readBody(log.kind, body);
  return { time, content: placed(log, content) };
}

/** What can only be judged where it stands, or where what it names stands. */
function placed(log: LogName, content: Content): Content {
  return holdsTogether(log, content) ? content : { type: 'meaningless' };
}

function holdsTogether(log: LogName, content: Content): boolean {
  switch (content.type) {
    case 'transfer.propose': {
      // Nobody is their own neighbour (B5).
      const own = content.as ?? log.member;
      return !content.lines.some((line) => line.party === own);
    }
    case 'fork.proof':
      return isForkOf(forkedLog(log.community, content), content);
    case 'witness':
      return isWitnessable(readWitnessed(log.community, content));
    default:
      return true;
  }
}

/** The log that a proof says has two histories. */
export const forkedLog = (
  community: CommunityId,
  { kind, member, device }: ForkProof,
): LogName => ({ community, kind: logKindOf(kind), member, device });

/** Two ids at one place, the smaller first, so that one fork has one proof (F5). */
function isForkOf(log: LogName, proof: ForkProof): boolean {
  const { seq, prevA, prevB } = proof;
  const starts = [prevA, prevB].every((prev) => (seq === 0) === (prev === zeroId));
  const [[a = zeroId], [b = zeroId]] = sidesOf(log, proof);
  return starts && a < b;
}

/** The ids of both sides of a proof, from the forked place on; the last are signed. */
export function sidesOf(log: LogName, proof: ForkProof): [EntryId[], EntryId[]] {
  const logId = logIdOf(log);
  const idsOf = (prev: EntryId, hashes: readonly Hex[]): EntryId[] => {
    let before = prev;
    return hashes.map((hash, at) => {
      before = entryIdOf(logId, proof.seq + at, before, hash);
      return before;
    });
  };
  return [idsOf(proof.prevA, proof.hashesA), idsOf(proof.prevB, proof.hashesB)];
}

const witnessedBy = new WeakMap<Witness, Entry>();

/** The entry inside a witness; null where no log has such a place. */
export function readWitnessed(community: CommunityId, witness: Witness): Entry | null {
  const known = witnessedBy.get(witness);
  if (known !== undefined) return known;
  const { member, device, seq, prev, body, sig } = witness;
  if ((seq === 0) !== (prev === zeroId)) return null;
  const log: LogName = { community, kind: 'ledger', member, device };
  // As long as an entry can be: it stands inside another one.
  const entry = entryAt(log, seq, prev, concat(body, fromHex(sig)));
  witnessedBy.set(witness, entry);
  return entry;
}

/** Whether a witness may carry it: it is of types 1 to 17 of a ledger, and means something. */
export function isWitnessable(entry: Entry | null): boolean {
  if (entry === null) return false;
  const { content } = entry;
  return !['unknown', 'meaningless', 'fork.proof', 'witness'].includes(content.type);
}

/** The same entry with other bytes of the same body: another signature. */
export function withStored(
  { log, logId, seq, prev, id, time, content }: Entry,
  stored: Uint8Array,
): Entry {
  return { log, logId, seq, prev, id, stored, time, content };
}

/** The body as it was signed. A view of `stored`: not to be written into. */
export const bodyOf = (entry: Entry): Uint8Array =>
  entry.stored.subarray(0, -signatureLength);

/** The signature that stands on the entry, checked or not. A view, like `bodyOf`. */
export const signatureOf = (entry: Entry): Uint8Array =>
  entry.stored.subarray(-signatureLength);
