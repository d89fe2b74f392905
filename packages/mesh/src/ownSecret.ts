import type { Replica } from '@manyhands/replica';
import type { PeerName } from './handshake.ts';
import type { Secret } from './messages.ts';
import { isNewerSecret, mayTake } from './newerSecret.ts';

export interface OwnSecretOptions {
  readonly replica: Replica;
  readonly self: PeerName;
  readonly known: Secret | null;
  /** What this device came through while it has none. */
  readonly lobby: Uint8Array | null;
  /** It has been given one over a link. */
  readonly ongiven: (secret: Secret) => void;
}

/** The community's secret on this device, and what neighbours offer for one (findings/A17). */
export class OwnSecret {
  current: Secret | null;
  readonly #options: OwnSecretOptions;
  /** Offered before certificates here said that this device was let in; its lobby is ours. */
  #early: Secret | null = null;

  constructor(options: OwnSecretOptions) {
    this.#options = options;
    this.current = options.known;
  }

  /** The app's own word; whether it is another one now. */
  set(secret: Secret): boolean {
    if (!isNewerSecret(secret, this.current)) return false;
    this.current = secret;
    return true;
  }

  /** A neighbour's word. */
  receive(secret: Secret): void {
    const { replica, lobby, ongiven } = this.#options;
    const { community } = replica;
    if (!mayTake(secret, { community, held: this.current, lobby })) return;
    if (this.#isIn()) ongiven(secret);
    // Where no lobby vouches for it, whoever is quicker than the one who lets us in would win.
    else if (lobby !== null) this.#early = secret;
  }

  /** Certificates have come, and perhaps the one that was missing. */
  retry(): void {
    if (this.#early !== null) this.receive(this.#early);
  }

  #isIn(): boolean {
    const { replica, self } = this.#options;
    const { member, device } = self;
    return (
      replica.ledger.hasStanding(member, device) || replica.isCertified(member, device)
    );
  }
}
