import type { LogId } from '@manyhands/base';
import type { Allotment } from './allotment.ts';
import { claimsIn } from './claims.ts';
import type { Claim, Claims } from './claims.ts';
import type { GateOutcome } from './draft.ts';
import { passGate } from './gate.ts';
import type { GateRules } from './gateRules.ts';
import type { Holdings } from './holdings.ts';
import { takenInAll } from './intake.ts';
import type { Taken } from './intake.ts';
import type { Sharing } from './sharing.ts';
import type { LogQuestion, Received } from './types.ts';

/** Where what passes goes, and how much of it there is room for. */
interface Into {
  readonly held: Holdings;
  readonly shares: Sharing;
  readonly room?: Allotment | undefined;
  readonly commit: (verdict: GateOutcome) => Promise<Taken>;
}

/**
 * Through the gate and into the folds; and once more, what a key certifies that the folds
 * have come to know by it, until nothing is left that they know (findings/H5). What proved itself
 * before something is refused stays.
 */
export async function passAll(
  asked: Claims,
  rules: GateRules,
  { held, shares, room, commit }: Into,
): Promise<Received> {
  const all: Taken[] = [];
  const questions: LogQuestion[] = [];
  const passed = (
    rest: Pick<Received, 'strangers' | 'waiting' | 'refused'>,
  ): Received => {
    // A key that came to be known may have turned round what was taken before (H3).
    const { added, detached, mended } = takenInAll(held, all);
    return { added, detached, mended, questions, ...rest };
  };
  let waiting: readonly LogId[] = [];
  for (let claims: readonly Claim[] = await claimsIn(asked, rules, held); ;) {
    const verdict = await passGate(claims, held, rules);
    const [refused = null] = rules.thorough ? [] : verdict.refused;
    if (refused !== null) return passed({ strangers: [], waiting, refused });
    const pause = rules.breathe?.();
    if (pause !== undefined) await pause;
    // What nobody's share bounds costs no share.
    const fresh = room === undefined ? [] : shares.newIn(verdict);
    const pauseAgain = rules.breathe?.();
    if (pauseAgain !== undefined) await pauseAgain;
    const taken = await commit(verdict);
    all.push(taken);
    for (const question of verdict.questions) questions.push(question);
    const { filled, isAnyKeyNew } = taken;
    const strangers = [...new Set(verdict.strange.map(({ logId }) => logId))];
    // What is erased already would count again each time that somebody brings it.
    const kept = fresh.filter(({ id }) => held.entries.has(id));
    const charged = filled.length === 0 ? kept : [...new Set([...kept, ...filled])];
    waiting = shares.settle(room, charged, strangers);
    claims = verdict.strange;
    if (!isAnyKeyNew || claims.length === 0) {
      return passed({ strangers, waiting, refused: null });
    }
  }
}
