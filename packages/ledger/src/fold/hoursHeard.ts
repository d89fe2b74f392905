import type { Entry } from '../entry.ts';
import { KeptEntry } from '../keptEntry.ts';
import { isReply } from '../ledgerContent.ts';
import type { KeptHours } from './keptHours.ts';
import type { FoldedLog } from './logs.ts';
import type { Way } from './presence.ts';
import type { Transfers } from './transfers.ts';

/** Something about hours, as it is said in its place or carried by a witness. */
interface Hour {
  readonly log: FoldedLog;
  readonly entry: Entry;
  readonly way: Way;
}

/** What is said about hours, on its way to the last step: at an opening it waits. */
export class HoursHeard {
  readonly #transfers: Transfers;
  #held: Hour[] | null = null;

  constructor(transfers: Transfers) {
    this.#transfers = transfers;
  }

  get areHeld(): boolean {
    return this.#held !== null;
  }

  /** From now on they wait until it is known what was made of them. */
  hold(): void {
    this.#held = [];
  }

  /** What waits is what was kept, as far as that has it, and else is folded now. */
  take(kept: KeptHours | null): void {
    const held = this.#held ?? [];
    this.#held = null;
    if (kept !== null) this.#transfers.restore(kept);
    const covered = kept?.covered();
    for (const hour of held) {
      const { entry, way } = hour;
      const isKept = entry instanceof KeptEntry && way === 'place';
      if (!isKept || covered?.[entry.at] !== 1) this.hear(hour);
    }
  }

  hear(hour: Hour): void {
    if (this.#held !== null) {
      this.#held.push(hour);
      return;
    }
    const { log, entry, way } = hour;
    const { content } = entry;
    if (content.type === 'transfer.propose') {
      this.#transfers.propose(log, entry, content, way);
    } else if (isReply(content)) this.#transfers.reply(log, entry, content, way);
  }
}
