import { err, ok } from '@manyhands/base';
import type { DeviceKey, EntryId, MemberId, Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { encodeTravelling, readTravelling } from '@manyhands/ledger';
import type { Entry, LogName, Transfer } from '@manyhands/ledger';
import { pageOf } from '@manyhands/replica';
import type { Place } from '../opened/index.ts';
import { sealMessage } from './message.ts';

export type MessageUnsent = { readonly type: 'NotLetInYet' | 'NothingToSay' };

/**
 * The text after `#m/` that tells the other one what I last signed about `transfer`:
 * what I asked, or what I answered.
 */
export async function messageAbout(
  place: Place,
  transfer: Transfer,
): Promise<Result<string, MessageUnsent>> {
  const secret = place.secret();
  if (!secret) return err({ type: 'NotLetInYet' });
  const entries = entriesAbout(place, transfer);
  if (entries.length === 0) return err({ type: 'NothingToSay' });
  const lock = { community: place.membership.community, secret: secret.secret };
  return ok(await sealMessage(lock, pageOf(entries)));
}

/**
 * What such a message holds, travelling; nothing if I have signed nothing about it. The
 * note travels with what I asked. What I am called and how I came to be a member travel
 * while the other's devices have not said that they know anything of mine.
 */
export function entriesAbout(place: Place, transfer: Transfer): Uint8Array[] {
  const mine = mySignature(place, transfer);
  if (!mine) return [];
  const note = transfer.note && mine.id === transfer.proposal ? transfer.note : null;
  const notes = note
    ? place.replica.board.sealedIn(note).map(({ entry }) => entry)
    : [];
  const reader = other(place, transfer);
  const { ledger } = place.replica;
  const knowsMe = (ledger.member(reader)?.devices ?? []).some(
    ({ device }) => ledger.speaks(reader, device) && knowsUs(place, device),
  );
  const path = knowsMe ? [] : membershipOf(place, mine.log, reader);
  const name = knowsMe ? [] : ownProfile(place);
  return [...path, ...[...name, ...notes, mine].map(encodeTravelling)];
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

/** How I show myself now, by the entry that says so; nothing before I have. */
export function ownProfile({ membership, replica }: Place): Entry[] {
  const revOf = ({ content }: Entry) => (content.type === 'profile' ? content.rev : -1);
  return replica.board
    .entriesOf(membership.member)
    .filter(({ content }) => content.type === 'profile')
    .sort((a, b) => revOf(a) - revOf(b))
    .slice(-1);
}

/**
 * The certificates that lead to the device that writes `log`, without those the reader has: the ones that lead
 * to all of their own devices as well, which these were shown when they were let in, and
 * what they wrote themself.
 */
function membershipOf(place: Place, log: LogName, reader: MemberId): Uint8Array[] {
  const { replica } = place;
  const devices = replica.ledger.member(reader)?.devices ?? [];
  const known = devices.map((each) => ({
    device: each.device,
    path: new Set(replica.evidenceFor({ ...each, member: reader }).map(toHex)),
  }));
  const isKnown = (step: Uint8Array) =>
    known.length > 0 &&
    known.every(({ device, path }) => {
      const entry = readTravelling(replica.community, step);
      return path.has(toHex(step)) || (entry.ok && entry.value.log.device === device);
    });
  return replica.evidenceFor(log).filter((step) => !isKnown(step));
}

/** Whoever has stored anything we signed has checked our certificate to do so. */
function knowsUs(place: Place, device: DeviceKey): boolean {
  const { member } = place.membership;
  const acked = place.acks().get(device);
  return place.replica
    .vector()
    .some(({ log, logId }) => log.member === member && (acked?.get(logId) ?? 0) > 0);
}
