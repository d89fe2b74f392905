import { oneEach, topics } from '@manyhands/community/opened';
import type { Place, Topic } from '@manyhands/community/opened';

type Told = Pick<Place, 'subscribe'>;

/**
 * How often each topic of a place was told since the first look. It listens for as long as there
 * is a place: one look reads it hundreds of times, and to subscribe for each of them, as Svelte's
 * `createSubscriber` does, took more time than all the answers.
 */
class Heard {
  readonly #counts: Record<Topic, number> = $state({
    ledger: 0,
    board: 0,
    links: 0,
    disk: 0,
  });

  constructor(place: Told) {
    for (const topic of topics)
      place.subscribe(topic, () => (this.#counts[topic] += 1));
  }

  read(topic: Topic): number {
    return this.#counts[topic];
  }
}

const heardOf = oneEach((place: Told) => new Heard(place));

/** Whoever draws now is asked again when something of these topics has changed; or of any. */
export function follow(place: Told, ...asked: readonly Topic[]): void {
  const heard = heardOf(place);
  for (const topic of asked.length > 0 ? asked : topics) heard.read(topic);
}
