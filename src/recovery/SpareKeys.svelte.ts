import type { Hex, MemberId, Result } from '@manyhands/base';
import type { RecoveryWords } from '@manyhands/keys';
import type { RecoveryLink } from '@manyhands/ledger';
import {
  recoveryAskOf,
  asksFor,
  returnLinkFor,
  sayItIsThem,
  whoMayAsk,
  wordsSoFar,
} from '@manyhands/community/recovery';
import type {
  RecoveryAsk,
  BringBackRefused,
  NamingRefused,
} from '@manyhands/community/recovery';
import type { ComingBack } from '@manyhands/community/threshold';
import * as guardians from '@manyhands/community/recovery';
import type { Person } from '@manyhands/community/opened';
import type { Community } from '../phone/Community.svelte.ts';

/** Spare-key neighbours: mine, and the people for whom I am one. */
export class SpareKeys {
  readonly #community: Community;
  /** Null until this phone's notes are read: nobody is told twice meanwhile. */
  #known = $state.raw<readonly MemberId[] | null>(null);
  #turnedDown = $state.raw<readonly Hex[] | null>(null);

  constructor(community: Community) {
    this.#community = community;
    void this.#load();
  }

  async #load(): Promise<void> {
    const { notes } = this.#community.place;
    this.#known = await guardians.readKnownWards(notes);
    this.#turnedDown = await guardians.readTurnedDown(notes);
  }

  get #ledger() {
    return this.#community.see(({ replica }) => replica.ledger, 'ledger');
  }

  /** Who keeps a spare key for me. */
  get mine(): Person[] {
    return this.of(this.#community.membership.member);
  }

  /** Who keeps a spare key for a member, by name. */
  of(member: MemberId): Person[] {
    return this.#ledger
      .identityOf(member)
      .guardians.map((each) => this.#community.person(each))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** How many of a member's neighbours it takes. */
  neededFor(member: MemberId): number {
    return this.#ledger.identityOf(member).g;
  }

  /** Whether I keep a spare key for somebody. */
  isKeptFor(member: MemberId): boolean {
    return this.of(member).some(({ isMe }) => isMe);
  }

  /** Who has given me a spare key, and I have not read of it yet. */
  get news(): Person[] {
    const known = this.#known;
    if (known === null) return [];
    return this.#community
      .see(guardians.wardsOf, 'ledger')
      .filter((ward) => !known.includes(ward))
      .map((ward) => this.#community.person(ward));
  }

  /** I have read that I keep it; told anew should it be taken and given again. */
  readOf = async (ward: MemberId): Promise<void> => {
    const { place } = this.#community;
    const kept = guardians.wardsOf(place);
    this.#known = [...(this.#known ?? []), ward].filter((each) => kept.includes(each));
    await guardians.keepKnownWards(place.notes, this.#known);
  };

  /** Who asks to come back, and waits for my word too. */
  get asks(): RecoveryAsk[] {
    const turnedDown = this.#turnedDown;
    if (turnedDown === null) return [];
    return this.#community
      .see(asksFor, 'ledger')
      .filter(({ key }) => !turnedDown.includes(key));
  }

  /** Neighbours have written that I lost everything: perhaps they were taken in. */
  get aboutMe(): RecoveryAsk | null {
    const { member } = this.#community.membership;
    const [begun] = this.#ledger.recoveriesUnderWay(member);
    return begun ? recoveryAskOf(this.#ledger, member, begun.key) : null;
  }

  askOf(member: MemberId, key: Hex): RecoveryAsk {
    return recoveryAskOf(this.#ledger, member, key);
  }

  /** How many have said yes to this phone's own ask. */
  soFar(comingBack: ComingBack): RecoveryAsk {
    return wordsSoFar(this.#ledger, comingBack);
  }

  /** Whom a link that I was given may be about. */
  whoMayAsk(link: RecoveryLink): Person[] {
    return this.#community
      .see((place) => whoMayAsk(place, link), 'ledger', 'board')
      .map((each) => this.#community.person(each));
  }

  /** The link I can show to a member who has lost everything; null before I am let in. */
  linkFor = (member: MemberId): string | null =>
    returnLinkFor(this.#community.place, member);

  /** Whether I said that it is not them; null until this phone's notes are read. */
  hasTurnedDown(key: Hex): boolean | null {
    return this.#turnedDown && this.#turnedDown.includes(key);
  }

  turnDown = (key: Hex): Promise<void> =>
    this.#keepTurnedDown([...(this.#turnedDown ?? []), key]);
  thinkAgain = (key: Hex): Promise<void> =>
    this.#keepTurnedDown((this.#turnedDown ?? []).filter((each) => each !== key));

  async #keepTurnedDown(keys: readonly Hex[]): Promise<void> {
    this.#turnedDown = keys;
    await guardians.keepTurnedDown(this.#community.place.notes, keys);
  }

  sayItIsThem = (ask: RecoveryAsk): Promise<Result<void, BringBackRefused>> =>
    sayItIsThem(this.#community.place, ask);

  name = (
    neighbours: readonly MemberId[],
    words: RecoveryWords | null,
  ): Promise<Result<void, NamingRefused>> =>
    guardians.nameNeighbours(this.#community.place, neighbours, words);
}
