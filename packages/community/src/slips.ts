import { err } from '@manyhands/base';
import type { AccountId, Hex, MemberId, Minutes, Result } from '@manyhands/base';
import { encodeAs, hex, list, tuple } from '@manyhands/codec';
import type { StoreFault } from '@manyhands/replica';
import { giveFrom, organisation } from './accounts/index.ts';
import type { Organisation } from './accounts/index.ts';
import { newInvite } from './admission/index.ts';
import type { InviteRefused, StandingInvite } from './admission/index.ts';
import type { ActRefused } from './hours/index.ts';
import { slipsKept } from './limits.ts';
import { oneEach, personOf, readNoteAs } from './opened/index.ts';
import type { Place } from './opened/index.ts';

/** A slip that this phone made: an invite, and the organisation that it was handed over for. */
interface Slip {
  readonly account: AccountId;
  readonly invitePub: Hex;
}

/** Who came in by a slip, and has not had the first hour from this phone. */
export interface SentHere {
  readonly of: Organisation;
  readonly invitePub: Hex;
  readonly member: MemberId;
}

export type SlipRefused = InviteRefused | StoreFault | { readonly type: 'NotASigner' };

const shape = tuple({
  slips: list(
    tuple<Slip>({ account: hex<AccountId>(32), invitePub: hex(32) }),
    0,
    slipsKept,
  ),
});
const limits = { bytes: 65_536, depth: 4 };
const note = 'slips';

/**
 * Referral slips made on this phone (C25). That a clinic sent somebody is kept here alone: the
 * invite on everybody's board says nothing of it.
 */
export class Slips {
  readonly #place: Place;
  readonly #loading: Promise<void>;
  #slips: readonly Slip[] = [];

  constructor(place: Place) {
    this.#place = place;
    this.#loading = this.#load();
  }

  loaded = (): Promise<void> => this.#loading;

  /** An invite for one person, from an organisation that I sign for. */
  async make(account: AccountId): Promise<Result<StandingInvite, SlipRefused>> {
    await this.#loading;
    if (organisation(this.#place, account)?.iSign !== true)
      return err({ type: 'NotASigner' });
    const opened = await newInvite(this.#place, '');
    if (!opened.ok) return opened;
    const { invitePub } = opened.value;
    const kept = await this.#keep([...this.#slips, { account, invitePub }]);
    return kept.ok ? opened : kept;
  }

  /** The organisation that an invite is from; null: from me. */
  from(invitePub: Hex): Organisation | null {
    const slip = this.#slips.find((each) => each.invitePub === invitePub);
    return slip ? organisation(this.#place, slip.account) : null;
  }

  /** Who has come by one, while I sign for it: those who came by the first slip first. */
  sentHere(): SentHere[] {
    const { replica, membership } = this.#place;
    const isHere = (member: MemberId): boolean => {
      const { isMember, hasLeft } = personOf(replica, member, membership.member);
      return isMember && !hasLeft;
    };
    return this.#slips.flatMap(({ account, invitePub }) => {
      const of = organisation(this.#place, account);
      if (of?.iSign !== true || of.isContested) return [];
      return replica.ledger
        .admittedWith(invitePub)
        .filter(isHere)
        .map((member) => ({ of, invitePub, member }));
    });
  }

  /** Gives them hours as the organisation; they, and as many signers as it takes, say yes. */
  async give(
    { of, invitePub, member }: SentHere,
    minutes: Minutes,
  ): Promise<Result<void, ActRefused>> {
    const given = await giveFrom(this.#place, of.account, [{ member, minutes }]);
    return given.ok ? this.drop(invitePub) : given;
  }

  /** It is not offered any more, and nothing here says by which slip they came. */
  drop(invitePub: Hex): Promise<Result<void, StoreFault>> {
    return this.#keep(this.#slips.filter((each) => each.invitePub !== invitePub));
  }

  async #keep(slips: readonly Slip[]): Promise<Result<void, StoreFault>> {
    this.#slips = slips.slice(-slipsKept);
    this.#place.tell('disk');
    const kept = encodeAs(shape, { slips: this.#slips });
    return this.#place.notes.put(note, kept);
  }

  async #load(): Promise<void> {
    const read = await readNoteAs(this.#place.notes, note, shape, limits);
    if (!read.ok || !read.value) return;
    this.#slips = read.value.slips;
    this.#place.tell('disk');
  }
}

/** The ones of a place: the same for every screen. */
export const slipsOf = oneEach((place: Place) => new Slips(place));
