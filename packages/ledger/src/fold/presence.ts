/**
 * Where an act stands, and whether that counts (L9): before its log's cut, or inside a
 * witness. Every question about cuts is answered here.
 */
import type { CommunityId, EntryId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { LogKind } from '../log.ts';
import type { HeldLog, Source, Sources } from './logs.ts';
import type { Cut } from './views.ts';

/**
 * The first place of a log that does not count. So far only proven forks cut; what a
 * member's identity statement says (L12) will join here.
 */
const cutOf = (log: HeldLog, kind: LogKind = 'ledger'): number =>
  log.forks[kind]?.seq ?? Number.POSITIVE_INFINITY;

/** Every cut of these logs and of the boards beside them. */
export function cutsOf(community: CommunityId, logs: Iterable<HeldLog>): Cut[] {
  const cuts: Cut[] = [];
  for (const { member, device, forks } of logs) {
    for (const kind of ['ledger', 'board'] as const) {
      const fork = forks[kind];
      if (fork === null) continue;
      const log = { community, kind, member, device };
      cuts.push({ log, seq: fork.seq, isFirm: isFirm(fork.sources) });
    }
  }
  return cuts;
}

/** Whether this log says, where it counts, that its author leaves. */
export const hasLeft = (log: HeldLog): boolean =>
  log.role === 0 && log.leavesAt < cutOf(log);

/**
 * Whether somebody with these logs is paused as the one helped. A fork of a board moves
 * no hours, and a keeper's log has none (B14).
 */
export function isPaused(logs: Iterable<HeldLog>): boolean {
  for (const { role, forks } of logs) {
    if ((role === 0 || role === 2) && forks.ledger !== null) return true;
  }
  return false;
}

/** Notes a proof of a fork at `seq`, and its place if it has one; true when the cut moved. */
export function prove(
  forked: HeldLog,
  kind: LogKind,
  seq: number,
  at: Source | null,
): boolean {
  const known = forked.forks[kind];
  if (known !== null && known.seq < seq) return false;
  const fork =
    known?.seq === seq ? known : { seq, sources: new Map<HeldLog, number>() };
  if (at !== null) note(fork.sources, at);
  forked.forks[kind] = fork;
  return fork !== known;
}

export function note(sources: Sources, { log, seq }: Source): void {
  sources.set(log, Math.min(seq, sources.get(log) ?? seq));
}

/** Whether somebody said it before the cut of their log, so that everybody gets it. */
export function isFirm(sources: Sources | undefined): boolean {
  for (const [log, seq] of sources ?? []) if (seq < cutOf(log)) return true;
  return false;
}

/** How an act is known: by its place in its log, or from inside a witness. */
export type Way = 'place' | 'witness';

/** An act, as far as presence asks. */
export interface Act {
  readonly log: HeldLog;
  readonly seq: number;
  readonly id: EntryId;
}

export const isBeyondCut = ({ log, seq }: Pick<Act, 'log' | 'seq'>): boolean =>
  seq >= cutOf(log);

/** By its place an act counts before the cut; inside a witness, always. */
export const isPresent = (act: Act, way: Way): boolean =>
  way === 'witness' || !isBeyondCut(act);

export const actOf = (log: HeldLog, { seq, id }: Entry): Act => ({ log, seq, id });
