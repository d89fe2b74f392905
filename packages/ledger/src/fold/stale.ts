import type { MemberId } from '@manyhands/base';
import type { HeldLog } from './logs.ts';

/** What has to be counted anew, until it is taken: single logs, or all of a member's. */
export class Stale {
  /** Null for all that a member has. */
  readonly #logsOf = new Map<MemberId, Set<HeldLog> | null>();

  all(member: MemberId): void {
    this.#logsOf.set(member, null);
  }

  log(log: HeldLog): void {
    const known = this.#logsOf.get(log.member);
    if (known === undefined) this.#logsOf.set(log.member, new Set([log]));
    else known?.add(log);
  }

  take(): [MemberId, ReadonlySet<HeldLog> | null][] {
    const taken = [...this.#logsOf];
    this.#logsOf.clear();
    return taken;
  }
}
