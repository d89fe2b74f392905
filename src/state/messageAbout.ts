import { err, ok } from '@manyhands/base';
import type { DeviceKey, EntryId, MemberId, Result } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry, Transfer } from '@manyhands/ledger';
import { pageOf } from '@manyhands/replica';
import { sealMessage } from './message.ts';
import type { Place } from './place.ts';

export type MessageUnsent = { readonly type: 'NotLetInYet' | 'NothingToSay' };

/**
 * The text after `#m/` that tells the other one what I last signed about `transfer`:
 * what I asked, or what I answered. The note travels with what I asked; how I came to
 * be a member travels while the other's devices have not said that they know.
 */
export async function messageAbout(
  place: Place,
  transfer: Transfer,
): Promise<Result<string, MessageUnsent>> {
  const secret = place.secret();
  if (!secret) return err({ type: 'NotLetInYet' });
  const mine = mySignature(place, transfer);
  if (!mine) return err({ type: 'NothingToSay' });
  const note = transfer.note && mine.id === transfer.proposal ? transfer.note : null;
  const notes = note
    ? place.replica.board.sealedIn(note).map(({ entry }) => entry)
    : [];
  const entries = [mine, ...notes].map(encodeTravelling);
  const page = pageOf([...membershipOf(place, other(place, transfer)), ...entries]);
  return ok(
    await sealMessage(
      { community: place.membership.community, secret: secret.secret },
      page,
    ),
  );
}

/** What I last signed about it on this phone: what I asked, or what I answered. */
export function mySignature(place: Place, transfer: Transfer): Entry | null {
  const { member, device } = place.membership;
  const { ledger } = place.replica;
  if (transfer.proposer === member) return place.replica.entry(transfer.proposal);
  const answers: EntryId[] = ledger.answersTo(transfer.proposal, transfer.party);
  const own = answers
    .map((id) => place.replica.entry(id))
    .filter((entry) => entry?.log.member === member && entry.log.device === device);
  return own.at(-1) ?? null;
}

const other = (place: Place, { helper, helped }: Transfer): MemberId =>
  (helper === place.membership.member ? helped : helper) as MemberId;

/** The certificates that lead to this device, unless the reader is known to have them. */
function membershipOf(place: Place, reader: MemberId): Uint8Array[] {
  const { replica, membership } = place;
  const devices = replica.ledger.member(reader)?.devices ?? [];
  return devices.some(({ device }) => knowsUs(place, device))
    ? []
    : replica.evidenceFor(membership.device);
}

/** Whoever has stored anything we signed has checked our certificate to do so. */
function knowsUs(place: Place, device: DeviceKey): boolean {
  const { member } = place.membership;
  const acked = place.acks().get(device);
  return place.replica
    .vector()
    .some(({ log, logId }) => log.member === member && (acked?.get(logId) ?? 0) > 0);
}
