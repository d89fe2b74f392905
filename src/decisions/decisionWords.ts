/** What somebody asks all of us, and what it would change, in the reader's language. */
import type { AccountId, Hex, MemberId, MinuteOfTime } from '@manyhands/base';
import { minutesPerDay } from '@manyhands/base';
import { fromBefore } from '@manyhands/community/decisions';
import { openingHere } from '@manyhands/community/accounts';
import type { Decision } from '@manyhands/community/decisions';
import type { LineName, Matter, MemberStanding } from '@manyhands/ledger';
import type { Community } from '../phone/Community.svelte.ts';
import { nameOf, spoken } from '../naming/naming.ts';
import { later } from '../words/later.ts';
import { saidInLines } from '../words/said.ts';
import { words } from '../words/words.ts';

const standingKey = {
  'among us': 'amongUs',
  paused: 'paused',
  removed: 'removed',
} as const satisfies Record<MemberStanding, string>;

type Rule = Extract<Matter, { about: 'rule' }>;

const namesOf = (community: Community, members: readonly MemberId[]): string[] =>
  members
    .map((member) => nameOf(community.person(member)))
    .sort((one, other) => one.localeCompare(other));

/** What people call an organisation or a pot; its first letters where no card has come. */
function nameOfAccount(community: Community, account: AccountId): string {
  const card = community.see(
    ({ replica }) => replica.board.accountCard(account),
    'board',
    'ledger',
  );
  return spoken(card?.name ?? '') || account.slice(0, 6);
}

/** "Shall we call an hour “acorn”?" */
export function askOfMatter(community: Community, matter: Matter): string {
  const { asks } = later().decisions;
  if (matter.about === 'member') {
    return asks[standingKey[matter.standing]](nameOf(community.person(matter.member)));
  }
  if (matter.about === 'lines') {
    const grant = askOfGrant(community, matter.lines);
    if (grant !== null) return grant;
    const { length } = matter.lines;
    return matter.stands ? asks.linesStand(length) : asks.linesFall(length);
  }
  return askOfRule(community, matter);
}

/** "Shall “Our pot” give Didac 1 h?": of one line that still waits for signatures. */
function askOfGrant(community: Community, lines: readonly LineName[]): string | null {
  const [line] = lines;
  if (line === undefined || lines.length > 1) return null;
  const { ledger } = community.place.replica;
  const transfer = ledger.transfer(line.proposal, line.party);
  if (transfer?.status !== 'open' || transfer.kind !== 'gift') return null;
  const { helper, helped, minutes } = transfer;
  if (ledger.account(helped) === null) return null;
  const [one, other] = [helped, helper].map((each) => nameOf(community.person(each)));
  return later().organisations.grants.shall(one ?? '', other ?? '', minutes);
}

function askOfRule(community: Community, matter: Rule): string {
  const { asks } = later().decisions;
  const account = (id: AccountId | null) =>
    id === null ? '' : nameOfAccount(community, id);
  switch (matter.key) {
    case 'limit':
      return asks.limit(matter.value);
    case 'unit':
      return matter.value === '' ? asks.unitPlain : asks.unit(spoken(matter.value));
    case 'words':
      return asks.words;
    case 'circle':
      return asks.circle(namesOf(community, matter.value.members));
    case 'resting':
      return matter.value.length === 0
        ? asks.restingNone
        : asks.resting(namesOf(community, matter.value));
    case 'areKindsOpen':
      return matter.value ? asks.kindsOpen : asks.kindsClosed;
    case 'kinds':
      return asks.kinds(matter.value.map(({ name }) => spoken(name)));
    case 'pot':
      return asks.pot(account(matter.value));
    case 'opening':
      return askOfOpening(community, matter.value);
    case 'accountLimit':
      return asks.accountLimit(account(matter.account), matter.value);
    case 'signers':
      return asks.signers(account(matter.account));
    case 'roomDays':
      return asks.roomDays(matter.value);
    case 'licence':
      return asks.licence(licenceNamed(matter.value));
    case 'firstHours':
      return matter.value === 0 ? asks.firstHoursNone : asks.firstHours(matter.value);
    case 'relays':
      return asks.relays;
    case 'ice':
      return asks.ice;
  }
}

/** What a motion says, by itself: "up to 5 h behind". Words stand on lines of their own. */
export function valueOfMatter(community: Community, matter: Matter): string {
  const { decisions: say } = later();
  if (matter.about === 'member') return say.standing[standingKey[matter.standing]];
  if (matter.about === 'lines') return matter.stands ? say.yes : say.no;
  switch (matter.key) {
    case 'limit':
    case 'accountLimit':
      return say.behind(matter.value);
    case 'unit':
      return spoken(matter.value) || say.plainHour;
    case 'words':
      return saidInLines(matter.value) || say.noWords;
    case 'circle':
      return say.circleIs(
        namesOf(community, matter.value.members),
        matter.value.threshold,
      );
    case 'resting':
      return matter.value.length === 0
        ? say.nobody
        : words.list(namesOf(community, matter.value));
    case 'areKindsOpen':
      return matter.value ? say.everyoneNames : say.nobodyNames;
    case 'kinds':
      return words.list(matter.value.map(({ name }) => spoken(name)));
    case 'pot':
      return nameOfAccount(community, matter.value);
    case 'opening':
      return openingNamed(community, matter.value);
    case 'roomDays':
      return say.days(matter.value);
    case 'firstHours':
      return words.duration(matter.value);
    case 'relays':
    case 'ice':
      return words.list(matter.value.map(spoken)) || say.nobody;
    case 'signers':
      return signersNamed(community, matter.account, matter.value);
    case 'licence':
      return licenceNamed(matter.value);
  }
}

/** Who may use the yearly report, by the number that a decision names. */
const licenceNamed = (value: number): string =>
  later().decisions.licences[value] ?? words.number(value);

/** How much a decision would let in from before, and who signs; of what is no opening null. */
function openingOf(
  community: Community,
  account: AccountId,
): { readonly much: string; readonly names: string } | null {
  const view = community.see(
    ({ replica }) => replica.ledger.account(account),
    'ledger',
  );
  if (view?.kind !== 'opening') return null;
  const signers = [...new Set(view.newest.flatMap((each) => each.signers))];
  const names = words.list(namesOf(community, signers));
  return { much: words.duration(view.total ?? 0), names };
}

function askOfOpening(community: Community, account: AccountId): string {
  const { brought } = later();
  const opening = openingOf(community, account);
  return opening === null
    ? brought.shallNothing
    : brought.shall(opening.much, opening.names);
}

function openingNamed(community: Community, account: AccountId): string {
  const { brought } = later();
  const opening = openingOf(community, account);
  return opening === null
    ? brought.valueNothing
    : brought.value(opening.much, opening.names);
}

/** "Ana and Biel: any 2 of them together"; empty where this phone does not know them. */
export function signersNamed(
  community: Community,
  account: AccountId | null,
  mandate: Hex,
): string {
  const view = account && community.place.replica.ledger.account(account);
  const all = view ? [...view.newest, ...view.underWay] : [];
  const found = all.find(({ id }) => id === mandate);
  if (!found) return '';
  const names = namesOf(community, found.signers);
  return later().decisions.signersAre(names, found.threshold);
}

/** How it is now: as decided, else as from the start. */
export function valueOfNow(community: Community, matter: Matter): string {
  const { decisions: say } = later();
  const { ledger } = community.place.replica;
  if (matter.about === 'member')
    return say.standing[standingKey[ledger.standingOf(matter.member)]];
  const decided =
    matter.about === 'rule' ? ledger.rule(matter.key, matter.account) : null;
  return decided === null
    ? valueFromTheStart(community, matter)
    : valueOfMatter(community, { ...matter, value: decided } as Matter);
}

/** How it is where nothing was ever decided: as founded, or as the app does by itself. */
export function valueFromTheStart(community: Community, matter: Matter): string {
  const { decisions: say } = later();
  if (matter.about === 'member') return say.standing.amongUs;
  if (matter.about === 'lines') return say.noneYet;
  const charter = community.place.replica.ledger.charter();
  switch (matter.key) {
    case 'limit':
      return charter === null ? '' : say.behind(charter.limit);
    case 'unit':
      return spoken(charter?.unit ?? '') || say.plainHour;
    case 'words':
      return saidInLines(charter?.words ?? '') || say.noWords;
    case 'circle':
      return say.noCircle;
    case 'resting':
      return say.nobody;
    case 'areKindsOpen':
      return say.everyoneNames;
    case 'opening': {
      // The one of the beginning, where the founding log opened one.
      const first = community.see(openingHere, 'ledger');
      return first === null ? say.noneYet : openingNamed(community, first.account);
    }
    default:
      return say.noneYet;
  }
}

export const dayOfMinute = (at: MinuteOfTime): number => Math.floor(at / minutesPerDay);

/** "Holds since Tuesday", by this phone's clock. */
export function sinceOfDecision(
  community: Community,
  { since }: Pick<Decision, 'since'>,
): string {
  const { decisions: say } = later();
  if (since === null || since === fromBefore) return say.holdsFromBefore;
  return say.holdsSince(words.dayInText(dayOfMinute(since), community.today));
}

/** My word, for a list. */
export function myWordOn({ myWord }: Pick<Decision, 'myWord'>): string {
  const { decisions: say } = later();
  if (myWord === null) return say.notYet;
  return myWord ? say.yourYes : say.yourNo;
}

/** "23 of 40 say yes; 9 are needed" */
export const countOfYes = ({
  yes,
  of,
  needed,
}: Pick<Decision, 'yes' | 'of' | 'needed'>): string =>
  later().decisions.count(yes.length, of, needed);
