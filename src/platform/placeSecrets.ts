import { SerialQueue } from '@manyhands/base';
import type { CommunitySecret } from '@manyhands/community/opened';
import type { Notes, StoreFault } from '@manyhands/replica';
import type { Vault } from '@manyhands/storage';
import { keepSecret } from './placeNotes.ts';
import type { Removing } from '@manyhands/door';

export interface PlaceSecretsOf {
  readonly notes: Notes;
  readonly newest: CommunitySecret | null;
  /** What seals them on the disk. */
  readonly vault: Vault | null;
  readonly onfault: (fault: StoreFault['type']) => void;
  /** There is a newest one now, or another. */
  readonly ontaken: (secret: CommunitySecret) => void;
}

/** The community's secret on this phone, and those before it. */
export class PlaceSecrets {
  newest: CommunitySecret | null;
  readonly vault: Vault | null;
  /** What it does of removals; its code comes with the mesh. */
  removing: Removing | null = null;
  readonly #of: PlaceSecretsOf;
  readonly #taking = new SerialQueue();

  constructor(of: PlaceSecretsOf) {
    this.#of = of;
    this.newest = of.newest;
    this.vault = of.vault;
  }

  get before(): readonly CommunitySecret[] {
    return this.removing?.secretsBefore() ?? [];
  }

  /**
   * Takes one: the first from a member's device that let us in, a later one where the mesh
   * says that it is newer (findings/A17).
   */
  take(secret: CommunitySecret): Promise<void> {
    return this.#taking.run(async () => {
      if (this.newest !== null) {
        if (this.removing === null) return;
        await this.removing.replace(this.newest, secret);
      }
      const kept = await keepSecret(this.#of.notes, secret, this.vault);
      if (!kept.ok) {
        this.#of.onfault(kept.error.type);
        return;
      }
      this.newest = secret;
      this.#of.ontaken(secret);
    });
  }
}
