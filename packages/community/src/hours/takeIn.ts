import { err, ok } from '@manyhands/base';
import type { EntryId, MemberId, PartyId, Result } from '@manyhands/base';
import { malformed } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { readTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { readPage } from '@manyhands/replica';
import { addressOf } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';

/** Where a message leads: the one hour it is about, or the one person. */
export type MessageCard = HourCard | PersonCard | PartCard;

interface Card {
  readonly address: string;
  /** This very phone made it: whoever scans it holds the wrong phone. */
  readonly isOwn: boolean;
}

interface HourCard extends Card {
  readonly about: 'hour';
  readonly proposal: EntryId;
  readonly party: PartyId;
  /** Who wrote it. */
  readonly from: MemberId;
}

interface PersonCard extends Card {
  readonly about: 'person';
  readonly member: MemberId;
}

/** The beginning of something: what it is about comes in the next one. */
interface PartCard extends Card {
  readonly about: 'part';
}

/**
 * `NotForYou`: it opens, and is about an hour between two others. `WaitsForMore`: it
 * answers what is not here. `Unknown`: of whoever wrote it nothing is known here.
 */
export type TakeInRefused =
  | Malformed
  | { readonly type: 'NotForYou' | 'NothingInIt' | 'WaitsForMore' | 'Unknown' };

/**
 * Puts what a message brings through the gate like anything else that arrives, and
 * says which hour of mine, or which person, it is about. Opened a second time, it changes
 * nothing and leads to the same card.
 */
export async function takeIn(
  place: Place,
  bytes: Uint8Array,
): Promise<Result<MessageCard, TakeInRefused>> {
  const page = readPage(bytes);
  if (!page.ok) return page;
  const received = await place.replica.receive(page.value, { type: 'message' });
  if (received.refused) return err(malformed(received.refused.type));
  const last = page.value.evidence
    .map((each) => readTravelling(place.membership.community, each))
    .flatMap((entry) => (entry.ok ? [entry.value] : []))
    .at(-1);
  if (!last) return err({ type: 'NothingInIt' });
  if (received.strangers.length > 0) return err({ type: 'Unknown' });
  return cardOf(place, last);
}

/** What a message is about is its last entry: what stands before it is how to read that. */
function cardOf(place: Place, last: Entry): Result<MessageCard, TakeInRefused> {
  const { membership } = place;
  const { member, device } = last.log;
  const isOwn = device === membership.device;
  const card = { address: addressOf(membership), isOwn };
  const proposal = proposalOf(last);
  if (proposal) {
    const hour = hourOf(place, proposal);
    return hour.ok ? ok({ ...card, ...hour.value, from: member }) : hour;
  }
  return last.content.type === 'profile'
    ? ok({ ...card, about: 'person', member })
    : ok({ ...card, about: 'part' });
}

function proposalOf({ content, id }: Entry): EntryId | null {
  switch (content.type) {
    case 'transfer.propose':
      return id;
    case 'transfer.confirm':
    case 'transfer.decline':
    case 'transfer.withdraw':
      return content.proposal;
    default:
      return null;
  }
}

function hourOf(
  place: Place,
  proposal: EntryId,
): Result<Pick<HourCard, 'about' | 'proposal' | 'party'>, TakeInRefused> {
  const lines = place.replica.ledger.linesOf(proposal);
  if (lines.length === 0) return err({ type: 'WaitsForMore' });
  const me: PartyId = place.membership.member;
  const mine = lines.find(({ helper, helped }) => helper === me || helped === me);
  if (!mine) return err({ type: 'NotForYou' });
  return ok({ about: 'hour', proposal, party: mine.party });
}
