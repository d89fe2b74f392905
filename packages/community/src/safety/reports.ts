import { err, ok } from '@manyhands/base';
import type {
  EntryId,
  ListingId,
  MemberId,
  MinuteOfTime,
  Result,
} from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { encodeReport, reportIdOf, reportLimit } from '@manyhands/ledger';
import type { Report } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import {
  isOff,
  lettersOf,
  nearestReadersOf,
  sealWords,
  textBytes,
} from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import { peaceOf } from './peace.ts';

/** What somebody asked others to look at, as one of them or its writer sees it. */
export interface Told {
  readonly id: EntryId;
  readonly by: MemberId;
  readonly at: MinuteOfTime;
  readonly about: MemberId;
  readonly listing: ListingId | null;
  readonly text: string;
}

/** So many can be told at once: one sealed text has room for 32 devices. */
export const toldAtMost = 5;
const devicesEach = 5;

export type TellRefused =
  | WriteRefused
  | { readonly type: 'NoteTooLong' | 'NobodyNamed' };

/**
 * Tells the members chosen what and why, sealed to their devices and to mine, so that I
 * can take it back. Nobody else reads it, least of all the one it is about.
 */
export async function tellAbout(
  place: Place,
  about: Pick<Report, 'about' | 'listing'>,
  text: string,
  to: readonly MemberId[],
): Promise<Result<void, TellRefused>> {
  const { member } = place.membership;
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  const chosen = to.filter((each) => each !== about.about).slice(0, toldAtMost);
  if (chosen.length === 0) return err({ type: 'NobodyNamed' });
  const words = text.trim();
  if (textBytes(words) > reportLimit) return err({ type: 'NoteTooLong' });
  const salt = toHex(place.randomBytes(16));
  const report = { salt, about: about.about, listing: about.listing, text: words };
  const devices = [member, ...chosen].flatMap((each) =>
    nearestReadersOf(place.replica, each, place.membership.device).slice(
      0,
      devicesEach,
    ),
  );
  const sealed = await sealWords(devices, reportIdOf(report), encodeReport(report));
  const written = await place.writer.append('board', sealed);
  return written.ok ? ok(undefined) : written;
}

/** All that stand here: told to me, and told by me. */
function standing(place: Place): Told[] {
  return lettersOf(place)
    .all.filter((letter) => letter.type === 'report')
    .map(({ id, by, at, report: { about, listing, text } }) => ({
      id,
      by,
      at,
      about,
      listing,
      text,
    }));
}

/** What I was asked to look at and have not yet, the oldest first. */
export function toldToMe(place: Place): Told[] {
  const peace = peaceOf(place);
  const { member } = place.membership;
  return standing(place)
    .filter(({ by }) => by !== member && !peace.isBlocked(by))
    .filter(({ id }) => !peace.hasRead(id));
}

/** What I have told others, the latest first. */
export const toldByMe = (place: Place): Told[] =>
  standing(place)
    .filter(({ by }) => by === place.membership.member)
    .toReversed();

/** Erases what I told, on every phone that hears of it. */
export async function takeBackTold(
  { replica, writer }: Place,
  { id }: Told,
): Promise<Result<void, AppendRefused>> {
  const entry = replica.entry(id);
  return entry ? writer.erase([entry]) : ok(undefined);
}
