import type { ListingId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { thumbLimit } from '@manyhands/ledger';
import type { Board } from '@manyhands/ledger';
import type { Chance } from '../chance.ts';
import type { SimPhone } from './phone.ts';

/** One of two cards of theirs, anew: what it said before is erased, as the app does it. */
export async function pinCard(
  phone: SimPhone,
  board: Board,
  chance: Chance,
): Promise<void> {
  const { member } = phone.soul;
  const listing = chance.pick(['0a', '0b'])?.repeat(16) as ListingId;
  const older = board
    .entriesOf(member)
    .filter(({ content }) => content.type === 'listing' && content.listing === listing);
  await phone.sign('board', {
    type: 'listing',
    listing,
    rev: (board.listing(member, listing)?.listing.rev ?? -1) + 1,
    kind: chance.pick(['offer', 'need', 'thing'] as const) ?? 'offer',
    title: 'x'.repeat(chance.between(0, 90)),
    words: 'y'.repeat(chance.between(0, 300)),
    category: chance.between(0, 99),
    terms: {
      place: 'agree',
      where: '',
      free: [chance.between(0, 20)],
      from: null,
      until: null,
      standing: chance.percent(50),
      group: chance.between(1, 50),
      manner: 'hours',
      producer: '',
      origin: '',
      fair: false,
      price: '',
    },
    photo: chance.percent(30)
      ? { sha: toHex(chance.bytes(32)), thumb: chance.bytes(thumbLimit) }
      : null,
    state: chance.pick(['open', 'paused', 'closed'] as const) ?? 'open',
  });
  if (older.length > 0) await phone.erase(older);
}
