import { minutesPerDay } from '@manyhands/base';
import type { Hex } from '@manyhands/base';
import { keepAgreed, readAgreed, versionOf } from '@manyhands/community/people';
import type { AgreementInForce } from '@manyhands/community/decisions';
import type { Agreed } from '@manyhands/community/people';
import type { ActRefused } from '@manyhands/community/hours';
import type { Community } from '../phone/Community.svelte.ts';
import { Act } from '../screen/Act.svelte.ts';

/** What this phone's owner said yes to, beside what the community has agreed on now. */
export class AgreedHere {
  readonly acting = new Act<ActRefused>();
  readonly #community: Community;
  /** Undefined until the note was read. */
  #agreed = $state.raw<Agreed | null | undefined>();
  /** Said while this was shown: it is seen that it was heard. */
  isJustSaid = $state(false);

  constructor(community: Community) {
    this.#community = community;
    void this.#read();
  }

  async #read(): Promise<void> {
    const { notes } = this.#community.place;
    const read = await this.acting.run(() => readAgreed(notes));
    if (read) this.#agreed = read.value;
  }

  /** Null until the charter has come, and where nothing was written down. */
  get inForce(): AgreementInForce | null {
    const { agreement, limit, unit } = this.#community;
    return limit === null || agreement.trim() === ''
      ? null
      : { words: agreement, limit, unit };
  }

  /** `unasked`: there is an agreement, and no yes of mine. Null while nothing can be said. */
  get stands(): 'unasked' | 'agreed' | 'changed' | null {
    const { inForce } = this;
    if (inForce === null || this.#agreed === undefined) return null;
    if (this.#agreed === null) return 'unasked';
    return this.#agreed.version === versionOf(inForce) ? 'agreed' : 'changed';
  }

  /** The hash of what my last yes was to. */
  get version(): Hex | null {
    return this.#agreed?.version ?? null;
  }

  /** The day of my last yes. */
  get day(): number | null {
    return this.#agreed ? Math.floor(this.#agreed.at / minutesPerDay) : null;
  }

  agree = async (): Promise<void> => {
    const { inForce } = this;
    const { notes } = this.#community.place;
    if (inForce === null) return;
    const kept = await this.acting.run(() =>
      keepAgreed(notes, inForce, this.#community.now),
    );
    if (!kept) return;
    this.isJustSaid = true;
    await this.#read();
  };
}
