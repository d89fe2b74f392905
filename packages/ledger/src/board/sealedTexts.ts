import { listUnder } from '@manyhands/base';
import type { DeviceKey, Hex, NoteId } from '@manyhands/base';
import { earliestFirst } from './earlier.ts';
import type { SealedText } from './views.ts';

/** Sealed texts by their threads, and by who says to be able to read them. */
export class SealedTexts {
  readonly #threads = new Map<NoteId, SealedText[]>();
  /** The same by each hint of a reader. */
  readonly #byHint = new Map<Hex, SealedText[]>();

  take(text: SealedText): void {
    listUnder(this.#threads, text.sealed.thread, text);
    // Whoever names one reader twice is no reason to show it twice.
    for (const hint of new Set(text.sealed.wraps.map((wrap) => wrap.hint))) {
      listUnder(this.#byHint, hint, text);
    }
  }

  clear(): void {
    this.#threads.clear();
    this.#byHint.clear();
  }

  inThread(thread: NoteId): SealedText[] {
    return (this.#threads.get(thread) ?? []).toSorted(earliestFirst);
  }

  forDevice(device: DeviceKey): SealedText[] {
    const hint = device.slice(0, hintLength);
    return (this.#byHint.get(hint) ?? []).toSorted(earliestFirst);
  }
}

/** Digits of a device key that a wrap names its reader by (formats §6). */
const hintLength = 16;
