import type { MemberId } from '@manyhands/base';
import type { FoldedLog } from './logs.ts';

/** What has to be counted anew, until it is taken: single logs, or all of a member's. */
export class Stale {
  /** Null for all that a member has. */
  readonly #logsOf = new Map<MemberId, Set<FoldedLog> | null>();

  all(member: MemberId): void {
    this.#logsOf.set(member, null);
  }

  log(log: FoldedLog): void {
    const known = this.#logsOf.get(log.member);
    if (known === undefined) this.#logsOf.set(log.member, new Set([log]));
    else known?.add(log);
  }

  take(): [MemberId, ReadonlySet<FoldedLog> | null][] {
    const taken = [...this.#logsOf];
    this.#logsOf.clear();
    return taken;
  }
}
