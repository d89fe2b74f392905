import { SerialQueue } from '@manyhands/base';
import type { EntryId, MemberId } from '@manyhands/base';
import { wordLimit } from '@manyhands/ledger';
import { textBytes } from '@manyhands/community/opened';
import type { Place } from '@manyhands/community/opened';
import { keepWordDraft, readWordDraft, wordsOf } from '@manyhands/community/talk';
import type { SayRefused } from '@manyhands/community/talk';
import { Act } from '../screen/Act.svelte.ts';

/** What is being written to one person: kept on this phone as it is typed, until it is said. */
export class Saying extends Act<SayRefused> {
  readonly #place: Place;
  readonly #other: MemberId;
  text = $state('');
  /** What was said last from here, while nothing else was: one tap takes it back. */
  justSaid = $state.raw<{ readonly id: EntryId; readonly text: string } | null>(null);
  /** What was begun before has been read. */
  isReady = $state(false);
  readonly #keeping = new SerialQueue();

  constructor(place: Place, other: MemberId) {
    super();
    this.#place = place;
    this.#other = other;
  }

  /** Takes up what was begun before; where nothing was, the field begins with `start`. */
  async begin(start: string): Promise<void> {
    const draft = await readWordDraft(this.#place.notes, this.#other);
    if (!draft.ok) this.refused = draft.error;
    if (this.text === '') this.text = (draft.ok && draft.value) || start;
    this.isReady = true;
  }

  get canSay(): boolean {
    return !this.isBusy && this.text.trim() !== '' && textBytes(this.text) <= wordLimit;
  }

  /** Reads the text: whoever calls it in an effect keeps every letter. */
  async keep(): Promise<void> {
    const { text, isReady } = this;
    if (!isReady) return;
    const kept = await this.#keeping.run(() =>
      keepWordDraft(this.#place.notes, this.#other, text),
    );
    if (!kept.ok) this.refused = kept.error;
  }

  async say(): Promise<boolean> {
    if (!this.canSay) return false;
    const { text } = this;
    const said = await this.run(() => wordsOf(this.#place).say(this.#other, text));
    if (!said) return false;
    this.justSaid = { id: said.value, text };
    // What was typed meanwhile is the next one.
    this.text = this.text.startsWith(text) ? this.text.slice(text.length) : this.text;
    return true;
  }

  /** The word just said is erased, and can be written otherwise. */
  async takeBack(): Promise<void> {
    const { justSaid } = this;
    if (!justSaid || !(await this.erase(justSaid.id))) return;
    if (this.text === '') this.text = justSaid.text;
  }

  async erase(id: EntryId): Promise<boolean> {
    const erased = await this.run(() => wordsOf(this.#place).erase(this.#other, id));
    if (erased && this.justSaid?.id === id) this.justSaid = null;
    return erased !== null;
  }
}
