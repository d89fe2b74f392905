import type { Notes } from '@manyhands/replica';
import type { Acks } from '../state/status.ts';
import { keepAcks } from './placeNotes.ts';

/** What others said to have stored, kept on this phone as it grows. */
export class KeptAcks {
  readonly #notes: Notes;
  #said: Acks;
  #isSaving = false;
  #isClosed = false;

  constructor(notes: Notes, said: Acks) {
    this.#notes = notes;
    this.#said = said;
  }

  get said(): Acks {
    return this.#said;
  }

  hear(acks: Acks): void {
    this.#said = mergeAcks(this.#said, acks);
    void this.#save();
  }

  close(): void {
    this.#isClosed = true;
  }

  /** One write at a time; what changed meanwhile is in the next. */
  async #save(): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    let saved: Acks | null = null;
    while (saved !== this.#said && !this.#isClosed) {
      saved = this.#said;
      await keepAcks(this.#notes, saved);
    }
    this.#isSaving = false;
  }
}

/** Acks only grow: a device that stored more yesterday has not stored less today. */
function mergeAcks(before: Acks, now: Acks): Acks {
  const merged = new Map(before);
  for (const [device, logs] of now) {
    const known = new Map(merged.get(device));
    for (const [log, length] of logs) {
      known.set(log, Math.max(length, known.get(log) ?? 0));
    }
    merged.set(device, known);
  }
  return merged;
}
