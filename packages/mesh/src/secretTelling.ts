import type { Secret } from './messages.ts';
import { OwnSecret } from './ownSecret.ts';
import type { OwnSecretOptions } from './ownSecret.ts';
import type { Session } from './session.ts';

export interface SecretTellingOptions extends Omit<OwnSecretOptions, 'ongiven'> {
  readonly sessions: () => readonly Session[];
  /** Another room is to be stood in, or one less. */
  readonly onrooms: () => void;
  /** One was taken over a link. */
  readonly onsecret: (secret: Secret) => void;
}

/** Keeps what neighbours hear of the community's secrets in step with what is held (M12). */
export class SecretTelling {
  readonly #options: SecretTellingOptions;
  readonly #own: OwnSecret;
  readonly #told = new WeakMap<Session, Set<Secret>>();

  constructor(options: SecretTellingOptions) {
    this.#options = options;
    const { onsecret } = options;
    this.#own = new OwnSecret({
      ...options,
      ongiven: (secret) => {
        this.set(secret);
        onsecret(secret);
      },
    });
  }

  /** Those whose rooms this device stands in, the newest last. */
  get all(): readonly Secret[] {
    return this.#own.all;
  }

  /** The app's own word, or what was taken; whether it is the newest now. */
  set(secret: Secret): boolean {
    if (!this.#own.set(secret)) return false;
    this.#options.onrooms();
    this.tellAll();
    return true;
  }

  setBefore(secrets: readonly Secret[]): void {
    this.#own.keepBefore(secrets);
    this.#options.onrooms();
  }

  hear({ link: { peer } }: Session, secret: Secret): void {
    this.#own.receive(secret, peer.member);
  }

  /** More is known: perhaps one may be taken, or told to somebody else. */
  lookAgain(): void {
    this.#own.retry();
    this.tellAll();
  }

  close(): void {
    this.#own.close();
  }

  /** Says what it may hear and has not heard yet. */
  tell(session: Session): void {
    const told = this.#told.get(session) ?? new Set();
    this.#told.set(session, told);
    for (const secret of this.#own.toldTo(session.link.peer.member)) {
      if (!told.has(secret)) session.sendSecret(secret);
      told.add(secret);
    }
  }

  tellAll(): void {
    for (const session of this.#options.sessions()) this.tell(session);
  }
}
