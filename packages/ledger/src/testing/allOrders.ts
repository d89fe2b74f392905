/** Small worlds: whatever comes in whatever order, the fold must come to one state (L2). */
import { assert } from '@manyhands/base';
import { expect } from 'vitest';
import type { Entry } from '../entry.ts';
import type { Ledger } from '../fold/views.ts';
import { ledgerTruthOf } from './oracle.ts';
import { proven } from './village.ts';
import type { LedgerVillage } from './village.ts';

const { process } = globalThis as {
  process?: { env: Record<string, string | undefined> };
};
/**
 * Of seven hundred orders and more, \`npm test\` tries every thirteenth: 13 shares no factor with
 * the orders of the last two to six things, so that each of those comes up. \`npm run verify\`
 * tries all.
 */
const stride = process?.env['MANYHANDS_SLOW'] === undefined ? 13 : 1;
const many = 6;

/** The orders of these things that this run tries. */
export function* triedOrders<T>(items: readonly T[]): Iterable<T[]> {
  let count = 0;
  for (const order of orders(items)) {
    if (items.length < many || count++ % stride === 0) yield order;
  }
}

/** Every order of up to seven things. */
export function* orders<T>(items: readonly T[]): Iterable<T[]> {
  assert(items.length <= 7, 'five thousand orders are enough');
  if (items.length <= 1) yield [...items];
  for (const [i, first] of items.entries()) {
    const others = items.filter((_, at) => at !== i);
    for (const rest of orders(others)) yield [first, ...rest];
  }
}

/**
 * All orders of `entries`, on top of what is already known, come to the state that the
 * slow oracle finds in the whole set. Answers the ledger of one of them.
 */
export function allOrdersAgree(
  village: LedgerVillage,
  known: readonly Entry[],
  entries: readonly Entry[],
): Ledger {
  const truth = ledgerTruthOf(village, [...known, ...entries].map(proven));
  const undone = truth.transfers.map(({ proposal, party, undoneBy, mark }) => [
    proposal + party,
    undoneBy,
    mark,
  ]);
  const seen = new Set<string>();
  for (const order of triedOrders(entries)) {
    const ledger = village.ledger(known);
    for (const entry of order) ledger.add([proven(entry)]);
    seen.add(sumUp(ledger.stateHash(), [...ledger.transfers()].map(undoneIn)));
  }
  expect([...seen]).toEqual([sumUp(truth.stateHash, undone)]);
  return village.ledger([...known, ...entries]);
}

const undoneIn = ({
  proposal,
  party,
  undoneBy,
  mark,
}: ReturnType<Ledger['linesOf']>[number]): unknown[] => [
  proposal + party,
  undoneBy,
  mark,
];

const sumUp = (stateHash: string, undone: unknown[][]): string =>
  JSON.stringify([
    stateHash,
    undone.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  ]);
