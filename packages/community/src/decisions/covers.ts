/** What the circle covers (C15): one tap shows it, for whoever wants to see it. */
import { ok } from '@manyhands/base';
import type { Hex, MemberId, Result } from '@manyhands/base';
import { bodyHashAt } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { write } from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import { circleNow } from './standing.ts';

/** How a card stands with the circle. */
export interface Covering {
  readonly isCovered: boolean;
  /** Who of the circle says so, and how many it takes. */
  readonly by: readonly MemberId[];
  readonly threshold: number;
  /** I am of the circle: I can say so, and take it back. */
  readonly canSay: boolean;
  readonly isSaid: boolean;
}

const hashes = new WeakMap<Entry, Hex>();

/** Hashed once: a board asks of each of thousands. */
function hashOf(entry: Entry): Hex {
  const known = hashes.get(entry) ?? bodyHashAt(entry);
  hashes.set(entry, known);
  return known;
}

/** Null where there is no circle. The card of another version is another card. */
export function coveringOf(place: Place, card: Entry): Covering | null {
  const circle = circleNow(place);
  if (circle === null) return null;
  const me = place.membership.member;
  const { member } = card.log;
  const by = place.replica.board
    .coverersOf(member, hashOf(card))
    .filter((each) => circle.members.includes(each));
  return {
    isCovered: by.length >= circle.threshold,
    by,
    threshold: circle.threshold,
    canSay: circle.members.includes(me) && member !== me,
    isSaid: by.includes(me),
  };
}

/** Says that it is to be covered, or no longer; of my own words the latest turn counts. */
export async function sayCover(
  place: Place,
  card: Entry,
  on: boolean,
): Promise<Result<void, WriteRefused>> {
  const { member } = card.log;
  const bodyHash = hashOf(card);
  const turn = place.replica.board
    .entriesOf(place.membership.member)
    .reduce(
      (last, { content }) =>
        content.type === 'cover' && content.bodyHash === bodyHash
          ? Math.max(last, content.turn)
          : last,
      -1,
    );
  const content = { type: 'cover', member, bodyHash, turn: turn + 1, on } as const;
  const written = await write(place, 'board', content);
  return written.ok ? ok(undefined) : written;
}
