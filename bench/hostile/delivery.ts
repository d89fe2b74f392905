import type { CommunityId } from '@manyhands/base';
import { bytes, decodeAs, encodeAs, hex, list, text, tuple } from '@manyhands/codec';
import type { ShapeOf } from '@manyhands/codec';

/** What one phone is sent after another: pages, and what they are called here. */
export type Delivery = ShapeOf<typeof deliveryShape>;
/** What a run is given: what is held before, ordinary pages in two forms, and the attacks. */
export type Deliveries = ShapeOf<typeof deliveriesShape>;

const mostBytes = 100_000_000;
const pagesShape = list(bytes(1, mostBytes), 1, 10_000);
const deliveryShape = tuple({ name: text(100), pages: pagesShape });
const deliveriesShape = tuple({
  community: hex<CommunityId>(32),
  before: pagesShape,
  ordinary: pagesShape,
  /** The same, each entry in a page of its own. */
  ordinaryNews: pagesShape,
  attacks: list(deliveryShape, 0, 100),
});

export const encodeDeliveries = (all: Deliveries): Uint8Array =>
  encodeAs(deliveriesShape, all);

export function decodeDeliveries(from: Uint8Array): Deliveries {
  const all = decodeAs(deliveriesShape, from, { bytes: mostBytes, depth: 4 });
  if (!all.ok) throw new Error('Bug: these are no deliveries');
  return all.value;
}
