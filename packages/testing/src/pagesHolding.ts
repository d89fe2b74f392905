import { encodePage, pageLimit } from '@manyhands/replica';
import type { Run } from '@manyhands/replica';

/** These runs in their order, in pages as full as they may be; each run fits into one. */
export function pagesHolding(runs: readonly Run[]): Uint8Array[] {
  const pages: Uint8Array[] = [];
  let filling: Run[] = [];
  let bytes = 0;
  const finish = (): void => {
    pages.push(encodePage({ evidence: [], runs: filling }));
    filling = [];
    bytes = 0;
  };
  for (const run of runs.filter(({ items }) => items.length > 0)) {
    const weight = weigh(run);
    if (filling.length > 0 && bytes + weight > pageLimit) finish();
    filling.push(run);
    bytes += weight;
  }
  if (filling.length > 0) finish();
  return pages;
}

/** An upper bound: names and heads take less than 128 bytes, an item's head three. */
const weigh = ({ items }: Run): number =>
  128 + items.reduce((sum, item) => sum + (item as Uint8Array).length + 3, 0);
