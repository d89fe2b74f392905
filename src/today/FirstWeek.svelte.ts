import { firstStepsOf, isInFirstWeek, isNewcomer } from '@manyhands/community';
import type { FirstSteps } from '@manyhands/community';
import type { Community } from '../phone/Community.svelte.ts';

/** The first week of whoever looks: whether it is on, and what of it is done. */
export class FirstWeek {
  readonly #community: Community;
  /** Not before this phone has said how long it has been. */
  #isThisWeek = $state(false);
  #hasBegun = false;

  constructor(community: Community) {
    this.#community = community;
  }

  /** Begins with the first look of a newcomer, and not while they are alone or wait. */
  async begin(): Promise<void> {
    if (this.#hasBegun || !isNewcomer(this.#community)) return;
    this.#hasBegun = true;
    const { now, place } = this.#community;
    this.#isThisWeek = await isInFirstWeek(place.notes, now);
  }

  readonly isOn: boolean = $derived.by(
    () => this.#isThisWeek && isNewcomer(this.#community),
  );

  readonly #steps: FirstSteps = $derived.by(() => firstStepsOf(this.#community));

  /** What there is to do of it, done or not; none once all is done, or the week is over. */
  readonly steps: FirstSteps | null = $derived.by(() => {
    if (!this.isOn) return null;
    const { hasSaidHello, hasOffered, hasAsked, isSafe } = this.#steps;
    const isDone = isSafe || this.#community.membership.demo;
    return hasSaidHello && hasOffered && hasAsked && isDone ? null : this.#steps;
  });
}
