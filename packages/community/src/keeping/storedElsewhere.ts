import type { Place } from '../opened/index.ts';
import { holdsAll, keeperOn } from './status.ts';

/**
 * Waits until another device, whoever's, has stored all that this one wrote: true then,
 * false when none has within `ms`. What was sent is not enough (findings/B8).
 */
export function storedElsewhere(
  place: Pick<Place, 'membership' | 'replica' | 'acks' | 'subscribe'>,
  ms: number,
): Promise<boolean> {
  const { device } = place.membership;
  const memberOf = keeperOn(place.replica.ledger);
  const isOver = () => {
    const own = place.replica.vector().filter(({ log }) => log.device === device);
    const holds = holdsAll(own);
    return [...place.acks()].some(
      ([keeper, acked]) =>
        keeper !== device && memberOf(keeper) !== null && holds(acked),
    );
  };
  if (isOver()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (over: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(over);
    };
    const timer = setTimeout(() => end(false), ms);
    const stop = place.subscribe('links', () => {
      if (isOver()) end(true);
    });
  });
}
