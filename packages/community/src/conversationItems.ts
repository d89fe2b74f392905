import type { MemberId, MinuteOfTime } from '@manyhands/base';
import type { BothSigned, ThanksGiven } from '@manyhands/ledger';
import { myHandOvers } from './things/index.ts';
import type { OpenHandOver } from './things/index.ts';
import { giftsByMe, giftsForMe, myGifts, thanksForGift } from './hours/index.ts';
import type { Gift, Hour } from './hours/index.ts';
import { ofBoard, ofBoardAndMine, remembered } from './opened/index.ts';
import type { OpenedCommunity } from './openedCommunity.ts';
import { arrangementsOf, meetingsOf } from './talk/index.ts';
import type { Arranged, SuggestedMeeting } from './talk/index.ts';
import { undrawn } from './undrawn.ts';

/** Something that happened between me and another member and is no word. */
export type Happening = {
  /** The same for as long as it stands; an hour's, a plan's and so on is what `InboxItem` has. */
  readonly key: string;
  readonly other: MemberId;
  /** Who began it; of an introduction, who thinks that we should meet. */
  readonly by: MemberId;
  /** When it began, by their clock. */
  readonly at: MinuteOfTime;
  /** When it came to what it is now, by the clock of who brought it there. */
  readonly since: MinuteOfTime;
} & (
  | { readonly kind: 'plan'; readonly arranged: Arranged }
  | { readonly kind: 'hour'; readonly hour: Hour }
  | { readonly kind: 'gift'; readonly gift: Gift }
  | { readonly kind: 'handOver'; readonly open: OpenHandOver }
  | { readonly kind: 'thanks'; readonly text: string; readonly for: ThankedFor }
  | { readonly kind: 'introduction'; readonly meeting: SuggestedMeeting }
);

/** What somebody is thanked for. */
type ThankedFor = { readonly hour: Hour } | { readonly gift: Gift };

/** All of them, by the other member, in no order: found once for each change of mine. */
export const happeningsOf = (
  community: OpenedCommunity,
): ReadonlyMap<MemberId, readonly Happening[]> =>
  community.see(happeningsHere, ...ofBoard);

const happeningsHere = remembered(
  (place) => byOther(undrawn(place)),
  ...ofBoardAndMine,
);

function byOther(community: OpenedCommunity): Map<MemberId, Happening[]> {
  const me = community.membership.member;
  const found = [
    ...hoursOf(community),
    ...community.see((place) => arrangementsOf(place), ...ofBoard).map(planOf(me)),
    ...giftsOf(community),
    ...community.see(myHandOvers, ...ofBoard).map(handOverOf),
    ...introductionsOf(community),
  ];
  const byMember = new Map<MemberId, Happening[]>();
  for (const each of found) {
    const own = byMember.get(each.other);
    if (own) own.push(each);
    else byMember.set(each.other, [each]);
  }
  return byMember;
}

const earlier = (a: MinuteOfTime, b: MinuteOfTime | null): MinuteOfTime =>
  b === null || a < b ? a : b;

function hoursOf(community: OpenedCommunity): Happening[] {
  const me = community.membership.member;
  return community.hours.flatMap((hour): Happening[] => {
    const { proposal, party, proposer, proposedAt, confirmedAt } = hour.transfer;
    const other = hour.other.id;
    const begun = { other, at: earlier(proposedAt, confirmedAt) };
    const asked: Happening = {
      ...begun,
      kind: 'hour',
      key: `${proposal}/${party}`,
      by: proposer as MemberId,
      since: confirmedAt ?? proposedAt,
      hour,
    };
    const given = community.see(
      ({ replica }) => replica.board.thanksFor(proposal),
      ...ofBoard,
    );
    return [asked, ...thanksOf(given, { me, other, for: { hour } })];
  });
}

const planOf =
  (me: MemberId) =>
  (arranged: Arranged): Happening => ({
    kind: 'plan',
    key: arranged.id,
    other: arranged.other,
    by: arranged.isMyWord ? me : arranged.other,
    at: arranged.since,
    since: arranged.since,
    arranged,
  });

function giftsOf(community: OpenedCommunity): Happening[] {
  const me = community.membership.member;
  const gifts = community.see(
    (place) => [...giftsForMe(place), ...giftsByMe(place), ...myGifts(place)],
    ...ofBoard,
  );
  return gifts.flatMap((gift): Happening[] => {
    const begun = begunBy(gift.signed);
    if (!begun) return [];
    const { other } = gift;
    const given = community.see((place) => thanksForGift(place, gift), ...ofBoard);
    return [
      { kind: 'gift', other, gift, ...begun },
      ...thanksOf(given, { me, other, for: { gift } }),
    ];
  });
}

function handOverOf(open: OpenHandOver): Happening {
  const begun = begunBy(open.handing);
  if (!begun) throw new Error('Bug: what was said of a thing has an entry');
  return { kind: 'handOver', other: open.other, open, ...begun };
}

/** The first of its entries, as `InboxItem` names it, and the last. */
function begunBy({ entries }: BothSigned<unknown>) {
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) return null;
  return { key: first.id, by: first.log.member, at: first.time, since: last.time };
}

/** Of the words of thanks beneath something those that one of the two wrote. */
const thanksOf = (
  given: readonly ThanksGiven[],
  { me, ...about }: Pick<Happening, 'other'> & { me: MemberId; for: ThankedFor },
): Happening[] =>
  given
    .filter(({ member }) => member === me || member === about.other)
    .map(({ member, text, entry: { id, time } }) => ({
      ...about,
      kind: 'thanks',
      key: id,
      by: member,
      at: time,
      since: time,
      text,
    }));

function introductionsOf(community: OpenedCommunity): Happening[] {
  return community
    .see(
      (place) =>
        meetingsOf(place).mine.map((meeting) => ({
          meeting,
          at: place.replica.entry(meeting.id)?.time,
        })),
      ...ofBoard,
    )
    .flatMap(({ meeting, at }): Happening[] =>
      at === undefined
        ? []
        : [
            {
              kind: 'introduction',
              key: meeting.id,
              other: meeting.other,
              by: meeting.by,
              at,
              since: at,
              meeting,
            },
          ],
    );
}
