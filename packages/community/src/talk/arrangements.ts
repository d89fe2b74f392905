import { err, ok } from '@manyhands/base';
import type { MemberId, MinuteOfTime, NoteId, Result } from '@manyhands/base';
import {
  arrangementIdOf,
  arrangementOf,
  encodeArrangement,
  isSamePlan,
  lastRev,
  revAfter,
  planLimits,
} from '@manyhands/ledger';
import type {
  Arrangement,
  ArrangementName,
  ArrangementWord,
  Plan,
  SaidOfPlan,
} from '@manyhands/ledger';
import { pauseOf } from '../decisions/index.ts';
import {
  hasLeft,
  isOff,
  lettersOf,
  readersOf,
  sealWords,
  textBytes,
} from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import { handingsOf, letGoOf, movesIn, promise } from '../things/index.ts';

/** An arrangement as one of the two sees it. */
export interface Arranged {
  readonly id: NoteId;
  readonly name: ArrangementName;
  readonly other: MemberId;
  readonly stage: Arrangement['stage'];
  /** The plan they talk of, or have agreed on. */
  readonly plan: Plan;
  /** The last word was mine: there is nothing for me to answer. */
  readonly isMyWord: boolean;
  /** Since when it stands like this, by the clock of who said it. */
  readonly since: MinuteOfTime;
  readonly round: number;
  readonly rev: number;
  /** What each wrote to the other beside their plan in this round; may be empty. */
  readonly mySaying: string;
  readonly theirSaying: string;
}

export type ArrangeRefused =
  | WriteRefused
  | { readonly type: 'HasLeft' | 'NoteTooLong' | 'Paused' };
type Done = Result<void, ArrangeRefused>;

/** Every arrangement of mine that can be read here by now, the latest word first. */
export function arrangementsOf(place: Place): Arranged[] {
  const said = new Map<NoteId, SaidOfPlan[]>();
  const names = new Map<NoteId, ArrangementName>();
  for (const letter of lettersOf(place).all) {
    if (letter.type !== 'arrangement') continue;
    const id = arrangementIdOf(letter.word);
    names.set(id, letter.word);
    said.set(id, [...(said.get(id) ?? []), letter]);
  }
  const gone = wentOut(place);
  return [...names]
    .filter(([, name]) => concernsMe(place, name))
    .map(([id, name]) => arrangementOf(nameOnly(name), said.get(id) ?? []))
    .filter((found) => found !== null)
    .map((found) => settledBy(gone, found))
    .map((found) => seenBy(place.membership.member, found))
    .sort((a, b) => b.since - a.since || (a.id < b.id ? -1 : 1));
}

/** The one of this name; null while neither has said a word. */
export function arrangementNamed(place: Place, name: ArrangementName): Arranged | null {
  const id = arrangementIdOf(name);
  return arrangementsOf(place).find((each) => each.id === id) ?? null;
}

/** Once every word that is here by now has been opened. */
export const arrangementsRead = (place: Place): Promise<void> =>
  lettersOf(place).settled();

/**
 * Nobody can put a card before me that I have no part in: it answers a listing of mine,
 * or I have said a word in it myself, on whichever of my devices.
 */
function concernsMe(place: Place, name: ArrangementName): boolean {
  const { board } = place.replica;
  const me = place.membership.member;
  if (me !== name.owner && me !== name.answerer) return false;
  if (me === name.owner && board.listing(me, name.listing)) return true;
  return board
    .sealedIn(arrangementIdOf(name))
    .some(({ entry }) => entry.log.member === me);
}

/** When each thing went to whom, as often as both have said so. */
function wentOut({ replica: { board } }: Place): Map<string, MinuteOfTime[]> {
  const gone = new Map<string, MinuteOfTime[]>();
  for (const { content, isBoth, entries } of handingsOf(board)) {
    if (!isBoth || content.step === 'back') continue;
    for (const { owner, listing, taker: answerer } of movesIn(content)) {
      const id = arrangementIdOf({ owner, listing, answerer });
      gone.set(id, [...(gone.get(id) ?? []), ...entries.map(({ time }) => time)]);
    }
  }
  return gone;
}

/** A thing that both say has gone to whoever asked for it: there is nothing left to plan. */
function settledBy(
  gone: ReadonlyMap<string, readonly MinuteOfTime[]>,
  found: Arrangement,
): Arrangement {
  if (found.stage === 'off' || found.stage === 'done') return found;
  const { at, word } = found.newest;
  // Asked for once more in the minute in which it went: that is about another time.
  const from = word.round === 0 ? at : at + 1;
  const isSettled = gone.get(found.id)?.some((time) => time >= from) ?? false;
  return isSettled ? { ...found, stage: 'done' } : found;
}

const nameOnly = ({ owner, listing, answerer }: ArrangementName): ArrangementName => ({
  owner,
  listing,
  answerer,
});

function seenBy(
  me: MemberId,
  { id, name, stage, newest, ofOwner, ofAnswerer }: Arrangement,
): Arranged {
  const [mine, theirs] =
    me === name.owner ? [ofOwner, ofAnswerer] : [ofAnswerer, ofOwner];
  const revs = [mine, theirs].map((said) => said?.word.rev ?? 0);
  return {
    id,
    name,
    other: me === name.owner ? name.answerer : name.owner,
    stage,
    plan: newest.word.plan,
    isMyWord: newest.by === me,
    since: newest.at,
    round: newest.word.round,
    rev: Math.max(...revs),
    mySaying: mine?.word.text ?? '',
    theirSaying: theirs?.word.text ?? '',
  };
}

/** The other one has said something that I have not answered. */
export const isMyTurn = ({ stage, isMyWord }: Arranged): boolean =>
  (stage === 'asked' || stage === 'changed') && !isMyWord;

/** Its time is over by the clock here, and neither has said that it is done. */
export function isOver({ stage, plan }: Arranged, place: Place): boolean {
  if (stage !== 'agreed' || plan.day === null) return false;
  if (plan.day !== place.today()) return plan.day < place.today();
  if (plan.minute === null) return false;
  const clock = new Date(place.now() * 60_000);
  const minute = clock.getHours() * 60 + clock.getMinutes();
  return minute >= plan.minute + (plan.length ?? 0);
}

/** Asks, or suggests something else: also once more, after it was called off or done. */
export async function suggest(
  place: Place,
  name: ArrangementName,
  plan: Plan,
  text: string,
): Promise<Done> {
  const tidy = { ...plan, what: plan.what.trim(), where: plan.where.trim() };
  if (!fitsPlan(tidy, text.trim())) return err({ type: 'NoteTooLong' });
  return say(place, name, { says: 'plan', plan: tidy, text: text.trim() });
}

/** Whether what was typed can be said as it is. */
export const fitsPlan = ({ what, where }: Plan, text: string): boolean =>
  textBytes(what) <= planLimits.what &&
  textBytes(where) <= planLimits.where &&
  textBytes(text) <= planLimits.text;

/**
 * Yes to the plan that was read, and to no other: if another has come meanwhile, this is a
 * suggestion beside it, and nothing is agreed.
 */
export const agree = (
  place: Place,
  { name, plan, mySaying }: Arranged,
): Promise<Done> => say(place, name, { says: 'plan', plan, text: mySaying });

/** No reason is asked for, and none is kept: what I had written goes. */
export const callOff = (place: Place, { name, plan }: Arranged): Promise<Done> =>
  say(place, name, { says: 'off', plan, text: '' });

export const sayDone = (place: Place, { name, plan }: Arranged): Promise<Done> =>
  say(place, name, { says: 'done', plan, text: '' });

/** Says it, and erases what I had said of it before, on whichever of my devices. */
async function say(
  place: Place,
  name: ArrangementName,
  { says, plan, text }: Pick<ArrangementWord, 'says' | 'plan' | 'text'>,
): Promise<Done> {
  const { replica, membership, writer } = place;
  const { ledger, board } = replica;
  const me = membership.member;
  const other = me === name.owner ? name.answerer : name.owner;
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  if (hasLeft(ledger, other)) return err({ type: 'HasLeft' });
  await arrangementsRead(place);
  const now = arrangementNamed(place, name);
  const isOver = now?.stage === 'off' || now?.stage === 'done';
  // Of whoever is paused nothing new is arranged; what was begun goes on (C13).
  const isNew = says === 'plan' && (now === null || isOver);
  if (isNew && [me, other].some((each) => pauseOf(place, each) !== null)) {
    return err({ type: 'Paused' });
  }
  const word: ArrangementWord = {
    ...nameOnly(name),
    ...nextAfter(now, isOver && says === 'plan'),
    says,
    plan,
    text,
  };
  const thread = arrangementIdOf(name);
  const older = board
    .sealedIn(thread)
    .filter(({ entry }) => entry.log.member === me)
    .map(({ entry }) => entry);
  const devices = [me, other].flatMap((each) =>
    readersOf(place.replica, each, place.membership.device),
  );
  const sealed = await sealWords(devices, thread, encodeArrangement(word));
  const said = await writer.append('board', sealed);
  if (!said.ok) return said;
  // Mine can be read before what it replaces goes: no screen falls back in between.
  await arrangementsRead(place);
  const erased = older.length > 0 ? await writer.erase(older) : ok(undefined);
  if (!erased.ok || me !== name.owner) return erased;
  // What I would give to whoever asked is promised, until I say otherwise.
  return says === 'plan' ? promise(place, name.listing) : letGoOf(place, name.listing);
}

function nextAfter(
  now: Arranged | null,
  isAnew: boolean,
): Pick<ArrangementWord, 'round' | 'rev'> {
  if (!now) return { round: 0, rev: 0 };
  const round = Math.min(now.round + (isAnew ? 1 : 0), lastRev);
  return { round, rev: revAfter(now.rev) };
}

/** Whether suggesting `plan` would change anything. */
export const isSameAs = (arranged: Arranged, plan: Plan): boolean =>
  isSamePlan(arranged.plan, plan);
