import { minutesPerDay } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import type { Hour, Tie, WrittenFor } from '@manyhands/community/hours';
import { agentsOf, hasOwnPhone } from '@manyhands/community/opened';
import type { Person } from '@manyhands/community/opened';
import { categoryOf, arrivedAt, ownKindName } from '@manyhands/community/people';
import type { Community } from '../phone/Community.svelte.ts';
import type { MarkKind } from '../ui/markShape.ts';
import { saidWithin } from '../words/said.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

/**
 * What to call somebody, also while their name has not come, or when they have left. A
 * name that is read the other way is set apart from the sentence around it.
 */
export function nameOf({
  name,
  hasLeft = false,
  account = null,
}: Pick<Person, 'name'> & Partial<Pick<Person, 'hasLeft' | 'account'>>): string {
  if (hasLeft) return words.people.gone;
  // Whoever signs for it could call it anything, and it is no organisation.
  if (account === 'opening') return words.people.fromBefore;
  const unknown = account === null ? words.people.noName : words.people.organisation;
  return saidWithin(name) || unknown;
}

/** What somebody's button looks like: square for an organisation and the pot. */
export const markKindOf = ({ account }: Pick<Person, 'account'>): MarkKind =>
  account === null ? 'member' : 'organisation';

/** What somebody wrote, on one line of ours. */
export const spoken = saidWithin;

/** "Garden", or what members call a kind of their own, on a card of `writer`'s as they do; null for none, and for one nobody named. */
export function whatOf(
  community: Community,
  code: number | null | undefined,
  writer: MemberId | null = null,
): string | null {
  if (code === null || code === undefined) return null;
  const known = categoryOf(code);
  if (known !== null) return words.category[known];
  const own = community.see(
    (place) => ownKindName(place, code, writer),
    'board',
    'ledger',
  );
  return own === null ? null : spoken(own);
}

/** What these kinds are called, each once; a number that nobody has named says nothing. */
export const kindNamesOf = (community: Community, codes: readonly number[]): string[] =>
  [...new Set(codes)]
    .map((code) => whatOf(community, code))
    .filter((name) => name !== null);

/** "Garden · Tuesday" */
export const whatAndWhen = (community: Community, hour: Hour): string =>
  [
    whatOf(community, hour.note?.category),
    words.day(hour.transfer.day, community.today),
  ]
    .filter((part) => part !== null)
    .join(' · ');

/** Who helped whom, from where I stand. */
export function sentenceOf(hour: Hour): string {
  const { iHelped, isMine, helper, helped, other, transfer } = hour;
  if (transfer.kind === 'gift')
    return later().organisations.gave(nameOf(helped), nameOf(helper));
  if (transfer.kind === 'opening') return broughtSentence(hour);
  if (!isMine || hour.isBehalf)
    return later().hour.between(nameOf(helper), nameOf(helped));
  return iHelped
    ? words.hours.youHelped(nameOf(other))
    : words.hours.helpedYou(nameOf(other));
}

/** What was brought along; what somebody only calls so is given, and says that they do. */
function broughtSentence({ helper, helped, iHelped, other }: Hour): string {
  const say = later().brought;
  if (other.account !== 'opening') return say.claimed(nameOf(helped), nameOf(helper));
  return iHelped ? say.inHours : say.backInHours;
}

/** "Written down by Biel, for Ana": whose hand it was, by the phone and not by a word. */
export function writtenForText({ by, of, what }: WrittenFor): string {
  const say = later().agents;
  const [hand, whose] = [nameOf(by), nameOf(of)];
  return what === 'recorded'
    ? say.recordedBy(hand, whose)
    : say.answeredBy(hand, whose);
}

/** Who writes for somebody without a phone; null for whoever has one. */
export function agentNames(
  community: Community,
  { id }: Pick<Person, 'id'>,
): string | null {
  const by = community.see(({ replica: { ledger } }) => {
    if (hasOwnPhone(ledger, id)) return null;
    return agentsOf(ledger, id);
  }, 'ledger');
  if (by === null || by.length === 0) return null;
  return words.list(by.map((each) => nameOf(community.person(each))));
}

/**
 * What stands beneath a name in a list. It tells two people of one name apart: where
 * they live, what binds the two of you, or what they can do; of somebody who has died that they did.
 */
export function detailOf(community: Community, person: Person, tie?: Tie): string {
  const met = tie && words.people.tie(tie.exchanges, words.month(tie.since));
  const skills = kindNamesOf(community, person.skills);
  const other = met ?? (skills.length > 0 ? words.list(skills) : '');
  return [spoken(person.area), person.hasDied ? later().farewell.inMemory : other]
    .filter((part) => part !== '')
    .join(' · ');
}

/** "Here since May 2026", by whoever let them in; empty while that is not known. */
export function sinceOf(community: Community, { id }: Pick<Person, 'id'>): string {
  const at = community.see((place) => arrivedAt(place, id), 'ledger');
  return at === null
    ? ''
    : words.person.since(words.month(Math.floor(at / minutesPerDay)));
}

/** "Good morning, Ana" by the clock of this phone; while it knows no name, what the page is. */
export function greetingOf({ me, now }: Community): string {
  // A further phone has not heard its owner's name yet.
  if (me.name === '') return words.nav.today;
  const hour = new Date(now * 60_000).getHours();
  const name = nameOf(me);
  if (hour >= 5 && hour < 12) return words.home.morning(name);
  return hour >= 12 && hour < 18
    ? words.home.afternoon(name)
    : words.home.evening(name);
}

/** Where an hour stands, when there is more to say than that both said yes. */
export function standingOf(hour: Hour): string | null {
  const { stage, transfer, other, isMine } = hour;
  const name = nameOf(other);
  const iAsked = transfer.proposer !== other.id;
  switch (stage) {
    case 'answer':
      return words.hours.stateAsksYou;
    case 'asked':
      return other.hasLeft ? words.hours.stateGone : words.hours.stateAsked(name);
    case 'signing':
      return words.hours.stateAsked(name);
    case 'declined':
      // What is signed is a no; only what was recorded instead says that it was different.
      if (isMine && !iAsked)
        return hour.isCorrected
          ? words.hours.stateYouCorrected
          : words.hours.stateYouDeclined;
      return hour.isCorrected
        ? words.hours.stateCorrected(name)
        : words.hours.stateDeclined(name);
    case 'withdrawn':
      return words.hours.stateTakenBack;
    case 'met':
      if (transfer.undoneBy !== null) return words.hours.statePutRight;
      return transfer.kind === 'undo' ? words.hours.statePutsRight : null;
    case 'void':
      return words.hours.stateTakenBack;
  }
}

/** What somebody asks, in their own words, so that no pronoun is guessed. */
export function askOf(hour: Hour): string {
  const { transfer, other, iHelped } = hour;
  const name = nameOf(other);
  if (transfer.kind === 'undo') return words.home.saysPutRight(name);
  if (transfer.kind === 'opening') return sentenceOf(hour);
  if (transfer.kind === 'gift') {
    const { givesYou, asksYou } = later().organisations;
    return iHelped ? givesYou(name) : asksYou(name);
  }
  return iHelped ? words.home.saysYouHelped(name) : words.home.saysHelpedYou(name);
}
