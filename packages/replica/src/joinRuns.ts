import { listUnder } from '@manyhands/base';
import type { CommunityId, EntryId } from '@manyhands/base';
import type { Run, RunItem } from './page.ts';
import { allExplained, readRun } from './reading.ts';

interface Joined {
  readonly first: Run;
  readonly items: RunItem[];
}

/**
 * The same items in fewer runs: one that goes on where another of its log ends becomes a part
 * of it. One signature covers many entries of a run, so a page that is torn into runs of one
 * entry each would otherwise cost a signature for each. What does not read, or belongs to
 * another history, stays as it came. The order of a page says nothing (R4).
 */
export function joinRuns(community: CommunityId, runs: readonly Run[]): Run[] {
  const ofLog = new Map<string, Run[]>();
  for (const run of runs) {
    listUnder(ofLog, `${run.kind}/${run.member}/${run.device}`, run);
  }
  return [...ofLog.values()].flatMap((all) =>
    all.length === 1 ? all : joinAll(community, all),
  );
}

function joinAll(community: CommunityId, runs: readonly Run[]): Run[] {
  const all: Joined[] = [];
  /** By the id of their last item, which says log and place too. */
  const byEnd = new Map<EntryId, Joined>();
  for (const run of runs.toSorted((a, b) => a.from - b.from)) {
    const before = byEnd.get(run.prev);
    const goesOn = before && before.first.from + before.items.length === run.from;
    const joined = goesOn ? before : { first: run, items: [] };
    if (!goesOn) all.push(joined);
    for (const item of run.items) joined.items.push(item);
    byEnd.delete(run.prev);
    const end = endOf(community, run);
    if (end !== null) byEnd.set(end, joined);
  }
  return all.map(({ first, items }) => ({ ...first, items }));
}

/** The id of its last item; null if it does not read. */
function endOf(community: CommunityId, run: Run): EntryId | null {
  const { kind, member, device, from, prev, items } = run;
  const log = { community, kind, member, device };
  const read = readRun(log, from, prev, items, allExplained);
  return read.ok ? (read.value.items.at(-1)?.id ?? null) : null;
}
