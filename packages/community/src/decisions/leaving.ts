/** Whom the members ask, or have decided, to let go, as one phone sees it (C12, C24). */
import type { EntryId, MemberId, MinuteOfTime } from '@manyhands/base';
import type { Place } from '../opened/index.ts';
import { decisionsOf } from './decisions.ts';
import type { Decision } from './decisions.ts';
import { hasVoice } from './knowing.ts';

/** `asked`: two at least say yes, and not enough. `waits`: it holds, and is not acted on yet. */
type PartingStage = 'asked' | 'waits' | 'done';

export interface Parting {
  readonly motion: EntryId;
  readonly stage: PartingStage;
  /** From when on this phone acts on it, while it waits. */
  readonly from: MinuteOfTime | null;
}

/** Null where nobody asks it of this member, or one voice alone. */
export function partingOf(place: Place, member: MemberId): Parting | null {
  const about = decisionsOf(place).filter(
    ({ matter, stage, yes }) =>
      matter.about === 'member' &&
      matter.member === member &&
      matter.standing === 'removed' &&
      (stage === 'holds' || (stage === 'open' && yes.length >= 2)),
  );
  const [first] = about.sort((a, b) => rankOf(a) - rankOf(b));
  if (first === undefined) return null;
  const { motion, actsFrom } = first;
  return { motion, stage: stageOf(first), from: actsFrom };
}

const stageOf = ({ stage, actsFrom }: Decision): PartingStage => {
  if (stage !== 'holds') return 'asked';
  return actsFrom === null ? 'done' : 'waits';
};

const rankOf = ({ stage }: Decision): number => (stage === 'holds' ? 0 : 1);

/** Whether I can ask all of us whether this member should leave. */
export function canAskToLeave(place: Place, member: MemberId): boolean {
  if (member === place.membership.member || !hasVoice(place)) return false;
  const known = place.replica.ledger.member(member);
  const stage = partingOf(place, member)?.stage;
  return known !== null && !known.left && stage !== 'waits' && stage !== 'done';
}
