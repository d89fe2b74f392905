import type { LogId } from '@manyhands/base';
import type { Claim } from './claims.ts';
import type { Pair } from './pairs.ts';

/**
 * The claims of one page that are not judged yet, by log and by device, so that a
 * certificate leads to those that waited for it: a page in which each device is certified by
 * the one before costs no more than its bytes (findings/H15).
 */
export class WaitingClaims {
  /** In the order in which the page has them. */
  readonly #byLog = new Map<LogId, readonly Claim[]>();
  readonly #order = new Map<LogId, number>();
  readonly #logsOf = new Map<Pair, Set<LogId>>();

  constructor(claims: readonly Claim[]) {
    const byLog = new Map<LogId, Claim[]>();
    for (const claim of claims) {
      const { logId, pair } = claim;
      const ofLog = byLog.get(logId);
      if (ofLog) ofLog.push(claim);
      else byLog.set(logId, [claim]);
      const logs = this.#logsOf.get(pair);
      if (logs) logs.add(logId);
      else this.#logsOf.set(pair, new Set([logId]));
    }
    for (const [logId, ofLog] of byLog) {
      this.#order.set(logId, this.#order.size);
      this.#byLog.set(logId, ofLog);
    }
  }

  /** Every log of which something waits. */
  logs(): LogId[] {
    return [...this.#byLog.keys()];
  }

  /** Those of these logs of which something waits, each once, in the page's order. */
  amongst(logs: Iterable<LogId>): LogId[] {
    const place = (logId: LogId): number => this.#order.get(logId) ?? 0;
    return [...new Set(logs)]
      .filter((logId) => this.#byLog.has(logId))
      .sort((a, b) => place(a) - place(b));
  }

  logsOf(pair: Pair): Iterable<LogId> {
    return this.#logsOf.get(pair) ?? [];
  }

  of(logId: LogId): readonly Claim[] {
    return this.#byLog.get(logId) ?? [];
  }

  /** What is left of a log. Answers whether that is less than before. */
  leave(logId: LogId, claims: readonly Claim[]): boolean {
    const isLess = claims.length < this.of(logId).length;
    if (claims.length === 0) this.#byLog.delete(logId);
    else this.#byLog.set(logId, claims);
    return isLess;
  }

  all(): Claim[] {
    return [...this.#byLog.values()].flat();
  }
}
