/**
 * Somebody has died, and their family has their page, or a new one that those who keep a spare key
 * gave their word (C27). The page says that this phone writes for them, and ends all of their own;
 * then their cards come down and kind words take their place. Without the page nobody says it.
 */
import { err, ok } from '@manyhands/base';
import type {
  AccountId,
  EntryId,
  MemberId,
  Minutes,
  PartyId,
  Result,
} from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { recoveryKeyOf } from '@manyhands/keys';
import type { RecoveryWords } from '@manyhands/keys';
import { giveToPot, potHere } from '../accounts/index.ts';
import type { Organisation } from '../accounts/index.ts';
import { sayWordsAbout, wordsAboutLimit } from '../decisions/index.ts';
import { firstOrPartly, inLines, recordHelp } from '../hours/index.ts';
import type { ActRefused, PartlyAsked } from '../hours/index.ts';
import {
  isOff,
  oneByOne,
  ownerHere,
  remembranceOf,
  textBytes,
} from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { begin } from './behalf.ts';
import type { BehalfRefused } from './behalf.ts';
import { writeByPage } from './becomeAgent.ts';
import type { AgentRefused } from './becomeAgent.ts';

export type FarewellRefused =
  | AgentRefused
  | BehalfRefused
  | { readonly type: 'NoteTooLong' }
  | { readonly type: 'NoWords' };

export type LastHoursRefused =
  | ActRefused
  | { readonly type: 'NoteTooLong' | 'NoSuchAccount' }
  /** They are alive, have none, or all of them are offered. */
  | { readonly type: 'NoHoursLeft' };

/** Whether these words are on the page that speaks for this member now. */
export async function hasPageOf(
  { replica: { ledger }, membership }: Pick<Place, 'replica' | 'membership'>,
  member: MemberId,
  words: RecoveryWords,
): Promise<boolean> {
  const key = toHex((await recoveryKeyOf(words, membership.community)).publicKey);
  return ledger.membersWithKey(key).includes(member);
}

/** `text` stays on their page, for all to read. Broken off, it can be said once more. */
export async function sayFarewell(
  place: Place,
  member: MemberId,
  { words, text }: { readonly words: RecoveryWords; readonly text: string },
): Promise<Result<void, FarewellRefused>> {
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  if (text.trim() === '') return err({ type: 'NoWords' });
  if (textBytes(text.trim()) > wordsAboutLimit) return err({ type: 'NoteTooLong' });
  const isTheirs =
    member !== place.membership.member && (await hasPageOf(place, member, words));
  if (!isTheirs) return err({ type: 'UnknownPage' });
  const named = await writeByPage(place, member, words, { alone: true, last: true });
  if (!named.ok) return named;
  const theirs = await begin(place, member);
  if (!theirs.ok) return theirs;
  const said = await sayWordsAbout(theirs.value, aboutThem(member), text);
  return said.ok ? takeDownCards(theirs.value) : said;
}

/** What is said about a member stands under their name. */
const aboutThem = (member: MemberId): EntryId => member as string as EntryId;

async function takeDownCards(theirs: Place): Promise<Result<void, FarewellRefused>> {
  const cards = theirs.replica.board
    .entriesOf(theirs.membership.member)
    .filter(({ content: { type } }) => type === 'listing' || type === 'wishes');
  return cards.length === 0 ? ok(undefined) : theirs.writer.erase(cards);
}

/** It was not so: their page says nothing of it any more. Their phones come back by the page. */
export const takeBackFarewell = (theirs: Place): ReturnType<typeof sayWordsAbout> =>
  sayWordsAbout(theirs, aboutThem(theirs.membership.member), '');

/**
 * All the hours they have, to the pot or to whom they said, in as many entries as it takes; those
 * say yes. Whoever received more than they gave has none: that stays, and nobody owes it. Answers
 * the first; stopped in between, what is offered and what not.
 */
export async function giveLastHours(
  theirs: Place,
  to: PartyId | 'pot',
): Promise<Result<EntryId, LastHoursRefused | PartlyAsked<LastHoursRefused>>> {
  const { replica, membership } = theirs;
  const left = lastHoursOf(theirs);
  if (left <= 0 || remembranceOf(replica, membership.member) === null) {
    return err({ type: 'NoHoursLeft' });
  }
  const party = to === 'pot' ? potForLastHours(theirs)?.account : to;
  if (party === undefined) return err({ type: 'NoSuchAccount' });
  const ran = await oneByOne(inLines(left), (minutes) =>
    giveSome(theirs, to === 'pot', party, minutes),
  );
  const given = firstOrPartly(ran, (minutes) => [{ party, minutes }]);
  return given ?? err({ type: 'NoHoursLeft' });
}

const giveSome = (
  theirs: Place,
  isPot: boolean,
  party: PartyId,
  minutes: Minutes,
): Promise<Result<EntryId, LastHoursRefused>> =>
  isPot
    ? giveToPot(theirs, party as AccountId, { minutes, words: '' })
    : recordHelp(theirs, {
        with: party,
        isGiven: true,
        iHelped: false,
        minutes,
        day: theirs.today(),
        category: null,
        text: '',
        instead: null,
      });

/**
 * The pot, if enough sign for it who stand on neither side: whoever writes for somebody does not
 * say yes to their hours (ledger/L18). Of another it would wait for ever.
 */
export function potForLastHours(theirs: Place): Organisation | null {
  const pot = potHere(theirs);
  const apart = pot?.signers.filter(
    (each) => each !== theirs.membership.member && each !== ownerHere(theirs),
  );
  return pot !== null && apart !== undefined && apart.length >= pot.threshold
    ? pot
    : null;
}

/** What they have beyond what was offered already and waits for a yes. */
export function lastHoursOf({
  replica: { ledger },
  membership: { member },
}: Place): Minutes {
  const offered = ledger
    .askedBy(member)
    .filter(({ helped }) => helped === member)
    .reduce((sum, { minutes }) => sum + minutes, 0);
  return Math.max(0, ledger.balanceOf(member) - offered) as Minutes;
}
