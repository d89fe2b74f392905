import { assert } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { Ledger } from '../fold/views.ts';
import { truthOf } from './oracle.ts';
import { proven } from './village.ts';
import type { Village } from './village.ts';

/** Every order of up to seven things. */
function* orders<T>(items: readonly T[]): Iterable<T[]> {
  if (items.length <= 1) yield [...items];
  for (const [i, first] of items.entries()) {
    const others = items.filter((_, at) => at !== i);
    for (const rest of orders(others)) yield [first, ...rest];
  }
}

/** All orders of `entries`, on top of what is already known, come to one state. */
export function allOrdersAgree(
  village: Village,
  known: Entry[],
  entries: Entry[],
): Ledger {
  assert(entries.length <= 7, 'a small world is small');
  const truth = truthOf(village, [...known, ...entries].map(proven));
  const hashes = new Set<string>();
  for (const order of orders(entries)) {
    const ledger = village.ledger(known);
    for (const entry of order) ledger.add([proven(entry)]);
    hashes.add(ledger.stateHash());
  }
  const agreed = hashes.size === 1 && hashes.has(truth.stateHash);
  if (!agreed) throw new Error(`${hashes.size} states, and not the one true one`);
  return village.ledger([...known, ...entries]);
}
