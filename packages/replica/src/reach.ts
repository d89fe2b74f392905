import type { Ledger, LogName } from '@manyhands/ledger';
import type { Holdings } from './holdings.ts';

const never = Number.POSITIVE_INFINITY;

/**
 * How far what a board says reaches (H4), asked of the fold each time: a log is kept as
 * soon as anything names its device (A15), but speaks under a member's name only once that
 * device stands for them.
 */
export class Reach {
  readonly #held: Holdings;
  readonly #ledger: Ledger;
  /** The fold's standings and our certificates, when they were last looked at. */
  #seen = [0, 0];

  constructor(held: Holdings, ledger: Ledger) {
    this.#held = held;
    this.#ledger = ledger;
  }

  /** Of a device that does not stand nothing is shown, whatever a fork says; else up to its cut. */
  shownUpTo = (log: LogName): number =>
    this.#maySpeak(log) ? (this.#ledger.cutOf(log) ?? never) : 0;

  /** Up to which place the erases on a board hold (H3): forks do not matter, an end does. */
  holdsUpTo = (log: LogName): number =>
    this.#maySpeak(log) ? (this.#ledger.endOf(log) ?? never) : 0;

  /** The boards whose reach may be another since this was last called: none for an hour. */
  changed(): Iterable<LogName> {
    const [standings, certificates] = this.#seen;
    const now = [this.#ledger.standingVersion, this.#held.certificates.size];
    if (now[0] === standings && now[1] === certificates) return [];
    this.#seen = now;
    return this.#held.boards.values();
  }

  #maySpeak(log: LogName): boolean {
    if (this.#ledger.hasStanding(log.member, log.device)) return true;
    // What this device says before anybody let it in counts here, and is not announced.
    return !this.#held.isCertified(log);
  }
}
