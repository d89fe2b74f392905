import { listUnder, ok } from '@manyhands/base';
import type { EntryId, Result } from '@manyhands/base';
import type { Malformed } from '@manyhands/codec';
import type { LogItem } from '@manyhands/ledger';
import type { Breathe } from './breathing.ts';
import type { Claim } from './claims.ts';
import type { RunItem } from './page.ts';
import type { Looking } from './looking.ts';
import { readRunInSteps } from './reading.ts';
import type { Explains } from './reading.ts';

/**
 * The runs of one log that may go on where another ends, each given out once. One signature
 * covers many entries of a run, so a page that is torn into runs of one entry each would
 * otherwise cost a signature for each. They are asked for only by whoever reads what stands
 * before them: what cannot be reached is not read, and what can be is read once.
 */
export class FollowingRuns {
  readonly #claims: readonly Claim[];
  readonly #given = new Set<Claim>();
  /** By where they begin; of several at one place the first stands last. */
  #byStart: Map<string, Claim[]> | null = null;

  /** `claims`: of one log, in the order in which they will be judged. */
  constructor(claims: readonly Claim[]) {
    this.#claims = claims;
  }

  /** The first run that begins at place `seq`, after the id `prev`, if it was not given out. */
  take(seq: number, prev: EntryId): Claim | undefined {
    this.#byStart ??= byStart(this.#claims);
    const next = this.#byStart.get(startOf(seq, prev))?.pop();
    if (next !== undefined) this.#given.add(next);
    return next;
  }

  wasTaken(claim: Claim): boolean {
    return this.#given.has(claim);
  }
}

function byStart(claims: readonly Claim[]): Map<string, Claim[]> {
  const starts = new Map<string, Claim[]>();
  for (const claim of claims.toReversed()) {
    // What may be kept without its chain is judged for itself.
    if (claim.alone === null) listUnder(starts, startOf(claim.from, claim.prev), claim);
  }
  return starts;
}

const startOf = (seq: number, prev: EntryId): string => `${seq}/${prev}`;

/** What was read of a claim, and of the runs that go on where it ends. */
interface JoinedRuns {
  readonly items: readonly LogItem[];
  /** What there was room for. */
  readonly granted: readonly RunItem[];
  /** The runs behind, which are not judged by themselves. */
  readonly behind: readonly Claim[];
  /** There was not room for all. */
  readonly isLeft: boolean;
  /** It goes on with a tombstone that no erase is known for. */
  readonly isCut: boolean;
  /** As `Claim` has it, of the last of them. */
  readonly isCutOff: boolean;
}

interface Rules {
  readonly following: FollowingRuns;
  readonly isExplained: Explains;
  /** As many items of a claim as there is room for. */
  readonly grant: (claim: Claim) => readonly RunItem[];
  readonly breathe: Breathe | undefined;
  readonly looking?: Looking;
}

/**
 * Reads a claim, and the runs that go on where it ends. With a flaw in any of them all are
 * `Malformed`.
 */
export async function readJoined(
  claim: Claim,
  { following, isExplained, grant, breathe, looking }: Rules,
): Promise<Result<JoinedRuns, Malformed>> {
  const items: LogItem[] = [];
  const granted: RunItem[] = [];
  const behind: Claim[] = [];
  for (let part = claim; ;) {
    const room = grant(part);
    const stretch = { from: part.from, prev: part.prev, items: room };
    const ahead = (await looking?.ahead(claim.log, stretch)) ?? null;
    const ids = ahead?.ids ?? [];
    const run = await readRunInSteps(claim.log, stretch, isExplained, breathe, ids);
    if (!run.ok) return run;
    if (ahead !== null) looking?.note(run.value.items, ahead);
    for (const item of room) granted.push(item);
    for (const item of run.value.items) items.push(item);
    const { isCut } = run.value;
    const isLeft = room.length < part.items.length;
    const last = items.at(-1);
    const isOver = isCut || isLeft || claim.alone !== null || last === undefined;
    const next = isOver ? undefined : following.take(last.seq + 1, last.id);
    if (next === undefined) {
      return ok({ items, granted, behind, isLeft, isCut, isCutOff: part.isCutOff });
    }
    behind.push(next);
    part = next;
    const pause = breathe?.();
    if (pause !== undefined) await pause;
  }
}

/** All of it as one, to be judged again. */
export const joined = (claim: Claim, behind: readonly Claim[]): Claim => ({
  ...claim,
  items: [claim, ...behind].flatMap(({ items }) => items),
  isCutOff: behind.at(-1)?.isCutOff ?? claim.isCutOff,
});
