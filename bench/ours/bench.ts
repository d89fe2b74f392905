import { pageLimit } from '@manyhands/replica';
import type { AccountChange, Entry, KnownContent, Ledger } from '@manyhands/ledger';
import {
  accountOf,
  changeTo,
  openAccount,
} from '../../packages/ledger/src/testing/shared.ts';
import {
  gaveHelp,
  LedgerVillage,
  member,
  proven,
  yes,
} from '../../packages/ledger/src/testing/village.ts';
import { measuring, timed } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { tasksAtHome } from './home.ts';

export const question =
  'What do accounts and decisions cost the fold: an entry, a change of signers, a motion?';

const lines = 10_000;
const fold = measuring('the fold');

export async function measure(): Promise<Measure[]> {
  const ofMembers = await hours(false);
  const ofAccounts = await hours(true);
  return [
    fold.us('an entry of an hour between members', ofMembers.each),
    fold.us('an entry of an hour of an account', ofAccounts.each),
    fold.ratio('an account’s to a member’s', ofAccounts.each / ofMembers.each, {
      atMost: 2,
    }),
    {
      ...fold.ms(
        '1,000 words of changes, 10,000 lines held',
        await changes(ofAccounts),
      ),
      goal: { atMost: 1_000 },
    },
    ...(await motions()),
    ...(await atHome()),
  ];
}

/** What one voice can do to a phone whose first page is open, by its own thread's clock. */
async function atHome(): Promise<Measure[]> {
  const home = measuring('an open home');
  const [little, much] = [
    await tasksAtHome(lines, 8_192),
    await tasksAtHome(lines, pageLimit),
  ];
  for (const { motions: known } of [little, much])
    if (known < lines) throw new Error(`The page knows of ${known} motions only`);
  return [
    {
      ...home.ms(
        'the longest task while 10,000 motions of one voice trickle in',
        little.longest,
      ),
      goal: { atMost: 50 },
    },
    home.ms('the same by the wall, 0 below 50', little.longestSeen),
    {
      ...home.ms('the longest task while they come in full pages', much.longest),
      goal: { atMost: 50 },
    },
  ];
}

interface Held {
  readonly village: LedgerVillage;
  readonly opened: Entry;
  readonly ledger: Ledger;
  readonly each: number;
}

function begin(): Omit<Held, 'each'> {
  const village = new LedgerVillage({ voice: 1 }).settle('biel', 'carme', 'didac');
  for (const who of ['biel', 'carme']) village.vouch('ana', who);
  const opened = openAccount(village.pen('ana'), 1, ['ana', 'biel', 'carme']);
  return { village, opened, ledger: village.ledger() };
}

/** Adds entry by entry, as they come over a link that trickles. */
const takes = (ledger: Ledger, entries: readonly Entry[]): Promise<number> =>
  timed(() => {
    for (const entry of entries) ledger.add([proven(entry)]);
  });

async function hours(isOfAccount: boolean): Promise<Held> {
  const held = begin();
  const as = isOfAccount ? accountOf(held.opened) : null;
  const entries: Entry[] = [];
  for (let n = 0; n < lines; n++) {
    const asked = held.village.pen('ana').write(gaveHelp(member('didac'), 1, { as }));
    entries.push(asked, held.village.pen('didac').write(yes(asked)));
  }
  return { ...held, each: (await takes(held.ledger, entries)) / entries.length };
}

function changes({ village, opened, ledger }: Held): Promise<number> {
  const words: Entry[] = [];
  let before: AccountChange | null = null;
  for (let n = 0; n < 500; n++) {
    const names = n % 2 === 0 ? ['ana', 'biel'] : ['ana', 'biel', 'carme'];
    before = changeTo(opened, 1, names, { ana: 99_999, biel: n }, before);
    for (const who of ['ana', 'biel']) words.push(village.pen(who).write(before));
  }
  return takes(ledger, words);
}

/** Ten thousand motions of one voice; then what a home waits for. */
async function motions(): Promise<Measure[]> {
  const { village, ledger } = begin();
  const motion: KnownContent = {
    type: 'motion.open',
    matter: { about: 'member', member: member('didac'), standing: 'paused' },
    replaces: [],
  };
  const entries = Array.from({ length: lines }, () => village.pen('ana').write(motion));
  const taken = await takes(ledger, entries);
  const asked = await timed(() => ledger.motions());
  let longest = 0;
  const hashing = ledger.hashState();
  for (;;) {
    const started = performance.now();
    const { done } = hashing.next();
    longest = Math.max(longest, performance.now() - started);
    if (done === true) break;
  }
  return [
    fold.us('a motion', taken / entries.length),
    fold.ms('a look at 10,000 of them', asked),
    fold.ms('the longest step of the hash with them', longest),
  ];
}
