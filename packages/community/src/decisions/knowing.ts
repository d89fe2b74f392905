/** "I know them" (ledger/L8): who has a say when all decide. */
import type { MemberId } from '@manyhands/base';
import { hasOwnPhone, isAtRest, membersHere, remembered } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { decisionNotebookOf } from './notebook.ts';
import { circleNow, pauseOf } from './standing.ts';

/** How it stands with somebody's voice, as I see it. */
export interface Knowing {
  /** `voice`: they have a say. `said`: I said so. `open`: I can say so. */
  readonly stands: 'voice' | 'said' | 'open';
  /** Who of the others said so, and how many it takes. */
  readonly by: readonly MemberId[];
  readonly needed: number;
}

/** Null about myself, and about who is not here. */
export function knowingOf(place: Place, member: MemberId): Knowing | null {
  const { ledger } = place.replica;
  const me = place.membership.member;
  const known = ledger.member(member);
  if (member === me || known === null || !known.everMember || known.left) return null;
  const by = ledger.vouchersOf(member);
  const needed = ledger.charter()?.voice ?? 0;
  const stands = known.voice ? 'voice' : by.includes(me) ? 'said' : 'open';
  return { stands, by: by.filter((each) => each !== me), needed };
}

/** Whether I have a say myself. */
export const hasVoice = ({ replica, membership }: Place): boolean =>
  replica.ledger.member(membership.member)?.voice === true;

/**
 * Whether I can ask for a pause of this member: with a say, of the circle, or where there
 * is none; not of myself, nor of who is paused already.
 */
export function canAskForPause(place: Place, member: MemberId): boolean {
  if (member === place.membership.member || !hasVoice(place)) return false;
  const circle = circleNow(place);
  const isMine = circle?.members.includes(place.membership.member) ?? true;
  return isMine && pauseOf(place, member) === null;
}

/** Exchanges after which I am asked whether I know somebody. */
const enough = 2;

/** How often each of the others and I have helped. */
const exchangesWith = remembered(
  ({ replica: { ledger }, membership: { member: me } }) => {
    const counts = new Map<MemberId, number>();
    for (const { helper, helped, status, kind, undoneBy } of ledger.transfersOf(me)) {
      if (status !== 'exists' || kind !== 'help' || undoneBy !== null) continue;
      const other = (helper === me ? helped : helper) as MemberId;
      counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    return counts;
  },
  'mine',
);

/**
 * The first with whom I had two exchanges, who has no say and of whom I said nothing, or this
 * one if they are such a one; asked once each.
 */
export function toSayIKnow(place: Place, of: MemberId | null = null): MemberId | null {
  const { ledger } = place.replica;
  const me = place.membership.member;
  const notebook = decisionNotebookOf(place);
  const counts = exchangesWith(place);
  const found = membersHere(ledger).find(
    ({ member, voice }) =>
      !voice &&
      member !== me &&
      (of === null || member === of) &&
      (counts.get(member) ?? 0) >= enough &&
      // Whoever is written for has no vote, and nothing to be asked about.
      hasOwnPhone(ledger, member) &&
      !isAtRest(place, member) &&
      !ledger.vouchersOf(member).includes(me) &&
      !notebook.isTold(member),
  );
  return found?.member ?? null;
}

/** Not now: the way to say it stays on their page. */
export const leaveUnsaid = (place: Place, member: MemberId): Promise<void> =>
  decisionNotebookOf(place).tell([member]);
