import type { Meetings } from './meetings.ts';
import type { Secret } from './messages.ts';

export interface PresenceOptions {
  /** Whether its member has ended this very device, as far as is known here. */
  readonly isEnded: () => boolean;
  readonly meet: () => Meetings;
}

/**
 * Whether this device is where others meet. An honest app that has ended leaves: nothing it
 * says counts, and nobody answers. It comes back when a later statement moves the end out
 * again (ledger/L12).
 */
export class Presence {
  readonly #options: PresenceOptions;
  #meetings: Meetings;
  #secret: Secret | null = null;
  #lobby: Uint8Array | null = null;
  #isEnded = false;
  #isClosed = false;

  constructor(options: PresenceOptions) {
    this.#options = options;
    this.#meetings = options.meet();
  }

  /** Those of now; they meet nobody while the device is ended. */
  get meetings(): Meetings {
    return this.#meetings;
  }

  enter(secret: Secret | null, lobby: Uint8Array | null): void {
    this.#secret = secret;
    this.#lobby = lobby;
    this.follow();
    this.#meetings.enter(secret, lobby);
  }

  /** What is known of the own device may have changed. */
  follow(): void {
    const isEnded = this.#options.isEnded();
    if (isEnded === this.#isEnded || this.#isClosed) return;
    this.#isEnded = isEnded;
    if (isEnded) {
      this.#meetings.close();
      return;
    }
    this.#meetings = this.#options.meet();
    this.#meetings.enter(this.#secret, this.#lobby);
  }

  close(): void {
    this.#isClosed = true;
    this.#meetings.close();
  }
}
