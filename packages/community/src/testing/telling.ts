import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { SilentPhone } from './silentPhone.ts';

/** Brings all that `from` holds to `to`, as a link would, in as many pages as it takes. */
async function tell(from: SilentPhone, to: SilentPhone): Promise<void> {
  const { device } = from.place.membership;
  for (let asks = asksOf(from); asks.length > 0; asks = asksOf(from, to)) {
    const { page } = from.place.replica.page(asks);
    if (!page) break;
    const { refused } = await to.place.replica.receive(page, {
      type: 'device',
      device,
    });
    assert(refused === null, `a page is taken: ${refused?.type ?? ''}`);
  }
}

/** All that `from` holds, or what it holds beyond `to`. */
function asksOf(from: SilentPhone, to?: SilentPhone) {
  const held = new Map(to?.place.replica.wireVector().map((each) => [each.log, each]));
  return from.place.replica
    .wireVector()
    .map(({ log, length }) => ({ log, from: held.get(log)?.length ?? 0, max: length }))
    .filter((ask) => ask.from < ask.max);
}

/** Both tell each other all they hold. */
export async function tellEachOther(
  one: SilentPhone,
  other: SilentPhone,
): Promise<void> {
  await tell(one, other);
  await tell(other, one);
  // Erases that came back are told once more.
  await tell(one, other);
}

/** All bytes that are on a phone's disk. */
export async function diskOf({
  place,
  memory: { disk },
}: SilentPhone): Promise<string> {
  await place.replica.purge();
  return [
    ...disk.updates,
    ...disk.notes.values(),
    ...[...disk.journal.values()].map(({ stored }) => stored),
  ]
    .map(toHex)
    .join(' ');
}
