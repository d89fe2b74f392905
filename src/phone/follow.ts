import { createSubscriber } from 'svelte/reactivity';
import { oneEach, topics } from '@manyhands/community/opened';
import type { Place, Topic } from '@manyhands/community/opened';

type Told = Pick<Place, 'subscribe'>;

const subscribersOf = oneEach(
  (place: Told) =>
    new Map(
      topics.map((topic) => [
        topic,
        createSubscriber((update) => place.subscribe(topic, update)),
      ]),
    ),
);

/** Whoever draws now is asked again when something of these topics has changed; or of any. */
export function follow(place: Told, ...asked: readonly Topic[]): void {
  const subscribers = subscribersOf(place);
  for (const topic of asked.length > 0 ? asked : topics) subscribers.get(topic)?.();
}
