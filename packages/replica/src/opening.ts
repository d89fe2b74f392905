import type { Entry, Ledger } from '@manyhands/ledger';
import { logIdOf } from '@manyhands/ledger';
import { ok } from '@manyhands/base';
import type { CommunityId, Result } from '@manyhands/base';
import type { Breathe } from './breathing.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Claims } from './claims.ts';
import { positionsIn } from './draft.ts';
import { rulesOf } from './gateRules.ts';
import type { Holdings } from './holdings.ts';
import type { Intake } from './intake.ts';
import type { Pair } from './pairs.ts';
import { passAll } from './passing.ts';
import type { Sharing } from './sharing.ts';
import type { StoreFault } from './store.ts';
import type { Unchanged, UnchangedNote } from './unchanged.ts';
import type { Inspected } from './yjs/loading.ts';

/** What a replica is filled through when it is opened. */
interface OpeningParts {
  readonly community: CommunityId;
  readonly ledger: Ledger;
  readonly own: Pair | null;
  readonly breathe: Breathe | undefined;
  readonly held: Holdings;
  readonly shares: Sharing;
  readonly intake: Intake;
  readonly note: UnchangedNote;
}

/** What became of a disk. */
interface DiskPassed {
  /** How many places were taken. */
  readonly places: number;
  /** It had nothing else than when that was written down. */
  readonly isUnchanged: boolean;
}

/** What a disk held, and what is known of it. */
interface FoundOnDisk {
  readonly found: Inspected;
  readonly evidence: readonly Entry[];
  readonly checkpoint: Checkpoint;
}

/**
 * Everything of a disk passes the gate (P5): first what is as it was, of which nothing is read
 * or hashed (R13), then the rest. All of it is one page: what the first half says cuts nothing off
 * the second, and no erase is asked before both are folded.
 */
export async function passDisk(
  { found, evidence, checkpoint }: FoundOnDisk,
  parts: OpeningParts,
): Promise<Result<DiskPassed, StoreFault>> {
  const { note } = parts;
  const read = await note.read(found.runs, parts.breathe);
  if (!read.ok) return read;
  const unchanged = read.value;
  const { held, shares, intake, own, breathe } = parts;
  let places = 0;
  // Nobody hears of what was here.
  const unheard = { breathe, note: () => undefined, tell: () => undefined };
  const pass = async (claims: Claims, as: Unchanged | null): Promise<void> => {
    const rules = rulesOf(parts, {
      own,
      breathe,
      thorough: true,
      remembered: true,
      checkpoint,
      unchanged: as ?? undefined,
    });
    await passAll(claims, rules, {
      held,
      shares,
      commit: (verdict) => {
        places += positionsIn(verdict);
        return intake.take(verdict, unheard, found.numbers);
      },
    });
  };
  if (unchanged === null) {
    await pass({ evidence, runs: found.runs }, null);
    await intake.opened(unheard, found.numbers);
    return ok({ places, isUnchanged: false });
  }
  const alone = unchanged.heldAlone(evidence);
  const runs = unchanged.beginnings(found.runs);
  parts.ledger.holdHours();
  await pass({ evidence: alone, runs }, unchanged);
  const isKnown =
    unchanged.hours !== null &&
    unchanged.isAllOf(held) &&
    parts.ledger.takeHours(unchanged.hours, unchanged.ledgers);
  if (!isKnown) {
    parts.ledger.takeHours(null, []);
    note.doubt();
  }
  const rest = found.runs.flatMap((run) => {
    const logId = logIdOf(run.log);
    const [from, prev] = [held.lengthOf(logId), held.headOf(logId)];
    if (from >= run.items.length) return [];
    return [{ ...run, from, prev, items: run.items.slice(from) }];
  });
  const others = evidence.filter((entry) => !alone.includes(entry));
  if (rest.length + others.length > 0)
    await pass({ evidence: others, runs: rest }, null);
  await intake.opened(unheard, found.numbers);
  return ok({ places, isUnchanged: isKnown && rest.length + others.length === 0 });
}
