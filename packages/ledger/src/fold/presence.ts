/**
 * Where an act stands, and whether that counts (L9): before its log's cut, or inside a
 * witness. Every question about cuts is answered here.
 */
import type { CommunityId, EntryId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { LogKind, LogName } from '../log.ts';
import type { FoldedLog, Occurrence, Occurrences } from './logs.ts';
import type { Cut } from './views.ts';

/**
 * The first place of a log that does not count: of the earliest proven fork, or of what
 * the member's identity says (L12, standing.ts), whichever is lower.
 */
export const cutOf = (log: FoldedLog, kind: LogKind = 'ledger'): number =>
  Math.min(log.forks[kind]?.seq ?? Number.POSITIVE_INFINITY, log.ends[kind]);

/** The same for those who show it: null where a log is not cut at all. */
export function shownCutOf(log: FoldedLog, kind: LogKind): number | null {
  const cut = cutOf(log, kind);
  return cut === Number.POSITIVE_INFINITY ? null : cut;
}

/** Every cut of these logs and of the boards beside them. */
export function cutsOf(community: CommunityId, logs: Iterable<FoldedLog>): Cut[] {
  const cuts: Cut[] = [];
  for (const held of logs) {
    for (const kind of ['ledger', 'board'] as const) {
      const seq = shownCutOf(held, kind);
      if (seq === null) continue;
      cuts.push({
        log: nameOf(held, community, kind),
        seq,
        isFirm: isCutFirm(held, kind),
      });
    }
  }
  return cuts;
}

/** What an identity says travels with whoever holds it; a proof has to be firm itself. */
function isCutFirm({ forks, ends }: FoldedLog, kind: LogKind): boolean {
  const fork = forks[kind];
  return fork === null || ends[kind] <= fork.seq || isFirm(fork.sources);
}

const namesByLog = new WeakMap<FoldedLog, Record<LogKind, LogName>>();

/** One name object for each log, so that its hash is taken once. */
function nameOf(held: FoldedLog, community: CommunityId, kind: LogKind): LogName {
  const known = namesByLog.get(held);
  if (known !== undefined) return known[kind];
  const { member, device } = held;
  const names = {
    ledger: { community, kind: 'ledger', member, device },
    board: { community, kind: 'board', member, device },
  } as const;
  namesByLog.set(held, names);
  return names[kind];
}

/** Whether this log says, where it counts, that its author leaves. */
export const saysItLeft = (log: FoldedLog): boolean =>
  log.role === 0 && log.leavesAt < cutOf(log);

/**
 * Whether somebody with these logs is paused as the one helped: a log of theirs has two
 * histories before the place where their identity ends it. So a statement that ends it
 * at the fork or before ends the pause. A fork of a board moves no hours, and a keeper's
 * log has none (findings/B14).
 */
export function isPaused(logs: Iterable<FoldedLog>): boolean {
  for (const { role, forks, ends } of logs) {
    if (role !== 0 && role !== 2) continue;
    if (forks.ledger !== null && forks.ledger.seq < ends.ledger) return true;
  }
  return false;
}

/** Whether a full device of the same member says, where it counts, not to trust this one. */
export function isFrozen({ freezes }: FoldedLog): boolean {
  for (const [by, seq] of freezes ?? []) {
    if (by.role === 0 && seq < cutOf(by)) return true;
  }
  return false;
}

/** Notes a proof of a fork at `seq`, and its place if it has one; true when the cut moved. */
export function prove(
  forked: FoldedLog,
  kind: LogKind,
  seq: number,
  at: Occurrence | null,
): boolean {
  const known = forked.forks[kind];
  if (known !== null && known.seq < seq) return false;
  const fork =
    known?.seq === seq ? known : { seq, sources: new Map<FoldedLog, number>() };
  if (at !== null) note(fork.sources, at);
  forked.forks[kind] = fork;
  return fork !== known;
}

export function note(sources: Occurrences, { log, seq }: Occurrence): void {
  sources.set(log, Math.min(seq, sources.get(log) ?? seq));
}

/** Whether somebody said it before the cut of their log, so that everybody gets it. */
export function isFirm(sources: Occurrences | undefined): boolean {
  for (const [log, seq] of sources ?? []) if (seq < cutOf(log)) return true;
  return false;
}

/** How an act is known: by its place in its log, or from inside a witness. */
export type Way = 'place' | 'witness';

/** An act, as far as presence asks. */
export interface FoldedAct {
  readonly log: FoldedLog;
  readonly seq: number;
  readonly id: EntryId;
}

export const isBeyondCut = ({ log, seq }: Pick<FoldedAct, 'log' | 'seq'>): boolean =>
  seq >= cutOf(log);

/** By its place an act counts before the cut; inside a witness, always. */
export const doesCount = (act: FoldedAct, way: Way): boolean =>
  way === 'witness' || !isBeyondCut(act);

export const actOf = (log: FoldedLog, { seq, id }: Entry): FoldedAct => ({
  log,
  seq,
  id,
});
