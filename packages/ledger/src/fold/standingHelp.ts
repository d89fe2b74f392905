import type { Day, Minutes } from '@manyhands/base';
import { isStandingHelp } from './isStandingHelp.ts';
import type { ShownTransfer } from './undos.ts';
import type { HelpView, Transfer } from './views.ts';

/**
 * All help that both signed and nobody has put right, kept as it comes and goes: a screen that
 * says how much there is need not walk through every hour for each that arrives.
 */
export class StandingHelp implements HelpView {
  readonly #lines = new Set<ShownTransfer>();
  readonly #perDay = new Map<Day, number>();
  #minutes = 0;
  version = 0;
  gone = 0;

  get exchanges(): number {
    return this.#lines.size;
  }

  get minutes(): Minutes {
    return this.#minutes as Minutes;
  }

  get perDay(): ReadonlyMap<Day, number> {
    return this.#perDay;
  }

  *transfers(): Iterable<Transfer> {
    for (const { transfer } of this.#lines) yield transfer;
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
