import type { Place } from './place.ts';

/**
 * Waits until another device, whoever's, has stored all that this one wrote: true then,
 * false when none has within `ms`. What was sent is not enough (annex B8).
 */
export function handedOver(
  place: Pick<Place, 'membership' | 'replica' | 'acks' | 'subscribe'>,
  ms: number,
): Promise<boolean> {
  const { device } = place.membership;
  const isOver = () => {
    const own = place.replica.vector().filter(({ log }) => log.device === device);
    return [...place.acks()].some(
      ([keeper, acked]) =>
        keeper !== device &&
        own.every(({ logId, length }) => (acked.get(logId) ?? 0) >= length),
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
    const stop = place.subscribe(() => {
      if (isOver()) end(true);
    });
  });
}
