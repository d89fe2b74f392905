import type {
  Day,
  EntryId,
  ListingId,
  MemberId,
  Minutes,
  NoteId,
} from '@manyhands/base';
import type {
  CategoryName,
  GiftOfHelp,
  Listing,
  Profile,
  Wishes,
} from '../boardContent.ts';
import type { Entry } from '../entry.ts';
import { groupIdOf } from '../groupContent.ts';
import type { GroupHeader } from '../groupContent.ts';
import type { Handed, HandOver, Reserved } from '../thingContent.ts';
import { answer, change, seats, walk } from './gatherings.ts';
import { member, LedgerVillage } from './village.ts';

export const profile = (rev: number, name: string): Profile => ({
  type: 'profile',
  rev,
  name,
  about: '',
  skills: [],
  languages: [],
  area: '',
  reach: null,
  blob: null,
});

export const proposal = '44'.repeat(32) as EntryId;
export const thread = '55'.repeat(16) as NoteId;
const sealed = {
  type: 'sealed',
  thread,
  epk: '66'.repeat(32),
  wraps: [{ hint: '77'.repeat(8), wrap: new Uint8Array(48) }],
  ciphertext: new Uint8Array(16),
} as const;

const wishes = (rev: number, contact: string): Wishes => ({
  type: 'wishes',
  rev,
  categories: [4],
  free: [0, 20],
  access: '',
  contact,
});

export const listingId = 'ab'.repeat(16) as ListingId;
const listing = (rev: number, title: string): Listing => ({
  type: 'listing',
  listing: listingId,
  rev,
  kind: 'thing',
  title,
  words: '',
  category: 4,
  terms: {
    place: 'mine',
    where: '',
    free: [],
    from: null,
    until: null,
    standing: false,
    group: 1,
    manner: 'lend',
    producer: '',
    origin: '',
    fair: false,
    price: '',
  },
  photo: null,
  state: 'open',
});

export const lent: HandOver = {
  type: 'handover',
  owner: member('ana'),
  listing: listingId,
  taker: member('biel'),
  step: 'out',
  day: 20_000 as Day,
};

/** Ana's pram for what Biel has under the same name. */
export const swapped: Handed = {
  type: 'handed',
  hand: 'ce'.repeat(16),
  ...twoOf(member('ana'), member('biel')),
  booking: null,
  step: 'out',
  day: 20_000 as Day,
};

/** One and other, and one thing of each. */
function twoOf(a: MemberId, b: MemberId) {
  const [one, other] = a < b ? [a, b] : [b, a];
  const thing = { listing: listingId, many: 1 };
  return {
    one,
    other,
    goes: [{ owner: one, ...thing }],
    comes: [{ owner: other, ...thing }],
  };
}

const reserved = (rev: number, outs: number | null): Reserved => ({
  type: 'reserved',
  listing: listingId,
  rev,
  outs,
});

export const given: GiftOfHelp = {
  type: 'gift',
  gift: 'cd'.repeat(16),
  helper: member('ana'),
  helped: member('biel'),
  day: 20_000 as Day,
  minutes: 30 as Minutes,
};

const category = (rev: number, name: string): CategoryName => ({
  type: 'category',
  code: 1_000,
  rev,
  parent: null,
  name,
  isShown: true,
});

const walkers = (rev: number, ...organisers: string[]): GroupHeader => ({
  type: 'group',
  founder: member('ana'),
  random: 'cd'.repeat(16),
  rev,
  name: 'Walkers',
  words: '',
  colour: 0,
  picture: null,
  asks: true,
  isClosed: false,
  organisers: organisers.map(member).sort(),
  follows: null,
});

/** What a board of each kind of entry holds. */
export function everyEntry(): { village: LedgerVillage; entries: Entry[] } {
  const village = new LedgerVillage();
  const ana = village.pen('ana', 'ana', 'board');
  const tablet = village.pen('ana', 'tablet', 'board');
  const biel = village.pen('biel', 'biel', 'board');
  ana.write(profile(1, 'Ana'));
  ana.write(profile(3, 'Ana at the corner'));
  tablet.write(profile(3, 'Ana of the corner'));
  tablet.write(profile(2, 'Anna'));
  biel.write({
    type: 'invite.open',
    invitePub: '88'.repeat(32),
    uses: 1,
    label: 'Carme',
    proof: '00'.repeat(64),
  });
  biel.write({ type: 'thanks', proposal, text: 'Thank you' }, 9);
  ana.write({ type: 'thanks', proposal, text: 'And you' }, 8);
  biel.write(sealed, 9);
  ana.write({ ...sealed, epk: '99'.repeat(32) }, 8);
  ana.write({
    type: 'erase',
    places: [{ device: ana.log.device, seq: 0, bodyHash: '00'.repeat(32) }],
  });
  ana.write(wishes(0, 'The bell'));
  tablet.write(wishes(1, 'Knock twice'));
  ana.write(listing(2, 'A pram'));
  tablet.write(listing(1, 'Pram'));
  biel.write(listing(0, 'Another pram'));
  for (const pen of [ana, tablet, biel]) pen.write(lent);
  for (const pen of [ana, tablet, biel]) pen.write(swapped);
  biel.write({ ...swapped, day: 19_999 as Day });
  ana.write(reserved(0, 0));
  tablet.write(reserved(1, 1));
  biel.write(given);
  ana.write({ ...walk, seats: 1 });
  tablet.write({ ...walk, seats: 1, words: 'Another' });
  for (const pen of [ana, biel]) pen.write(answer('yes', null, { guests: 1 }));
  tablet.write(change(0, { note: 'As planned' }));
  tablet.write(seats(0, 'biel', 'ana'));
  ana.write(category(0, 'Bees'), 5);
  ana.write(category(1, 'Bees and wasps'), 6);
  biel.write(category(9, 'Taken'), 7);
  const group = groupIdOf(village.community, walkers(0));
  ana.write(walkers(0, 'ana', 'biel'));
  biel.write(walkers(1, 'biel'));
  const members = [member('biel')];
  for (const pen of [biel, tablet])
    pen.write({ type: 'belongs', group, rev: 0, on: true, name: 'Walkers' });
  ana.write({ type: 'let.in', group, rev: 0, on: true, members });
  const room = { kind: 'all', of: null } as const;
  const plain = { type: 'room.word', room, answers: null, picture: null } as const;
  const said = ana.write({ ...plain, after: null, text: 'The hall is closed' });
  biel.write({ ...plain, after: said.id, text: 'Thank you' });
  for (const pen of [biel, tablet])
    pen.write({ type: 'sign', about: said.id, sign: 'thanks', rev: 0, on: true });
  ana.write({ type: 'for.group', listing: listingId, rev: 0, group });
  ana.write({
    type: 'note',
    salt: '00'.repeat(16),
    category: null,
    text: 'In the clear',
  });
  return { village, entries: village.entries };
}
