import type { Notes } from '@manyhands/replica';
import type { Acks } from '../state/status.ts';
import { longest } from './longest.ts';
import { oneAtATime } from './oneAtATime.ts';
import { keepAcks } from './placeNotes.ts';

/** What others said to have stored, today and on earlier days, kept beside the record. */
export class AckMemory {
  readonly #notes: Notes;
  #acks: Acks;
  readonly #save = oneAtATime(async () => {
    if (!this.#isClosed) await keepAcks(this.#notes, this.#acks);
  });
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
    this.#save();
  }

  close(): void {
    this.#isClosed = true;
  }
}

/** Acks only grow: a device that stored more yesterday has not stored less today. */
function mergeAcks(before: Acks, now: Acks): Acks {
  const merged = new Map(before);
  for (const [device, logs] of now) {
    merged.set(device, longest(merged.get(device) ?? [], logs));
  }
  return merged;
}
