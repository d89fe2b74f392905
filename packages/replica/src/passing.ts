import type { LogId } from '@manyhands/base';
import type { Entry } from '@manyhands/ledger';
import type { Allotment } from './allotment.ts';
import { claimsIn } from './claims.ts';
import type { Claims } from './claims.ts';
import type { GateOutcome } from './draft.ts';
import { passGate } from './gate.ts';
import type { GateRules } from './gateRules.ts';
import type { Holdings } from './holdings.ts';
import type { Taken } from './intake.ts';
import type { Sharing } from './sharing.ts';
import type { LogQuestion, Received } from './types.ts';

type Came = Pick<Passed, 'added' | 'detached' | 'gone'>;

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
  const all = {
    added: [] as Entry[],
    detached: [] as Entry[],
    gone: [] as Entry[],
    mended: [] as Entry[],
    questions: [] as LogQuestion[],
    waiting: [] as readonly LogId[],
  };
  for (let claims = claimsIn(asked, rules, held); ;) {
    const verdict = await passGate(claims, held, { ...rules, room });
    const [refused = null] = rules.thorough ? [] : verdict.refused;
    if (refused !== null) return { ...left(all, held), strangers: [], refused };
    await rules.breathe?.();
    const fresh = shares.newIn(verdict);
    const taken = await commit(verdict);
    const strangers = [...new Set(verdict.strange.map(({ logId }) => logId))];
    // What is erased already would count again each time that somebody brings it.
    const kept = fresh.filter(({ id }) => held.entries.has(id));
    const charged = new Set([...kept, ...taken.filled]);
    all.waiting = shares.settle(room, [...charged], strangers);
    for (const each of taken.added) all.added.push(each);
    for (const each of taken.gone) all.gone.push(each);
    for (const each of taken.detached) all.detached.push(each);
    for (const each of taken.mended) all.mended.push(each);
    for (const each of verdict.questions) all.questions.push(each);
    claims = [...verdict.strange];
    if (taken.isAnyKeyNew && claims.length > 0) continue;
    return { ...left(all, held), strangers, refused: null };
  }
}

/** A key that came to be known may have turned round what was taken before (H3). */
function left<T extends Came>(all: T, held: Holdings): T {
  const isHeld = ({ id }: Entry): boolean => held.entries.has(id);
  return {
    ...all,
    added: all.added.filter(isHeld),
    detached: all.detached.filter(isHeld),
    gone: all.gone.filter((entry) => !isHeld(entry)),
  };
}
