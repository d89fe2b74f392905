import type { Entry } from '@manyhands/ledger';
import type { Allotment } from './allotment.ts';
import { claimsIn } from './claims.ts';
import type { Claim, Claims } from './claims.ts';
import type { GateOutcome } from './draft.ts';
import { passGate } from './gate.ts';
import type { GateRules } from './gateRules.ts';
import type { Holdings } from './holdings.ts';
import type { Taken } from './intake.ts';
import { nothing } from './received.ts';
import type { Sharing } from './sharing.ts';
import type { Received } from './types.ts';

type Passed = Received & { readonly gone: readonly Entry[] };

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
): Promise<Passed> {
  const passes: Passed[] = [];
  for (let claims: readonly Claim[] = claimsIn(asked, rules, held); ;) {
    const verdict = await passGate(claims, held, rules);
    const [refused = null] = rules.thorough ? [] : verdict.refused;
    if (refused !== null) return { ...inAll(passes, held), strangers: [], refused };
    const pause = rules.breathe?.();
    if (pause !== undefined) await pause;
    const fresh = shares.newIn(verdict);
    const { added, detached, mended, gone, filled, isAnyKeyNew } =
      await commit(verdict);
    const { questions, strange } = verdict;
    const strangers = [...new Set(strange.map(({ logId }) => logId))];
    // What is erased already would count again each time that somebody brings it.
    const kept = fresh.filter(({ id }) => held.entries.has(id));
    const charged = filled.length === 0 ? kept : [...new Set([...kept, ...filled])];
    const waiting = shares.settle(room, charged, strangers);
    passes.push({
      added,
      detached,
      mended,
      gone,
      questions,
      strangers,
      waiting,
      refused: null,
    });
    claims = strange;
    if (!isAnyKeyNew || claims.length === 0) return inAll(passes, held);
  }
}

/**
 * What came of all turns. A key that came to be known may have turned round what was taken
 * before (H3).
 */
function inAll(passes: readonly Passed[], held: Holdings): Passed {
  const [first = { ...nothing, gone: [] }, ...rest] = passes;
  if (rest.length === 0) return first;
  const isHeld = ({ id }: Entry): boolean => held.entries.has(id);
  return {
    ...(rest.at(-1) ?? first),
    added: passes.flatMap(({ added }) => added.filter(isHeld)),
    detached: passes.flatMap(({ detached }) => detached.filter(isHeld)),
    mended: passes.flatMap(({ mended }) => mended),
    gone: passes.flatMap(({ gone }) => gone.filter((entry) => !isHeld(entry))),
    questions: passes.flatMap(({ questions }) => questions),
  };
}
