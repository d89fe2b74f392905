import { OpenedCommunity } from '@manyhands/community';
import type { Place, Topic } from '@manyhands/community/opened';
import { Entrance } from './Entrance.ts';
import { follow } from './follow.svelte.ts';
import { Leaving } from './Leaving.svelte.ts';

/** One opened community as the screens see it: what they have read is asked for again. */
export class Community extends OpenedCommunity {
  readonly leaving = new Leaving(this);
  readonly entrance: Entrance;
  /** The same for as long as the answer is: much is read only by who is let in. */
  readonly #isLetIn: boolean = $derived.by(() => super.isLetIn);

  constructor(place: Place) {
    super(place);
    this.entrance = new Entrance(place, (id) => this.person(id));
  }

  override get isLetIn(): boolean {
    return this.#isLetIn;
  }

  protected override follow(...topics: readonly Topic[]): void {
    follow(this.place, ...topics);
  }
}
