import type { MemberId } from '@manyhands/base';
import type { KnockRequest } from '@manyhands/ledger';
import {
  endInvite,
  hangPoster,
  makeInvite,
  myPosters,
  standingInvite,
  takeDown,
} from '@manyhands/community/admission';
import type { GivenInvite, HungPoster } from '@manyhands/community/admission';
import type { Person, Place } from '@manyhands/community/opened';
import { follow } from './follow.svelte.ts';

/** The ways into this community that are mine: invites, posters, and who knocks. */
export class Entrance {
  readonly #place: Place;
  readonly #person: (id: MemberId) => Person;

  constructor(place: Place, person: (id: MemberId) => Person) {
    this.#place = place;
    this.#person = person;
  }

  /** My invites, the newest first, and who came in by each. */
  get invites(): GivenInvite[] {
    follow(this.#place, 'ledger', 'board');
    const { replica, membership } = this.#place;
    return replica.board
      .openInvites()
      .filter(({ member }) => member === membership.member)
      .toReversed()
      .map(({ invitePub, label }) => ({
        invitePub,
        label,
        usedBy: replica.ledger.admittedWith(invitePub).map(this.#person),
      }));
  }

  makeInvite = (label: string) => makeInvite(this.#place, label);
  endInvite = ({ invitePub }: GivenInvite) => endInvite(this.#place, invitePub);
  /** The last invite made on this phone, while it opens the door to somebody. */
  standingInvite = () => standingInvite(this.#place);

  /** Who waits for somebody to greet them: what they say is hearsay; first come first. */
  get knocking(): readonly KnockRequest[] {
    follow(this.#place, 'links');
    return this.#place.porch.waiting;
  }

  /** This phone came with a poster's link and is not in yet. */
  get hasReadPoster(): boolean {
    follow(this.#place, 'links');
    return this.#place.hasReadPoster();
  }

  /** It has knocked, and heard what it may know meanwhile. */
  get isHeard(): boolean {
    return this.hasReadPoster && this.#place.toldCharter() !== null;
  }

  /** "Let in": makes somebody who knocks a member. */
  greet = ({ member }: KnockRequest) => this.#place.porch.greet(this.#place, member);
  /** "Not now": this phone does not show them again. */
  passOver = ({ member }: KnockRequest) => this.#place.porch.passOver(member);
  hang = (label: string) => hangPoster(this.#place, label);
  myPosters = () => myPosters(this.#place);
  takeDown = ({ posterPub }: HungPoster) => takeDown(this.#place, posterPub);

  /** How many came in by a poster. */
  cameBy({ posterPub }: HungPoster): number {
    follow(this.#place, 'ledger');
    return this.#place.replica.ledger.admittedWith(posterPub).length;
  }
}
