import type { Notes } from '@manyhands/replica';
import type { Acks } from '../state/status.ts';
import { keepAcks } from './placeNotes.ts';

/** What others said to have stored, today and on earlier days, kept beside the record. */
export class AckMemory {
  readonly #notes: Notes;
  #acks: Acks;
  #isSaving = false;
  #isClosed = false;

  constructor(notes: Notes, known: Acks) {
    this.#notes = notes;
    this.#acks = known;
  }

  get acks(): Acks {
    return this.#acks;
  }

  hear(said: Acks): void {
    this.#acks = mergeAcks(this.#acks, said);
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
    while (saved !== this.#acks && !this.#isClosed) {
      saved = this.#acks;
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
