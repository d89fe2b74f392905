import type { LogId } from '@manyhands/base';
import type { Board, Entry, Ledger } from '@manyhands/ledger';
import type { Allotment } from './allotment.ts';
import { claimsIn } from './claims.ts';
import type { Claims } from './claims.ts';
import type { Verdict } from './draft.ts';
import { passGate } from './gate.ts';
import type { GateRules } from './gateRules.ts';
import type { Holdings } from './holdings.ts';
import type { Sharing } from './sharing.ts';
import type { LogQuestion, Received } from './types.ts';

/** What became of one verdict in holdings and folds. */
export interface Committed {
  readonly added: readonly Entry[];
  readonly gone: readonly Entry[];
  /** The folds have come to know a key by it. */
  readonly isAnyKeyNew: boolean;
}

type Passed = Received & { readonly gone: readonly Entry[] };

/** Where what passes goes, and how much of it there is room for. */
interface Into {
  readonly held: Holdings;
  readonly shares: Sharing;
  readonly room?: Allotment | undefined;
  readonly commit: (verdict: Verdict) => Committed;
}

/**
 * Through the gate and into the folds; and once more, what a key certifies that the folds
 * have come to know by it, until nothing is left that they know (H5). What proved itself
 * before something is refused stays.
 */
export async function passAll(
  asked: Claims,
  rules: GateRules,
  { held, shares, room, commit }: Into,
): Promise<Passed> {
  const all = {
    added: [] as Entry[],
    loose: [] as Entry[],
    gone: [] as Entry[],
    mended: [] as Entry[],
    questions: [] as LogQuestion[],
    waiting: [] as readonly LogId[],
  };
  for (let claims = claimsIn(asked, rules, held); ;) {
    const verdict = await passGate(claims, held, { ...rules, room });
    const [refused = null] = rules.thorough ? [] : verdict.refused;
    if (refused !== null) return { ...all, strangers: [], refused };
    await rules.breathe?.();
    const taken = shares.newIn(verdict);
    const { added, gone, isAnyKeyNew } = commit(verdict);
    const strangers = [...new Set(verdict.strange.map(({ logId }) => logId))];
    all.waiting = shares.settle(room, taken, strangers);
    for (const each of added) all.added.push(each);
    for (const each of gone) all.gone.push(each);
    for (const each of verdict.loose) all.loose.push(each);
    for (const each of verdict.mended) all.mended.push(each);
    for (const each of verdict.questions) all.questions.push(each);
    claims = [...verdict.strange];
    if (isAnyKeyNew && claims.length > 0) continue;
    return { ...all, strangers, refused: null };
  }
}

/** What a verdict took in, told to both folds. */
export function foldInto(
  { ledger, board }: { readonly ledger: Ledger; readonly board: Board },
  entries: readonly Entry[],
  { unproven }: Verdict,
  alone = false,
): void {
  ledger.add(
    entries.map((entry) => ({ entry, proven: !unproven.has(entry.id), alone })),
  );
  board.add(
    entries.filter((entry) => entry.log.kind === 'board'),
    alone,
  );
}
