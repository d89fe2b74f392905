/**
 * Help for which nobody wants hours, only thanks. Either side says it, and it is tallied when
 * the other has said the same (`gift`). It moves no balance and ranks nobody.
 */
import { err, ok } from '@manyhands/base';
import type { Day, EntryId, MemberId, Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { BothSigned, GiftOfHelp } from '@manyhands/ledger';
import { write } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { sayThanks } from './acts.ts';
import { idsOf, isHere, waitsForMe, waitsForThem } from './bySigning.ts';
import type { SignRefused } from './bySigning.ts';

/** One gift of help as one of the two sees it. */
export interface Gift {
  readonly signed: BothSigned<GiftOfHelp>;
  readonly other: MemberId;
  readonly iHelped: boolean;
  readonly day: Day;
}

export interface GiftSaid {
  readonly with: MemberId;
  readonly iHelped: boolean;
  readonly day: Day;
}

/** Asks `with` to say the same; answers the entry in which I said it. */
export async function giveHelp(
  place: Place,
  { with: other, iHelped, day }: GiftSaid,
): Promise<Result<EntryId, SignRefused>> {
  const me = meOf(place);
  const isPossible = other !== me && day <= place.today() && isHere(place, other);
  if (!isPossible) return err({ type: 'Changed' });
  const [helper, helped] = iHelped ? [me, other] : [other, me];
  const gift = toHex(place.randomBytes(16));
  const content = { gift, helper, helped, day, minutes: null };
  const said = await write(place, 'board', { type: 'gift', ...content });
  return said.ok ? ok(said.value.id) : said;
}

/** What waits for my yes, earliest first. */
export const giftsForMe = (place: Place): Gift[] =>
  mine(place).filter(
    ({ signed, other }) => waitsForMe(place, signed) && isHere(place, other),
  );

/** What I said and the other has not, earliest first. */
export const giftsByMe = (place: Place): Gift[] =>
  mine(place).filter(
    ({ signed, other }) => waitsForThem(place, signed) && isHere(place, other),
  );

/** Mine that both have signed, earliest first. */
export const myGifts = (place: Place): Gift[] =>
  mine(place).filter(({ signed }) => signed.isBoth);

/** The days of all gifts of the community that both have signed: a flower each. */
export const giftDays = ({ replica }: Pick<Place, 'replica'>): Day[] =>
  replica.board
    .gifts()
    .filter(({ isBoth }) => isBoth)
    .map(({ content }) => content.day);

/** The words of thanks for it, for all to read, oldest first. */
export const thanksForGift = (place: Place, { signed }: Gift) =>
  idsOf(signed)
    .flatMap((id) => place.replica.board.thanksFor(id))
    .filter(({ member }) => isHere(place, member));

export function sayThanksForGift(place: Place, { signed }: Gift, text: string) {
  const [first] = idsOf(signed);
  if (!first) throw new Error('Bug: what was signed has an entry');
  return sayThanks(place, first, text);
}

function mine(place: Place): Gift[] {
  const me = meOf(place);
  return place.replica.board
    .gifts()
    .filter(({ content: { helper, helped } }) => helper === me || helped === me)
    .map((signed) => {
      const { helper, helped, day } = signed.content;
      const iHelped = helper === me;
      return { signed, other: iHelped ? helped : helper, iHelped, day };
    });
}

const meOf = (place: Place): MemberId => place.membership.member;
