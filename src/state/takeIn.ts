import { err, ok } from '@manyhands/base';
import type { EntryId, PartyId, Result } from '@manyhands/base';
import { malformed } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { readTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { readPage } from '@manyhands/replica';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';

/** Where a message leads: the one card it is about. */
export interface MessageCard {
  readonly address: string;
  readonly proposal: EntryId;
  readonly party: PartyId;
}

/** `NotForYou`: it opens, and is about an hour between two others. */
export type TakeInRefused =
  Malformed | { readonly type: 'NotForYou' | 'NothingInIt' | 'WaitsForMore' };

/**
 * Puts what a message brings through the gate like anything else that arrives, and
 * says which hour of mine it is about. Opened a second time, it changes nothing and
 * leads to the same card.
 */
export async function takeIn(
  place: Place,
  bytes: Uint8Array,
): Promise<Result<MessageCard, TakeInRefused>> {
  const page = readPage(bytes);
  if (!page.ok) return page;
  const received = await place.replica.receive(bytes, { type: 'message' });
  if (received.refused) return err(malformed(received.refused.type));
  const about = page.value.evidence
    .map((each) => readTravelling(place.membership.community, each))
    .flatMap((entry) => (entry.ok ? proposalsOf(entry.value) : []));
  const proposal = about.at(-1);
  if (!proposal) return err({ type: 'NothingInIt' });
  return cardOf(place, proposal);
}

function proposalsOf({ content, id }: Entry): EntryId[] {
  switch (content.type) {
    case 'transfer.propose':
      return [id];
    case 'transfer.confirm':
    case 'transfer.decline':
    case 'transfer.withdraw':
      return [content.proposal];
    default:
      return [];
  }
}

function cardOf(
  place: Place,
  proposal: EntryId,
): Result<MessageCard, { type: 'NotForYou' | 'WaitsForMore' }> {
  const lines = place.replica.ledger.linesOf(proposal);
  if (lines.length === 0) return err({ type: 'WaitsForMore' });
  const me: PartyId = place.membership.member;
  const mine = lines.find(({ helper, helped }) => helper === me || helped === me);
  if (!mine) return err({ type: 'NotForYou' });
  return ok({ address: placeOf(place.membership), proposal, party: mine.party });
}
