import { err, ok } from '@manyhands/base';
import type { EntryId, MemberId, Result } from '@manyhands/base';
import type { BothSigned, GiftOfHelp, Handed, HandOver } from '@manyhands/ledger';
import type { Place, WriteRefused } from '../opened/index.ts';
import { hasLeft, write } from '../opened/index.ts';
import { notSoOf } from './notSo.ts';

/** What two people say of each other on the board: it has happened when both have. */
export type Both = BothSigned<GiftOfHelp> | BothSigned<HandOver> | BothSigned<Handed>;

export type SignRefused =
  | WriteRefused
  /** It cannot be so now: another thing has happened, or what it is about is gone. */
  | { readonly type: 'Changed' };

/** "Yes, that's right": the same, to the letter, in my own hand. */
export async function sign(
  place: Place,
  content: Both['content'],
): Promise<Result<void, SignRefused>> {
  const written = await write(place, 'board', content);
  return written.ok ? ok(undefined) : written;
}

/** Takes back what I said and nobody has said yes to: it is erased. */
export async function takeBackSigned(
  place: Place,
  { entries, isBoth }: Both,
): Promise<Result<void, SignRefused>> {
  const me = place.membership.member;
  const mine = entries.filter(({ log }) => log.member === me);
  return isBoth ? err({ type: 'Changed' }) : place.writer.erase(mine);
}

/** Whether the other of the two has said it, and I have neither said yes nor no. */
export function waitsForMe(place: Place, { signedBy, isBoth, entries }: Both): boolean {
  const me = place.membership.member;
  if (isBoth || signedBy.includes(me)) return false;
  const notSo = notSoOf(place);
  return !entries.some(({ id }) => notSo.has(id));
}

/** Whether I have said it, and the other has not. */
export const waitsForThem = (place: Place, { signedBy, isBoth }: Both): boolean =>
  !isBoth && signedBy.includes(place.membership.member);

/** "Not so": it waits for me no more, on this phone. Answers how that is taken back. */
export async function sayNotSo(place: Place, { entries }: Both) {
  const [first] = entries;
  return first ? notSoOf(place).say(first.id) : ok(undefined);
}

export async function unsayNotSo(place: Place, { entries }: Both) {
  const [first] = entries;
  return first ? notSoOf(place).unsay(first.id) : ok(undefined);
}

/** Who is neither here any more nor can answer: nothing waits for them. */
export const isHere = (place: Place, member: MemberId): boolean =>
  !hasLeft(place.replica.ledger, member);

/** What thanks for it are said to: whichever of the two entries somebody knew first. */
export const idsOf = ({ entries }: Both): EntryId[] => entries.map(({ id }) => id);
