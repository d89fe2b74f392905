/**
 * What I do not want to see, on all of my phones: sealed to my own devices on the board, and
 * to nobody else. With one phone alone nothing of it is in any entry.
 *
 * 1. Only what my own boards say counts, and of them not what a keeper says.
 * 2. Whoever writes has taken in all that they erase: no word of another phone is lost.
 * 3. Two phones may say the same at once. That is put together at the next change.
 */
import { ok, SerialQueue } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import {
  encodeForMyself,
  ownMarksAtMost,
  ownThreadOf,
  readForMyself,
} from '@manyhands/ledger';
import type { Entry, MemberDevice, OwnMark, SealedText } from '@manyhands/ledger';
import type { AppendRefused, StoreFault } from '@manyhands/replica';
import type { Place } from '../opened/index.ts';
import { isOff, ownReadersOf, sealedOf, sealWords, waysInto } from '../opened/index.ts';
import { peaceOf } from './peace.ts';

/** The latest so many are carried: each text is up to four kilobytes in every copy. */
const textsAtMost = 4;
const carriedAtMost = ownMarksAtMost * textsAtMost;

type Carried = Result<void, AppendRefused | StoreFault>;

/** One sealed text that this device has opened. */
interface Opened {
  readonly entry: Entry;
  readonly hints: readonly string[];
  readonly marks: readonly OwnMark[];
}

/** A device that is not mine has no role of mine. */
const standingOf = ({ replica, membership }: Place): SealedText[] => {
  const { community, member } = membership;
  return replica.board
    .sealedIn(ownThreadOf(community, member))
    .filter(({ entry: { log } }) => replica.ledger.roleOf(member, log.device) === 0);
};

async function openedOf(place: Place): Promise<Opened[]> {
  const standing = standingOf(place);
  const board = { sealedIn: () => standing };
  const { community, member } = place.membership;
  const opened: Opened[] = [];
  for (const way of waysInto(board, ownThreadOf(community, member))) {
    const plain = await place.openSealed(sealedOf(way));
    const read = plain.ok ? readForMyself(plain.value) : plain;
    const { entry, sealed } = way.words;
    const hints = sealed.wraps.map(({ hint }) => hint);
    if (read.ok) opened.push({ entry, hints, marks: read.value });
  }
  return opened;
}

/** Takes in what my other phones say, and tells them what they do not know yet. */
export async function carryPeace(place: Place): Promise<Carried> {
  const peace = peaceOf(place);
  const opened = await openedOf(place);
  const taken = await peace.takeIn(opened.flatMap(({ marks }) => marks));
  if (!taken.ok) return taken;
  const { ledger } = place.replica;
  const { member, device } = place.membership;
  const mine = ownReadersOf(place.replica, member, device);
  const mayWrite = ledger.roleOf(member, device) === 0 && !isOff(place);
  if (mine.length < 2 || !mayWrite) return ok(undefined);
  const marks = peace.marks.slice(-carriedAtMost);
  const forAll = opened.filter((text) => isFor(text, mine));
  if (marks.every((mark) => forAll.some((text) => says(text, mark)))) {
    return ok(undefined);
  }
  return tellMine(place, mine, marks, opened);
}

/** Writes anew what is not full or not true any more, and erases it where it stood. */
async function tellMine(
  place: Place,
  mine: readonly MemberDevice[],
  marks: readonly OwnMark[],
  opened: readonly Opened[],
): Promise<Carried> {
  const stays = opened.filter(
    (text) =>
      isFor(text, mine) &&
      text.marks.length === ownMarksAtMost &&
      text.marks.every((mark) => marks.some((now) => isSame(now, mark))),
  );
  const left = marks.filter((mark) => !stays.some((text) => says(text, mark)));
  const { community, member } = place.membership;
  for (let at = 0; at < left.length; at += ownMarksAtMost) {
    const words = encodeForMyself(left.slice(at, at + ownMarksAtMost));
    const sealed = await sealWords(mine, ownThreadOf(community, member), words);
    const kept = await place.writer.append('board', sealed);
    if (!kept.ok) return kept;
  }
  const older = opened.filter((text) => !stays.includes(text));
  return older.length === 0
    ? ok(undefined)
    : place.writer.erase(older.map(({ entry }) => entry));
}

const isFor = ({ hints }: Opened, mine: readonly MemberDevice[]): boolean =>
  mine.every(({ device }) => hints.some((hint) => device.startsWith(hint)));

const says = ({ marks }: Opened, mark: OwnMark): boolean =>
  marks.some((each) => isSame(each, mark));

const isSame = (a: OwnMark, b: OwnMark): boolean =>
  a.what === b.what &&
  a.subject === b.subject &&
  a.listing === b.listing &&
  a.turn === b.turn &&
  a.isOn === b.isOn;

/** For as long as a place is open my phones tell one another. Returns its end. */
export function keepPeaceCarried(place: Place): () => void {
  const look = new SerialQueue().coalesce(async () => {
    await peaceOf(place).loaded();
    // A disk that refuses is said where somebody writes; this is tried after the next change.
    await carryPeace(place);
  });
  void look();
  // Something to take in, somebody to tell, something to tell.
  const heard = (['board', 'ledger', 'disk'] as const).map((topic) =>
    place.subscribe(topic, () => void look()),
  );
  return () => heard.forEach((end) => end());
}
