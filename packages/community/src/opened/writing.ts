import { err, ok } from '@manyhands/base';
import type { EntryId, Result } from '@manyhands/base';
import type { Entry, KnownContent, LogKind } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import { stageOfAgent } from './agents.ts';
import type { Place } from './place.ts';

export type WriteRefused = AppendRefused | { readonly type: 'SwitchedOff' };

/**
 * What a device that is out (ledger/L12) writes counts nowhere, so it is not written (C4); nor
 * what an agent's phone writes once that was ended or laid down (C26).
 */
export const isOff = ({
  replica,
  membership: { member, device, isBehalf },
}: Pick<Place, 'replica' | 'membership'>): boolean =>
  replica.ledger.isOut(member, device) ||
  (isBehalf === true && stageOfAgent(replica, member, device) !== 'writes');

export async function write(
  place: Place,
  kind: LogKind,
  content: KnownContent,
): Promise<Result<Entry, WriteRefused>> {
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  return place.writer.append(kind, content);
}

/** Writes what was decided; answers its id, or why it was refused, by whichever of the two. */
export async function writeDecided<Refused>(
  place: Place,
  kind: LogKind,
  decided: Result<KnownContent, Refused>,
): Promise<Result<EntryId, Refused | WriteRefused>> {
  if (!decided.ok) return decided;
  const written = await write(place, kind, decided.value);
  return written.ok ? ok(written.value.id) : written;
}

/**
 * Writes the new one on the board, and then takes the older ones off every board: nobody
 * keeps what was changed, and nothing is gone before what replaces it is here (C5).
 */
export async function replace(
  place: Place,
  content: KnownContent,
  older: readonly Entry[],
): Promise<Result<Entry, WriteRefused>> {
  const written = await write(place, 'board', content);
  if (!written.ok || older.length === 0) return written;
  const erased = await place.writer.erase(older);
  return erased.ok ? written : erased;
}
