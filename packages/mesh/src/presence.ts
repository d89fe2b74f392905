import type { LinkSetup } from './linkSetup.ts';
import type { Secret } from './messages.ts';

export interface PresenceOptions {
  /** Whether its member has ended this very device, as far as is known here. */
  readonly isEnded: () => boolean;
  readonly meet: () => LinkSetup;
}

/**
 * Whether this device is where others meet. An honest app that has ended leaves: nothing it
 * says counts, and nobody answers. It comes back when a later statement moves the end out
 * again (ledger/L12).
 */
export class Presence {
  readonly #options: PresenceOptions;
  #linkSetup: LinkSetup;
  #secrets: readonly Secret[] = [];
  #lobby: Uint8Array | null = null;
  #isEnded = false;
  #isClosed = false;

  constructor(options: PresenceOptions) {
    this.#options = options;
    this.#linkSetup = options.meet();
  }

  /** Those of now; they meet nobody while the device is ended. */
  get linkSetup(): LinkSetup {
    return this.#linkSetup;
  }

  /** Where who holds these secrets meets, the newest last; without one, in the lobby. */
  enter(secrets: readonly Secret[], lobby: Uint8Array | null): void {
    this.#secrets = secrets;
    this.#lobby = lobby;
    this.follow();
    this.#linkSetup.enter(secrets, lobby);
  }

  /** What is known of the own device may have changed. */
  follow(): void {
    const isEnded = this.#options.isEnded();
    if (isEnded === this.#isEnded || this.#isClosed) return;
    this.#isEnded = isEnded;
    if (isEnded) {
      this.#linkSetup.close();
      return;
    }
    this.#linkSetup = this.#options.meet();
    this.#linkSetup.enter(this.#secrets, this.#lobby);
  }

  close(): void {
    this.#isClosed = true;
    this.#linkSetup.close();
  }
}
