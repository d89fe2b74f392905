import type { LogId } from '@manyhands/base';
import { logIdOf } from '@manyhands/ledger';
import type { Ledger } from '@manyhands/ledger';
import type { Holdings } from './holdings.ts';

/**
 * Makes the ends of logs what the ledger says they are, for those who tell and ask (P7). A
 * later statement may move an end further out again (L12).
 */
export function followCuts(held: Holdings, ledger: Ledger): void {
  const now = new Map<LogId, number>();
  for (const { log, seq } of ledger.cuts()) now.set(logIdOf(log), seq);
  for (const logId of [...held.cuts.keys()]) {
    if (!now.has(logId)) held.cuts.delete(logId);
  }
  for (const [logId, seq] of now) held.cuts.set(logId, seq);
}
