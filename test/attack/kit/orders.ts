/** Orders in which things arrive. */
import { Chance } from './chance.ts';
import { sized } from './form.ts';

/** Every order, or in the short form so many of them, the same in every run. */
export function* orders<T>(
  items: readonly T[],
  atMost = sized(24, 1_000),
): Generator<T[]> {
  const all = items.reduce((product, _, i) => product * (i + 1), 1);
  if (all <= atMost) {
    yield* everyOrder(items);
    return;
  }
  yield [...items];
  yield items.toReversed();
  const chance = new Chance(items.length);
  for (let n = 2; n < atMost; n++) yield chance.shuffled(items);
}

function* everyOrder<T>(items: readonly T[]): Generator<T[]> {
  if (items.length <= 1) {
    yield [...items];
    return;
  }
  for (const [at, first] of items.entries()) {
    for (const rest of everyOrder(items.toSpliced(at, 1))) yield [first, ...rest];
  }
}
