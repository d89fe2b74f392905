import type { MemberId } from '@manyhands/base';
import { wordsFromStranger } from '../limits.ts';
import { hasLeft, isOff, talkTextsOf } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { peaceOf } from '../safety/index.ts';
import { partnerTo } from './partners.ts';

/**
 * Whether a word of mine to somebody would be heard, before it is written. `few`: we share
 * nothing that they can know of, and until they answer they see `left` words more of me.
 */
export type WritingTo =
  | { readonly is: 'open' | 'closed' | 'waits' | 'blocked' | 'gone' | 'off' }
  | { readonly is: 'few'; readonly left: number };

/** As far as all is opened by now; `wordsOf(place).say` refuses what is refused here. */
export function writingTo(place: Place, other: MemberId): WritingTo {
  const { ledger, board } = place.replica;
  const { member: me } = place.membership;
  if (isOff(place) || !ledger.isEverMember(me)) return { is: 'off' };
  if (other === me || !ledger.isEverMember(other) || hasLeft(ledger, other))
    return { is: 'gone' };
  if (peaceOf(place).isBlocked(other)) return { is: 'blocked' };
  const texts = talkTextsOf(place, other);
  const isKnown = texts.some(({ by }) => by === other) || partnerTo(place).has(other);
  if (isKnown) return { is: 'open' };
  if (!board.mayStrangersWrite(other)) return { is: 'closed' };
  const left = wordsFromStranger - texts.length;
  return left > 0 ? { is: 'few', left } : { is: 'waits' };
}
