import type { LogId } from '@manyhands/base';
import { logIdOf } from '@manyhands/ledger';
import type { Board, Ledger, LogName } from '@manyhands/ledger';
import type { Holdings } from './holdings.ts';

/**
 * Makes the ends of logs what the ledger says they are, for those who tell and ask (P7)
 * and for the board. A later statement may move an end further out again (L12).
 */
export function followCuts(held: Holdings, ledger: Ledger, board: Board): void {
  const now = new Map<LogId, { log: LogName; seq: number }>();
  for (const { log, seq } of ledger.cuts()) now.set(logIdOf(log), { log, seq });
  for (const logId of [...held.cuts.keys()]) {
    if (now.has(logId)) continue;
    held.cuts.delete(logId);
    board.cut(logId, Number.POSITIVE_INFINITY);
  }
  for (const [logId, { log, seq }] of now) {
    if (held.cuts.get(logId) === seq) continue;
    held.cuts.set(logId, seq);
    if (log.kind === 'board') board.cut(logId, seq);
  }
}

/**
 * Boards whose device stands for nobody in the ledger: a log is kept as soon as anything
 * names its device (A15), but is not shown under a member's name before it has a right
 * to speak for them.
 */
export class Unheard {
  readonly #boards = new Map<LogId, LogName>();

  /** These logs have new entries. */
  meet(logs: Iterable<LogName>, held: Holdings, ledger: Ledger, board: Board): void {
    for (const log of logs) {
      if (log.kind !== 'board' || ledger.hasStanding(log.member, log.device)) continue;
      // What this device says before anybody let it in is shown here, and not announced.
      if (!held.isCertified(log)) continue;
      const logId = logIdOf(log);
      if (this.#boards.has(logId)) continue;
      this.#boards.set(logId, log);
      board.cut(logId, 0);
    }
  }

  /** Shows those that have come to stand, as far as they go. */
  release(held: Holdings, ledger: Ledger, board: Board): void {
    for (const [logId, { member, device }] of this.#boards) {
      if (!ledger.hasStanding(member, device)) continue;
      this.#boards.delete(logId);
      board.cut(logId, held.cutOf(logId));
    }
  }
}
