/** What a member does about gatherings: each act one entry, and what it replaces is erased. */
import { err, ok } from '@manyhands/base';
import type { Day, GatheringId, Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { gatheringIdOf, gatheringLimits, revAfter, seenOf } from '@manyhands/ledger';
import type {
  ComingSays,
  Entry,
  Gathering,
  GatheringName,
  KnownContent,
  MovedTo,
  ShownGathering,
} from '@manyhands/ledger';
import { pauseOf } from '../decisions/index.ts';
import { replace, textBytes } from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import { isDayOf, momentOrHere } from './calendar.ts';
import { gatheringNamed } from './shownDates.ts';

/** What somebody says of a gathering when they begin it. */
export type GatheringDraft = Pick<
  Gathering,
  | 'group'
  | 'title'
  | 'words'
  | 'day'
  | 'minute'
  | 'length'
  | 'zone'
  | 'every'
  | 'until'
  | 'place'
  | 'access'
  | 'bring'
  | 'seats'
>;

/** Why what was typed cannot be said so; each is one plain sentence. */
export type GatheringFault =
  | 'NoTitle'
  | 'TooLong'
  | 'Past'
  | 'TooFar'
  | 'EndsBefore'
  | 'NotOrganiser'
  | 'Gone';

export type GatheringRefused =
  | WriteRefused
  | { readonly type: 'Paused' }
  | { readonly type: 'Unsound'; readonly fault: GatheringFault };

type Done = Promise<Result<void, GatheringRefused>>;

/** Further ahead nobody plans; who means another year sees which one they typed. */
const daysAheadAtMost = 731;

/** What stands in the way of beginning this; null: nothing. */
export function faultIn(place: Place, draft: GatheringDraft): GatheringFault | null {
  if (draft.title.trim() === '') return 'NoTitle';
  if (!fitsGathering(draft)) return 'TooLong';
  if (momentOrHere(draft, draft.zone) < place.now()) return 'Past';
  if (draft.day > place.today() + daysAheadAtMost) return 'TooFar';
  if (draft.until !== null && draft.until < draft.day) return 'EndsBefore';
  return null;
}

const texts = ['title', 'words', 'place', 'access', 'bring'] as const;

export const fitsGathering = (
  draft: Pick<GatheringDraft, (typeof texts)[number]>,
): boolean =>
  texts.every((field) => textBytes(draft[field].trim()) <= gatheringLimits[field]);

const tidy = <D extends Partial<GatheringDraft>>(draft: D): D => ({
  ...draft,
  ...Object.fromEntries(
    texts.flatMap((field) => {
      const text = draft[field];
      return text === undefined ? [] : [[field, text.trim()]];
    }),
  ),
});

/** Tells all of a gathering that I organise. */
export async function beginGathering(
  place: Place,
  draft: GatheringDraft,
): Promise<Result<GatheringId, GatheringRefused>> {
  const { member, community } = place.membership;
  const fault = faultIn(place, draft);
  if (fault !== null) return unsound(fault);
  if (pauseOf(place, member) !== null) return err({ type: 'Paused' });
  const name = { founder: member, random: toHex(place.randomBytes(16)) };
  const content: Gathering = {
    ...tidy(draft),
    ...name,
    type: 'gathering',
    rev: 0,
    organisers: [],
    note: '',
    isOff: false,
  };
  const written = await replace(place, content, []);
  return written.ok ? ok(gatheringIdOf(community, name)) : written;
}

export type GatheringChange = Partial<
  Omit<GatheringDraft, 'day' | 'every'> &
    Pick<Gathering, 'note' | 'isOff' | 'organisers'>
>;

/**
 * Writes anew what stands of a gathering that I organise. Its first day and how often it is stay:
 * dates are named by them. Who organises it, its founder alone says.
 */
export async function changeGathering(
  place: Place,
  id: GatheringId,
  { organisers, ...change }: GatheringChange,
): Done {
  const shown = organisedByMe(place, id);
  if (!shown.ok) return shown;
  const { gathering, founder } = shown.value;
  const isMine = founder === place.membership.member;
  const content: Gathering = {
    ...gathering,
    ...tidy(change),
    note: change.note?.trim() ?? '',
    organisers: isMine ? [...(organisers ?? gathering.organisers)].sort() : [],
    rev: revAfter(gathering.rev),
  };
  if (content.title === '') return unsound('NoTitle');
  if (!fitsGathering(content) || textBytes(content.note) > gatheringLimits.note)
    return unsound('TooLong');
  if (content.until !== null && content.until < content.day)
    return unsound('EndsBefore');
  return say(place, content, ({ content: older }) => older.type === 'gathering');
}

export const callOffGathering = (place: Place, id: GatheringId, note: string): Done =>
  changeGathering(place, id, { isOff: true, note });

/** It is to be after all. */
export const putBackGathering = (place: Place, id: GatheringId): Done =>
  changeGathering(place, id, { isOff: false });

/** Says of one date that it is moved, left out, or as planned again. */
export async function changeDate(
  place: Place,
  id: GatheringId,
  date: Day,
  {
    moved = null,
    isOut = false,
    note = '',
  }: { moved?: MovedTo | null; isOut?: boolean; note?: string },
): Done {
  const shown = organisedByMe(place, id);
  if (!shown.ok) return shown;
  const { gathering } = shown.value;
  if (!isDayOf(gathering, date)) return unsound('Gone');
  const to = moved && { ...moved, place: moved.place.trim() };
  if (to !== null && momentOrHere(to, gathering.zone) < place.now())
    return unsound('Past');
  if (to !== null && to.day > place.today() + daysAheadAtMost) return unsound('TooFar');
  const isTooLong =
    textBytes(to?.place ?? '') > gatheringLimits.place ||
    textBytes(note.trim()) > gatheringLimits.note;
  if (isTooLong) return unsound('TooLong');
  const last = place.replica.board.gatherings.dateOf(id, date)?.rev ?? -1;
  const rev = revAfter(last);
  const content = { date, rev, moved: to, isOut, note: note.trim() };
  return say(
    place,
    { type: 'gathering.date', ...nameIn(gathering), ...content },
    ({ content: older }) => older.type === 'gathering.date' && older.date === date,
  );
}

/**
 * Says that I come, might, or do not; of one date, or of all (`date` null), and then what I had
 * said of single ones goes. It names what stands now: after a change I am asked again.
 */
export async function answerGathering(
  place: Place,
  id: GatheringId,
  date: Day | null,
  { says, guests }: { readonly says: ComingSays; readonly guests: number },
): Done {
  const shown = gatheringNamed(place, id);
  if (shown === null) return unsound('Gone');
  const { gathering } = shown;
  const { gatherings } = place.replica.board;
  const me = place.membership.member;
  const now = date === null ? null : gatherings.dateOf(id, date);
  if (date !== null && (now === null || !isDayOf(gathering, date)))
    return unsound('Gone');
  const seen = seenOf(now ? { ...gathering, ...now, every: null } : gathering);
  const last = gatherings.answerOf(id, date, me)?.answer.rev ?? -1;
  const rev = revAfter(last);
  const many = says === 'no' ? 0 : Math.min(guests, gatheringLimits.guests);
  return say(
    place,
    {
      type: 'gathering.answer',
      ...nameIn(gathering),
      date,
      rev,
      says,
      guests: many,
      seen,
    },
    ({ content: older }) =>
      older.type === 'gathering.answer' && (date === null || older.date === date),
  );
}

/** What I say no more is erased: as if I had never answered. */
export async function takeBackAnswer(place: Place, id: GatheringId, date: Day): Done {
  const mine = place.replica.board.gatherings.answerOf(
    id,
    date,
    place.membership.member,
  );
  return mine === null ? ok(undefined) : place.writer.erase([mine.entry]);
}

function organisedByMe(
  place: Place,
  id: GatheringId,
): Result<ShownGathering, GatheringRefused> {
  const shown = gatheringNamed(place, id);
  if (shown === null) return unsound('Gone');
  const isMine = shown.organisers.includes(place.membership.member);
  return isMine ? ok(shown) : unsound('NotOrganiser');
}

export const nameIn = ({ founder, random }: GatheringName): GatheringName => ({
  founder,
  random,
});

const unsound = (fault: GatheringFault) => err({ type: 'Unsound', fault } as const);

/** Writes it, and erases what I had written of the same, on whichever of my devices. */
async function say(
  place: Place,
  content: KnownContent & GatheringName,
  isOlder: (entry: Entry) => boolean,
): Done {
  const older = place.replica.board
    .entriesOf(place.membership.member)
    .filter((entry) => isOlder(entry) && isAbout(entry, content));
  const written = await replace(place, content, older);
  return written.ok ? ok(undefined) : written;
}

const isAbout = ({ content }: Entry, { founder, random }: GatheringName): boolean =>
  'random' in content && content.founder === founder && content.random === random;
