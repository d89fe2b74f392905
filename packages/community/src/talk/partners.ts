/**
 * Who shares something with me: an hour that both signed and nobody put right, a thing that
 * changed hands as both have said, a plan, or a meeting to which both of us have said yes.
 */
import type { MemberId } from '@manyhands/base';
import { helpedWith } from '../hours/index.ts';
import type { Place } from '../opened/index.ts';
import { handingsOf, twoOf } from '../things/index.ts';
import { arrangementsOf } from './arrangements.ts';
import type { Arranged } from './arrangements.ts';
import { meetingsOf } from './meetings.ts';

/**
 * My partners, as far as all is opened by now. A plan makes somebody one once I have said a
 * word of my own in it: nobody comes to be a partner of mine by answering a card of mine.
 */
export const partnersOf = (place: Place): Set<MemberId> =>
  sharingWith(place, ({ isMyWord }) => isMyWord);

/** Those whose partner I am, in the same way: they have said a word of their own in a plan. */
export const partnerTo = (place: Place): Set<MemberId> =>
  sharingWith(place, ({ isMyWord }) => !isMyWord);

const sharingWith = (
  place: Place,
  hasSpoken: (asked: Arranged) => boolean,
): Set<MemberId> =>
  new Set([
    ...helpedWith(place),
    ...handedWith(place),
    ...meetingsOf(place).met,
    ...plansWith(place, hasSpoken),
  ]);

/** With whom a thing changed hands, by the word of both, and who is still here. */
function handedWith({
  replica: { board, ledger },
  membership: { member: me },
}: Place): MemberId[] {
  return handingsOf(board)
    .filter(({ isBoth }) => isBoth)
    .map(({ content }) => twoOf(content))
    .filter((two) => two.includes(me))
    .flatMap((two) => two.filter((id) => id !== me))
    .filter((id) => ledger.member(id)?.left === false);
}

const plansWith = (place: Place, hasSpoken: (asked: Arranged) => boolean): MemberId[] =>
  arrangementsOf(place)
    .filter(
      (each) =>
        each.stage === 'agreed' ||
        each.stage === 'changed' ||
        (each.stage === 'asked' && hasSpoken(each)),
    )
    .map(({ other }) => other);
