import type { Charter, Invite } from '@manyhands/ledger';
import type { Phone } from '../phone/Phone.svelte.ts';

/**
 * What a community agreed on, asked for before anybody joins: from the moment somebody goes on
 * after opening the invitation, for to open one alone is to tell nobody (decision 0075).
 */
export class CharterAsked {
  /** Proven by its hash to be the one that the invitation is for. */
  charter = $state.raw<Charter | null>(null);
  readonly #phone: Phone;
  readonly #invite: Invite;
  #asking: AbortController | null = null;

  constructor(phone: Phone, invite: Invite) {
    this.#phone = phone;
    this.#invite = invite;
  }

  begin(): void {
    if (this.#asking) return;
    this.#asking = new AbortController();
    void this.#ask(this.#asking.signal);
  }

  async #ask(signal: AbortSignal): Promise<void> {
    this.charter = await this.#phone.readCharter(this.#invite, signal);
  }

  stop(): void {
    this.#asking?.abort();
  }
}
