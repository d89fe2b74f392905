import type { Result } from '@manyhands/base';
import { readCharter, readInvite, readPoster } from '@manyhands/ledger';
import type { Charter } from '@manyhands/ledger';
import type { Notes, StoreFault } from '@manyhands/replica';
import {
  forgetKnock,
  forgetKnocking,
  keepKnock,
  keepToldCharter,
} from './placeNotes.ts';

/** What this phone came with, and what it was told since it knocked. */
export class Knocking {
  readonly #notes: Notes;
  #link: string | null;
  #told: Charter | null;

  constructor(notes: Notes, link: string | null, told: Charter | null) {
    this.#notes = notes;
    this.#link = link;
    this.#told = told;
  }

  /** An invite, a poster's link or another, while it is kept. */
  get link(): string | null {
    return this.#link;
  }

  get told(): Charter | null {
    return this.#told;
  }

  get hasReadPoster(): boolean {
    return this.#link !== null && readPoster(this.#link).ok;
  }

  /** From now on this phone asks to be let in with this one. */
  async use(link: string): Promise<Result<void, StoreFault>> {
    const kept = await keepKnock(this.#notes, link);
    if (kept.ok) this.#link = link;
    return kept;
  }

  /** Takes what it is told of the community while somebody is asked to greet it. */
  hear(bytes: Uint8Array): void {
    const charter = readCharter(bytes);
    if (!charter.ok) return;
    if (this.#told === null) void keepToldCharter(this.#notes, bytes);
    this.#told = charter.value;
  }

  /** Whoever is in needs no invite any more. The link of a further device stays. */
  putDown(): void {
    const { hasReadPoster } = this;
    if (this.#link === null || !(hasReadPoster || readInvite(this.#link).ok)) return;
    this.#link = null;
    this.#told = null;
    void forgetKnock(this.#notes);
    if (hasReadPoster) void forgetKnocking(this.#notes);
  }
}
