import type { LogId } from '@manyhands/base';
import { logIdOf } from '@manyhands/ledger';
import type { Ledger } from '@manyhands/ledger';
import type { Holdings } from './holdings.ts';

/**
 * Makes the ends of logs what the ledger says they are, for those who tell and ask (P7). A
 * later statement may move an end further out again (ledger/L12).
 */
export function followCuts(held: Holdings, ledger: Ledger): void {
  const now = new Map<LogId, number>();
  held.firmCuts.clear();
  for (const { log, seq, isFirm } of ledger.cuts()) {
    const logId = logIdOf(log);
    now.set(logId, seq);
    if (isFirm) held.firmCuts.add(logId);
  }
  for (const logId of [...held.cuts.keys()]) {
    if (now.has(logId)) continue;
    held.cuts.delete(logId);
    if (held.logs.has(logId)) held.touched.add(logId);
  }
  for (const [logId, seq] of now) {
    if (held.cuts.get(logId) === seq) continue;
    held.cuts.set(logId, seq);
    if (held.logs.has(logId)) held.touched.add(logId);
  }
}
