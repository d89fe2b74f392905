import type { Notes } from '@manyhands/replica';
import type { Acks } from '../state/status.ts';
import { keepAcks } from './placeNotes.ts';

/** What other devices said they have stored, remembered from day to day. */
export class KeptAcks {
  readonly #notes: Notes;
  #all: Acks;
  #isSaving = false;
  #isClosed = false;

  /** `known`: what was kept when the place was last closed. */
  constructor(notes: Notes, known: Acks) {
    this.#notes = notes;
    this.#all = known;
  }

  get all(): Acks {
    return this.#all;
  }

  hear(said: Acks): void {
    this.#all = mergeAcks(this.#all, said);
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
    while (saved !== this.#all && !this.#isClosed) {
      saved = this.#all;
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
