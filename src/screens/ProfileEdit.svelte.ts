import { partnerLimits } from '@manyhands/ledger';
import { guarded, readMyself, showAllOfMe } from '@manyhands/community/people';
import type { Guarded, Myself, ShowRefused } from '@manyhands/community/people';
import { textBytes } from '@manyhands/community/opened';
import type { Community } from '../state/Community.svelte.ts';
import { Act } from './Act.svelte.ts';
import { limits } from './fields.ts';

/** Bytes of UTF-8 that there is room for (formats §9, ledger). */
export const profileLimits = {
  name: limits.person,
  about: 1_000,
  area: 96,
  ...partnerLimits,
};
type Limited = keyof typeof profileLimits;

/** What somebody says of themself, while they change it. */
export class ProfileEdit {
  readonly saving = new Act<ShowRefused>();
  /** Null while what stands is read. */
  me = $state<Myself | null>(null);
  isSaved = $state(false);
  /** What stands, to be compared with. */
  #stands = $state('');
  readonly #community: Community;

  constructor(community: Community) {
    this.#community = community;
    void this.#read();
  }

  async #read(): Promise<void> {
    const { place } = this.#community;
    const me = await readMyself(place);
    this.#stands = JSON.stringify(me);
    this.me = me;
  }

  readonly isChanged = $derived.by(
    () => this.me !== null && JSON.stringify(this.me) !== this.#stands,
  );

  readonly isNameMissing = $derived.by(() => this.me?.name.trim() === '');

  readonly #isTooLong = $derived.by(() =>
    Object.entries(profileLimits).some(
      ([field, most]) => textBytes(this.me?.[field as Limited] ?? '') > most,
    ),
  );

  setForAll(field: Guarded, isForAll: boolean): void {
    if (!this.me) return;
    const forAll = guarded.filter((each) =>
      each === field ? isForAll : this.me?.forAll.includes(each),
    );
    this.me = { ...this.me, forAll };
  }

  save = async (): Promise<void> => {
    const { me } = this;
    if (!me || !this.isChanged || this.isNameMissing || this.#isTooLong) return;
    this.isSaved = false;
    const tidy: Myself = {
      ...$state.snapshot(me),
      about: me.about.trim(),
      area: me.area.trim(),
      access: me.access.trim(),
      contact: me.contact.trim(),
    };
    const saved = await this.saving.run(() => showAllOfMe(this.#community.place, tidy));
    if (!saved) return;
    await this.#read();
    this.isSaved = true;
  };
}
