/**
 * What a member shows to partners alone: written, passed on to whoever becomes one, read.
 *
 * 1. A partner is who shares something with me (`partnersOf`).
 * 2. Only what stands on a member's own boards is theirs, whoever else writes in the thread.
 * 3. A change leaves nothing behind: the older words and every key to them are erased.
 */
import { ok } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import {
  encodeForPartners,
  isNewer,
  partnersThreadOf,
  readForPartners,
} from '@manyhands/ledger';
import type { Board, ForPartners, MemberDevice, SealedText } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import { arrangementsRead, meetingsOf, partnersOf } from '../talk/index.ts';
import type { Place, WayIn } from '../opened/index.ts';
import {
  sealedOf,
  passKeyOn,
  nearestReadersOf,
  sealWords,
  waysFor,
  waysInto,
} from '../opened/index.ts';

/** Devices that one entry can name. */
const readersAtOnce = 32;

export type WordsForPartners = Omit<ForPartners, 'rev'>;

type Here = Pick<Place, 'replica' | 'membership'>;

/** The board as if nobody but this member had sealed anything on it. */
const ownOf = (
  { board }: Pick<Place['replica'], 'board'>,
  member: MemberId,
): Pick<Board, 'sealedIn'> => ({
  sealedIn: (thread) =>
    board.sealedIn(thread).filter(({ entry }) => entry.log.member === member),
});

const standingOf = ({ replica, membership }: Here, member: MemberId): SealedText[] =>
  ownOf(replica, member).sealedIn(partnersThreadOf(membership.community, member));

interface Opened {
  readonly words: ForPartners;
  readonly way: WayIn;
}

/** The words of `member` that this device can open and that count (ledger/B12), or null. */
async function openedOf(place: Place, member: MemberId): Promise<Opened | null> {
  const { replica, membership } = place;
  const thread = partnersThreadOf(membership.community, member);
  let newest: Opened | null = null;
  for (const way of waysFor(ownOf(replica, member), thread, membership.device)) {
    const plain = await place.openSealed(sealedOf(way));
    const words = plain.ok ? readForPartners(plain.value) : plain;
    if (!words.ok) continue;
    const opened = { words: words.value, way };
    if (!newest || isNewer(versionOfWords(opened), versionOfWords(newest)))
      newest = opened;
  }
  return newest;
}

const versionOfWords = ({ words: { rev }, way }: Opened) => ({
  rev,
  id: way.words.entry.id,
});

/** What a member shows me as a partner; null when there is nothing, or not for me. */
export const readWordsOf = async (
  place: Place,
  member: MemberId,
): Promise<WordsForPartners | null> => (await openedOf(place, member))?.words ?? null;

const isEmpty = ({ free, access, contact }: WordsForPartners): boolean =>
  free.length === 0 && access === '' && contact === '';

/** Seals what partners are shown from now on, and erases what they were shown before. */
export async function tellPartners(
  place: Place,
  words: WordsForPartners,
): Promise<Result<void, AppendRefused>> {
  const { member, community } = place.membership;
  const older = standingOf(place, member).map(({ entry }) => entry);
  if (!isEmpty(words)) {
    const before = await openedOf(place, member);
    const devices = (await devicesToTell(place)).slice(0, readersAtOnce);
    const plain = encodeForPartners({ ...words, rev: (before?.words.rev ?? -1) + 1 });
    const thread = partnersThreadOf(community, member);
    const sealed = await sealWords(devices, thread, plain);
    const kept = await place.writer.append('board', sealed);
    if (!kept.ok) return kept;
  }
  const erased = older.length > 0 ? await place.writer.erase(older) : ok(undefined);
  // Whoever does not fit into one entry is told by further ones.
  return erased.ok ? tellNewPartners(place) : erased;
}

/** Mine, then my partners': all that may read what I show to partners. */
async function devicesToTell(place: Place): Promise<MemberDevice[]> {
  const meetings = meetingsOf(place);
  await Promise.all([meetings.settled(), arrangementsRead(place)]);
  const people = new Set([place.membership.member, ...partnersOf(place)]);
  return [...people].flatMap((member) =>
    nearestReadersOf(place.replica, member, place.membership.device),
  );
}

/** Passes the key of my words on to partners and devices that came since. */
export async function tellNewPartners(
  place: Place,
): Promise<Result<void, AppendRefused>> {
  const { replica, membership } = place;
  const { member, device, community } = membership;
  if (standingOf(place, member).length === 0) return ok(undefined);
  if (replica.ledger.roleOf(member, device) !== 0) return ok(undefined);
  const opened = await openedOf(place, member);
  if (!opened) return ok(undefined);
  const thread = partnersThreadOf(community, member);
  const told = waysInto(ownOf(replica, member), thread)
    .filter(({ words }) => words.entry.id === opened.way.words.entry.id)
    .flatMap(({ key }) => key.sealed.wraps.map(({ hint }) => hint));
  const untold = (await devicesToTell(place)).filter(
    (each) => !told.some((hint) => each.device.startsWith(hint)),
  );
  for (let at = 0; at < untold.length; at += readersAtOnce) {
    const devices = untold.slice(at, at + readersAtOnce);
    const key = await passKeyOn(place, opened.way, devices);
    const kept = key && (await place.writer.append('board', key));
    if (kept?.ok === false) return kept;
  }
  return ok(undefined);
}

/**
 * For as long as a place is open: whoever becomes a partner, and each new device of
 * theirs or mine, is told by this phone itself. Returns its end.
 */
export function keepPartnersTold(place: Place): () => void {
  let isTelling = false;
  let isAskedAgain = false;
  const look = async (): Promise<void> => {
    isAskedAgain = true;
    if (isTelling) return;
    isTelling = true;
    while (isAskedAgain) {
      isAskedAgain = false;
      // A disk that refuses is said where somebody writes; this is tried after the next change.
      await tellNewPartners(place);
    }
    isTelling = false;
  };
  void look();
  const ends = (['board', 'ledger'] as const).map((topic) =>
    place.subscribe(topic, () => void look()),
  );
  return () => ends.forEach((end) => end());
}
