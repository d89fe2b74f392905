/** What two well-signed entries at one place of a log come to (R4). */
import type { LogId } from '@manyhands/base';
import { malformed } from '@manyhands/codec';
import { isWhole, proofHashes, proveFork, zeroId } from '@manyhands/ledger';
import type { Entry, ForkProof, LogItem } from '@manyhands/ledger';
import { lastSigned } from './authentic.ts';
import type { Breathe } from './breathing.ts';
import type { Claim } from './claims.ts';
import type { Draft } from './draft.ts';
import { readJoined } from './followingRuns.ts';
import type { FollowingRuns } from './followingRuns.ts';
import type { Growth } from './holdings.ts';
import { allExplained } from './reading.ts';
import type { Refused } from './types.ts';

/**
 * Another entry at a held place: a question if its author signed it, else forgery, which
 * is answered. `keepDetached` keeps what came alone besides.
 */
export async function askAbout(
  draft: Draft,
  claim: Claim,
  following: FollowingRuns,
  {
    keepDetached,
    breathe,
  }: {
    readonly keepDetached: (entry: Entry) => Promise<void>;
    readonly breathe: Breathe | undefined;
  },
): Promise<Refused | null> {
  const { logId, log, from, prev } = claim;
  if (from === 0 && prev !== zeroId) return malformed('a log begins after nothing');
  const grant = ({ items }: Claim) => items;
  const rules = { following, isExplained: allExplained, grant, breathe };
  const run = await readJoined(claim, rules);
  if (!run.ok) return run.error;
  const { items, isCutOff } = run.value;
  const theirs = items.find(({ seq, id }) => id !== draft.at(logId, seq)?.id);
  if (theirs === undefined) return null;
  const signed = await lastSigned(items, theirs.seq - from, breathe);
  if (signed === null) {
    // Facts of a fork that is long known come alone, and must be signed themselves.
    // Behind a tombstone a signature may be further away than the run goes.
    if (!items.every(isWhole) || isCutOff) return null;
    return { type: 'BadSignature', logId, seq: theirs.seq };
  }
  if (claim.alone) await keepDetached(claim.alone);
  const before = draft.idBefore(logId, from);
  const place =
    prev === before
      ? { seq: theirs.seq, ours: idAt(draft, theirs), theirs: theirs.id }
      : { seq: from - 1, ours: before, theirs: prev };
  if (place.seq >= draft.cutOf(logId)) return null;
  const side = items.slice(theirs.seq - from, signed + 1);
  const proof = prove(draft, logId, theirs.seq, side);
  draft.questions.push({ logId, log, ...place, proof });
  return null;
}

const idAt = (draft: Draft, { logId, seq }: LogItem) => draft.idBefore(logId, seq + 1);

function prove(
  draft: Draft,
  logId: LogId,
  seq: number,
  theirs: readonly LogItem[],
): ForkProof | null {
  const ours = draft.stretchFrom(logId, seq);
  // So much may be erased that no signature of ours is near enough.
  if (ours.length === 0 || ours.length > proofHashes) return null;
  return proveFork(ours, theirs);
}

/** What is held without its chain, and is not what its chain has now at that place. */
export function askBeside(draft: Draft, growth: Growth): void {
  for (const detached of draft.detachedBeside(growth)) askAlone(draft, detached);
}

/** An entry without its chain where there is another. */
export function askAlone(draft: Draft, detached: Entry): void {
  const { logId, log, seq, id } = detached;
  if (seq >= draft.cutOf(logId)) return;
  // Where there is no chain, ours is the one that came first.
  const alone = draft.detachedAt(logId, seq);
  const isChained = draft.at(logId, seq) !== undefined;
  const ours = isChained ? draft.stretchFrom(logId, seq) : alone.slice(0, 1);
  const [first] = ours;
  if (first === undefined || first.id === id) return;
  const proof = ours.length > proofHashes ? null : proveFork(ours, [detached]);
  draft.questions.push({ logId, log, seq, ours: first.id, theirs: id, proof });
}
