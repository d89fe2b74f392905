import { assert, minutesPerDay } from '@manyhands/base';
import type { Day, ListingId, Minutes } from '@manyhands/base';
import { confirmTransfer, proposeTransfer } from '@manyhands/ledger';
import type { Listing, Profile } from '@manyhands/ledger';
import { blankListing } from '../board/index.ts';
import { sayWishes, showMyself } from '../people/index.ts';
import { quietNeighbour } from './quietNeighbour.ts';
import type { QuietNeighbour } from './quietNeighbour.ts';
import { villageDay } from './village.ts';
import type { Village } from './village.ts';

type Filled = Pick<Village, 'admit' | 'clock' | 'goTo' | 'help' | 'placeOf'>;

/** How many of each there are in the village of 150. */
export const streetSize = { members: 150, exchanges: 1_200, cards: 300 };

/** Who came in today: she can do two things, would be glad of two, and knows nobody. */
export const newMember = 'Carme';

const names = ['Ana', 'Biel', 'Carme', 'Didac'];
/** What hangs on the board, by the number of its kind: an offer, a need, a thing to lend. */
const titles: readonly (readonly [string, string, string])[] = [
  ['A night at a sickbed', 'Somebody with Mother on Friday', 'Wheelchair'],
  ['Homework at our table', 'A sitter for two evenings', 'Child seat for a bicycle'],
  ['A walk and a talk', 'Somebody to read to', 'Board games'],
  ['Rides to the clinic', 'A lift to the market', 'Bicycle trailer'],
  ['Roses pruned', 'Help with the hedge', 'Hedge shears'],
  ['Supper for four', 'Bread baked for a party', 'Pressure cooker'],
  ['Curtains hemmed', 'Windows cleaned', 'Ladder'],
  ['Bicycle repair', 'A tap that drips', 'Cordless drill'],
  ['Sums explained', 'Somebody to teach me chess', 'Microscope'],
  ['Letters written', 'Help with a form', 'Printer'],
  ['Chairs set out for the feast', 'Hands to paint the hall', 'Projector'],
  ['Tomatoes to share', 'Boxes for a move', 'Sleeping bag'],
  ['An eye on the school street', 'Company on the way home', 'Bicycle lights'],
  ['The town plan explained', 'Somebody to take minutes', 'Megaphone'],
  ['Talk with me in Arabic', 'A letter put into Spanish', 'Dictionary of Catalan'],
  ['Guitar for beginners', 'A voice for our choir', 'Sewing machine'],
  ['Morning stretches', 'Somebody to run with', 'Yoga mat'],
];
const kindsOfHelp = titles.length;

/**
 * Makes of a village that Ana founded two years ago one of 150 members with 1,200 exchanges and
 * 300 cards, each signed by who says it, and the same for the same `random`. A week ago
 * somebody came, and today `newMember`, of whom Biel asks the yes to an hour. These three have
 * a place; of the others nobody looks at a screen.
 */
export async function fillStreet(village: Filled, random: () => number): Promise<void> {
  const { members, exchanges, cards } = streetSize;
  const below = (end: number): number => Math.floor(random() * end);
  const ana = village.placeOf('Ana');
  village.goTo(villageDay - 720);
  await village.admit('Biel', { by: 'Ana' });
  const street: QuietNeighbour[] = [ana, village.placeOf('Biel')].map(
    ({ membership, device, writer }) => ({ member: membership.member, device, writer }),
  );
  const at = (n: number): QuietNeighbour => {
    const neighbour = street[n];
    assert(neighbour, 'somebody lives there');
    return neighbour;
  };
  for (let n = 2; n < members - 1; n++) {
    // Whoever came last came a week ago.
    village.goTo(n === members - 2 ? villageDay - 7 : villageDay - 720 + n * 4);
    const neighbour = await quietNeighbour(ana, at(below(n)).writer);
    street.push(neighbour);
    const name = `${names[n % names.length] ?? ''} ${n}`;
    const skills = [below(kindsOfHelp), below(kindsOfHelp)];
    const area = `Street ${below(12)}`;
    await neighbour.writer.append('board', profileOf(name, skills, area));
  }
  const old = members - 2;
  for (let n = 0; n < exchanges; n++) {
    village.goTo(villageDay - 200 + Math.floor((n * 200) / exchanges));
    const helper = below(old);
    const helped = (helper + 1 + below(old - 1)) % old;
    await exchange(village, at(helper), at(helped), 15 * (1 + below(8)));
  }
  for (let n = 0; n < cards; n++) {
    village.goTo(villageDay - 80 + Math.floor((n * 80) / cards));
    const card = cardAt(n, ana.today(), below(kindsOfHelp));
    await at(below(old)).writer.append('board', card);
  }
  for (const { writer } of street.slice(2)) writer.close();
  village.goTo(villageDay);
  await village.admit(newMember, { by: 'Ana', skills: [4, 14] });
  await showMyself(village.placeOf(newMember), { area: 'Street 3' });
  await sayWishes(village.placeOf(newMember), { categories: [3, 7] });
  await village.help('Biel', newMember, 60, { open: true });
}

async function exchange(
  village: Filled,
  helper: QuietNeighbour,
  helped: QuietNeighbour,
  minutes: number,
): Promise<void> {
  const { ledger } = village.placeOf('Ana').replica;
  const today = Math.floor(village.clock.minute / minutesPerDay) as Day;
  const proposal = proposeTransfer(ledger, {
    by: helper.member,
    gave: true,
    lines: [{ party: helped.member, minutes: minutes as Minutes }],
    day: today,
    today,
    ref: null,
    note: null,
  });
  assert(proposal.ok, 'there is nothing against it');
  const asked = await helper.writer.append('ledger', proposal.value);
  assert(asked.ok, 'memory has room');
  const yes = confirmTransfer(ledger, helped.member, asked.value.id);
  assert(yes.ok, 'what was asked waits');
  await helped.writer.append('ledger', yes.value);
}

const profileOf = (name: string, skills: readonly number[], area: string): Profile => ({
  type: 'profile',
  rev: 0,
  name,
  about: '',
  skills,
  languages: ['en'],
  area,
  reach: null,
  blob: null,
});

function cardAt(n: number, today: Day, category: number): Listing {
  const at = n % 3;
  const kind = (['offer', 'need', 'thing'] as const)[at] ?? 'offer';
  return {
    ...blankListing(kind, today),
    type: 'listing',
    listing: n.toString(16).padStart(32, '0') as ListingId,
    rev: 0,
    state: 'open',
    title: titles[category]?.[at] ?? '',
    category,
    photo: null,
  };
}
