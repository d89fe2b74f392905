/** What waits for me as one who signs for an organisation, and how I answer it. */
import { err, ok } from '@manyhands/base';
import type {
  AccountId,
  EntryId,
  MemberId,
  MinuteOfTime,
  Result,
} from '@manyhands/base';
import {
  confirmTransfer,
  declineTransfer,
  signedSideOf,
  undoTransfer,
  withdrawTransfer,
} from '@manyhands/ledger';
import type { KnownContent, SignedSide, Transfer } from '@manyhands/ledger';
import { signingsAsked } from '../limits.ts';
import type { ActRefused } from '../hours/index.ts';
import { write } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { organisationsOf } from './organisation.ts';
import type { Organisation } from './organisation.ts';

/** One line that lacks a yes for an organisation. */
export interface Signing {
  readonly of: Organisation;
  readonly transfer: Transfer;
  readonly side: SignedSide;
  /** Who wrote it, for whichever side. */
  readonly by: MemberId;
  readonly since: MinuteOfTime;
}

/**
 * What waits for my yes as a signer, what waits longest first: of each who asks so many at
 * a time (C17), the earliest.
 */
export function signingsForMe(place: Place): Signing[] {
  const me = place.membership.member;
  const asked = new Map<MemberId, number>();
  return organisationsOf(place, me)
    .flatMap((of) => waitsFor(place, of))
    .filter(({ transfer, by, side }) => {
      const { helper, helped } = transfer;
      const isMyOwn = helper === me || helped === me;
      return by !== me && !isMyOwn && !side.by.includes(me);
    })
    .sort((a, b) => a.since - b.since || (keyOf(a) < keyOf(b) ? -1 : 1))
    .filter(({ by }) => {
      asked.set(by, (asked.get(by) ?? 0) + 1);
      return (asked.get(by) ?? 0) <= signingsAsked;
    });
}

/** Open lines of an organisation that lack signatures for it, mine or not. */
function waitsFor(place: Place, of: Organisation): Signing[] {
  const { replica } = place;
  const { account } = of;
  return replica.ledger
    .transfersOf(account)
    .filter(({ status }) => status === 'open')
    .flatMap((transfer) => {
      const side = signedSideOf(replica.ledger, transfer, account);
      const entry = replica.entry(transfer.proposal);
      if (side.missing === 0 || !entry) return [];
      return [{ of, transfer, side, by: entry.log.member, since: entry.time }];
    });
}

const keyOf = ({ transfer: { proposal, party }, of }: Signing): string =>
  `${proposal}/${party}/${of.account}`;

type Answered = Result<EntryId, ActRefused>;

/** Yes for an organisation; as `sayYes`, to nothing without a signature of its own. */
export async function signFor(
  place: Place,
  account: AccountId,
  proposal: EntryId,
): Promise<Answered> {
  const { replica, membership } = place;
  const said = confirmTransfer(replica.ledger, membership.member, proposal, account);
  if (said.ok && !(await replica.isSigned(proposal))) return err({ type: 'Unsigned' });
  return answer(place, said);
}

/** "Something's different", by any one who signs for it. */
export const declineFor = (
  place: Place,
  account: AccountId,
  proposal: EntryId,
): Promise<Answered> =>
  answer(
    place,
    declineTransfer(place.replica.ledger, place.membership.member, proposal, account),
  );

/** Takes back what was asked for it and not answered. */
export const takeBackFor = (
  place: Place,
  account: AccountId,
  proposal: EntryId,
): Promise<Answered> =>
  answer(
    place,
    withdrawTransfer(place.replica.ledger, place.membership.member, proposal, account),
  );

/** Asks for the same hours the other way, for an organisation. */
export const putRightFor = (
  place: Place,
  as: AccountId,
  { proposal, party }: Transfer,
): Promise<Answered> => {
  const undoing = { by: place.membership.member, proposal, party, as };
  const today = place.today();
  return answer(place, undoTransfer(place.replica.ledger, { ...undoing, today }));
};

async function answer(
  place: Place,
  content: Result<KnownContent, ActRefused>,
): Promise<Answered> {
  if (!content.ok) return content;
  const entry = await write(place, 'ledger', content.value);
  return entry.ok ? ok(entry.value.id) : entry;
}
