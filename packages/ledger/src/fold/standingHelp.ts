import type { Day, Minutes } from '@manyhands/base';
import { isStandingHelp } from './isStandingHelp.ts';
import type { ShownTransfer } from './undos.ts';
import type { HelpView, Transfer } from './views.ts';

/**
 * All help that both signed and nobody has put right, kept as it comes and goes: a screen that
 * says how much there is need not walk through every hour for each that arrives.
 */
export class StandingHelp implements HelpView {
  #lines = new Set<ShownTransfer>();
  /** How many more are kept and not made yet (`keptHours.ts`), and who makes them all. */
  #unmade = 0;
  #makeAll: () => Iterable<ShownTransfer> = () => [];
  readonly #perDay = new Map<Day, number>();
  #minutes = 0;
  version = 0;
  gone = 0;

  get exchanges(): number {
    return this.#lines.size + this.#unmade;
  }

  get minutes(): Minutes {
    return this.#minutes as Minutes;
  }

  get perDay(): ReadonlyMap<Day, number> {
    return this.#perDay;
  }

  *transfers(): Iterable<Transfer> {
    this.#complete();
    for (const { transfer } of this.#lines) yield transfer;
  }

  /** Takes over what was kept: so much of each day, and all of it once somebody asks. */
  restore(
    kept: Iterable<readonly [day: number, exchanges: number, minutes: number]>,
    makeAll: () => Iterable<ShownTransfer>,
  ): void {
    this.#makeAll = makeAll;
    for (const [day, exchanges, minutes] of kept) {
      this.#unmade += exchanges;
      this.#minutes += minutes;
      this.#perDay.set(day as Day, (this.#perDay.get(day as Day) ?? 0) + exchanges);
    }
    this.version += 1;
  }

  /** One of those that are kept was made, as it was kept. */
  made(line: ShownTransfer): void {
    if (!isStandingHelp(line.transfer)) return;
    this.#unmade -= 1;
    this.#lines.add(line);
  }

  /** In the order in which they were kept, before what has come since. */
  #complete(): void {
    const kept = [...this.#makeAll()].filter((line) => this.#lines.delete(line));
    if (kept.length > 0) this.#lines = new Set([...kept, ...this.#lines]);
    this.#makeAll = () => [];
  }

  /** What this line comes to may be another than before. */
  note(line: ShownTransfer): void {
    const { transfer } = line;
    const stands = isStandingHelp(transfer);
    if (stands === this.#lines.has(line)) return;
    this.version += 1;
    if (stands) this.#lines.add(line);
    else {
      this.#lines.delete(line);
      this.gone += 1;
    }
    const by = stands ? 1 : -1;
    this.#minutes += by * transfer.minutes;
    const ofDay = (this.#perDay.get(transfer.day) ?? 0) + by;
    if (ofDay === 0) this.#perDay.delete(transfer.day);
    else this.#perDay.set(transfer.day, ofDay);
  }
}
