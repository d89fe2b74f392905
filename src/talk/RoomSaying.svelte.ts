import type { EntryId } from '@manyhands/base';
import { roomWordLimit } from '@manyhands/ledger';
import type { RoomName } from '@manyhands/ledger';
import { textBytes } from '@manyhands/community/opened';
import type { Place } from '@manyhands/community/opened';
import { eraseInRoom, sayInRoom } from '@manyhands/community/rooms';
import type { RoomRefused, WordInRoom } from '@manyhands/community/rooms';
import { Act } from '../screen/Act.svelte.ts';

/** What is being written in one room, and the word that it answers. */
export class RoomSaying extends Act<RoomRefused> {
  readonly #place: Place;
  readonly #room: RoomName;
  readonly isReady = true;
  text = $state('');
  answers = $state.raw<WordInRoom | null>(null);

  constructor(place: Place, room: RoomName) {
    super();
    this.#place = place;
    this.#room = room;
  }

  get canSay(): boolean {
    const { text } = this;
    return !this.isBusy && text.trim() !== '' && textBytes(text) <= roomWordLimit;
  }

  async say(): Promise<boolean> {
    if (!this.canSay) return false;
    const { text } = this;
    const word = { text, picture: null, answers: this.answers?.id ?? null };
    const said = await this.run(() => sayInRoom(this.#place, this.#room, word));
    if (!said) return false;
    this.answers = null;
    // What was typed meanwhile is the next one.
    this.text = this.text.startsWith(text) ? this.text.slice(text.length) : this.text;
    return true;
  }

  erase = (id: EntryId) => this.run(() => eraseInRoom(this.#place, this.#room, id));
}
