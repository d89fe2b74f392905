import type { MemberId } from '@manyhands/base';
import { wordsFromStranger } from '../limits.ts';
import {
  agentsOf,
  hasLeft,
  hasOwnPhone,
  isOff,
  remembranceOf,
  talkTextsOf,
} from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { peaceOf } from '../safety/index.ts';
import { partnerTo } from './partners.ts';

/**
 * Whether a word of mine to somebody would be heard, before it is written. `few`: we share
 * nothing that they can know of, and until they answer they see `left` words more of me.
 */
export type WritingTo =
  | { readonly is: 'open' | 'closed' | 'waits' | 'blocked' | 'gone' | 'off' }
  /** They have died (C27), or I only write for somebody who says their words themself (C26). */
  | { readonly is: 'atRest' | 'theirs' }
  | { readonly is: 'few'; readonly left: number }
  /** One of the two has no phone, and no word of theirs is heard (C8): whoever writes for them. */
  | { readonly is: 'noPhone'; readonly of: MemberId; readonly by: readonly MemberId[] };

/** As far as all is opened by now; `wordsOf(place).say` refuses what is refused here. */
export function writingTo(place: Place, other: MemberId): WritingTo {
  const { ledger, board } = place.replica;
  const { member: me } = place.membership;
  if (isOff(place) || !ledger.isEverMember(me)) return { is: 'off' };
  if (other === me || !ledger.isEverMember(other) || hasLeft(ledger, other))
    return { is: 'gone' };
  if (remembranceOf(place.replica, other) !== null) return { is: 'atRest' };
  const onPaper = [me, other].find(
    (each) => !hasOwnPhone(ledger, each) && agentsOf(ledger, each).length > 0,
  );
  if (onPaper !== undefined)
    return { is: 'noPhone', of: onPaper, by: agentsOf(ledger, onPaper) };
  if (place.membership.isBehalf === true) return { is: 'theirs' };
  if (peaceOf(place).isBlocked(other)) return { is: 'blocked' };
  const texts = talkTextsOf(place, other);
  const isKnown = texts.some(({ by }) => by === other) || partnerTo(place).has(other);
  if (isKnown) return { is: 'open' };
  if (!board.mayStrangersWrite(other)) return { is: 'closed' };
  const left = wordsFromStranger - texts.length;
  return left > 0 ? { is: 'few', left } : { is: 'waits' };
}
