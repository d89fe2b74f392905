/** What waits for me as one who signs for an organisation. */
import { fewOfEach } from '@manyhands/base';
import type { MemberId, MinuteOfTime } from '@manyhands/base';
import { signedSideOf } from '@manyhands/ledger';
import type { SignedSide, Transfer } from '@manyhands/ledger';
import { signingsAsked } from '../limits.ts';
import type { Place } from '../opened/index.ts';
import { organisationsOfMine } from './organisation.ts';
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
  const all = organisationsOfMine(place)
    .flatMap((of) => waitsFor(place, of))
    .filter(({ transfer, by, side }) => {
      const { helper, helped } = transfer;
      const isMyOwn = helper === me || helped === me;
      return by !== me && !isMyOwn && !side.by.includes(me);
    })
    .sort((a, b) => a.since - b.since || (keyOf(a) < keyOf(b) ? -1 : 1));
  return fewOfEach(all, signingsAsked, ({ by }) => by);
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
