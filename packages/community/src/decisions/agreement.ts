/** What the community has agreed on, and in which versions (C10). */
import type { EntryId, MinuteOfTime, Minutes } from '@manyhands/base';
import type { Charter, DecidedMotion, Ledger } from '@manyhands/ledger';
import type { Place } from '../opened/index.ts';
import { decisionNotebookOf } from './notebook.ts';

/** What a community agreed on, as it stands: its words, its limit, what it calls an hour. */
export interface AgreementInForce {
  readonly words: string;
  readonly limit: Minutes;
  readonly unit: string;
}

const keys = ['words', 'limit', 'unit'] as const;
export type AgreementKey = (typeof keys)[number];

/** As decided, else as founded; what somebody who knocks was told stands in for the charter. */
export const agreementNow = (ledger: Ledger, charter: Charter): AgreementInForce => ({
  words: ledger.rule('words') ?? charter.words,
  limit: ledger.rule('limit') ?? charter.limit,
  unit: ledger.rule('unit') ?? charter.unit,
});

/** One change of the agreement, and what it was before. */
export interface AgreementChange {
  readonly key: AgreementKey;
  /** Null for what the community began with. */
  readonly motion: EntryId | null;
  readonly value: string | Minutes;
  /** Since when this phone sees it so; null where it no longer holds, or is founded. */
  readonly since: MinuteOfTime | null;
  readonly holds: boolean;
}

/** Of words, limit and unit all that ever was: what was founded, then what was taken. */
export function agreementChanges(place: Place): AgreementChange[] {
  const { ledger } = place.replica;
  const charter = ledger.charter();
  if (charter === null) return [];
  const notebook = decisionNotebookOf(place);
  const taken = ledger.secondedMotions().filter(({ isTaken }) => isTaken);
  return keys.flatMap((key) => {
    const decided = taken
      .filter(({ matter }) => matter.about === 'rule' && matter.key === key)
      .sort(
        (a, b) =>
          depthIn(taken, a) - depthIn(taken, b) || (a.motion < b.motion ? -1 : 1),
      );
    const changes = decided.map(({ motion, matter, holds }): AgreementChange => {
      const isHolding = holds.some(Boolean);
      const value =
        matter.about === 'rule' && matter.key === key ? matter.value : charter[key];
      const since = isHolding ? notebook.takenSince(motion) : null;
      return { key, motion, value, since, holds: isHolding };
    });
    const founded = { key, motion: null, value: charter[key], since: null };
    return [{ ...founded, holds: !changes.some(({ holds }) => holds) }, ...changes];
  });
}

/** How many took each other's place before it: no clock is asked for an order. */
function depthIn(taken: readonly DecidedMotion[], { replaces }: DecidedMotion): number {
  const byId = new Map(taken.map((motion) => [motion.motion, motion]));
  const seen = new Set<EntryId>();
  let depth = 0;
  for (let ring = [...replaces]; ring.length > 0; depth++) {
    ring = ring.filter((id) => !seen.has(id) && seen.add(id));
    ring = ring.flatMap((id) => byId.get(id)?.replaces ?? []);
  }
  return depth;
}

/** Combinations that are tried to find which version a hash names. */
const triedAtMost = 512;

/**
 * Which of all that ever was `isVersion` knows again: the agreement somebody said yes to,
 * whose hash alone is kept. Null if it is none of them.
 */
export function agreementOfVersion(
  place: Place,
  isVersion: (agreement: AgreementInForce) => boolean,
): AgreementInForce | null {
  const changes = agreementChanges(place);
  const valuesOf = (key: AgreementKey) =>
    changes.filter((each) => each.key === key).map(({ value }) => value);
  let tried = 0;
  for (const words of valuesOf('words')) {
    for (const limit of valuesOf('limit')) {
      for (const unit of valuesOf('unit')) {
        if (++tried > triedAtMost) return null;
        const agreement = { words, limit, unit } as AgreementInForce;
        if (isVersion(agreement)) return agreement;
      }
    }
  }
  return null;
}
