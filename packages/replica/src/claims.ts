import { err, ok } from '@manyhands/base';
import type { CommunityId, EntryId, LogId, Result } from '@manyhands/base';
import { isWhole, logIdOf, readTravelling } from '@manyhands/ledger';
import type { Entry, LogName } from '@manyhands/ledger';
import type { GateRules } from './gateRules.ts';
import type { Holdings } from './holdings.ts';
import { coverageLimit, pageLimit } from './limits.ts';
import type { Breathe } from './breathing.ts';
import { readPage } from './page.ts';
import type { ReadPage, Run, RunItem } from './page.ts';
import { pairOf } from './pairs.ts';
import type { Pair } from './pairs.ts';
import { allExplained, readRun } from './reading.ts';
import type { Refused } from './types.ts';
import type { Unchanged } from './unchanged.ts';

/** What asks to be let in: entries that stand alone, and runs. */
export interface Claims {
  readonly evidence: readonly Entry[];
  readonly runs: readonly Run[];
}

/** Places of a page from which on it is long: below, another thread would be no sooner. */
const longFrom = 64;

export const isLong = ({ evidence, runs }: Claims): boolean =>
  runs.reduce((sum, { items }) => sum + items.length, evidence.length) >= longFrom;

/** A stretch of one log, of which nothing is believed yet. */
export interface Claim {
  readonly log: LogName;
  readonly logId: LogId;
  readonly pair: Pair;
  readonly from: number;
  readonly prev: EntryId;
  readonly items: readonly RunItem[];
  /** The entry, if it may be kept without its chain: it came as evidence. */
  readonly alone: Entry | null;
  /** Whoever reads it left off the rest: what is missing behind is not its sender's doing (H9). */
  readonly isCutOff: boolean;
}

/**
 * What a page from outside asks to have let in, with pauses where it is time for one. Nothing in
 * it is believed yet.
 */
export async function readClaims(
  community: CommunityId,
  from: Uint8Array | ReadPage,
  breathe?: Breathe,
): Promise<Result<Claims, Refused>> {
  const page = from instanceof Uint8Array ? readBytes(from) : ok(from);
  if (!page.ok) return page;
  const evidence: Entry[] = [];
  for (const travelling of page.value.evidence) {
    const entry = readTravelling(community, travelling);
    if (!entry.ok) return entry;
    evidence.push(entry.value);
    const pause = breathe?.();
    if (pause !== undefined) await pause;
  }
  const runs: Run[] = [];
  for (const run of page.value.runs) {
    const pause = breathe?.();
    if (pause !== undefined) await pause;
    // The page is let go of, what it brought is kept.
    runs.push({ ...run, items: run.items.map(ownItem) });
  }
  return ok({ evidence, runs });
}

function readBytes(bytes: Uint8Array): Result<ReadPage, Refused> {
  if (bytes.length > pageLimit) return err({ type: 'Oversized', bytes: bytes.length });
  return readPage(bytes);
}

/** Everything that asks, the evidence first. */
export async function claimsIn(
  { evidence, runs }: Claims,
  rules: Pick<GateRules, 'community' | 'logLimit' | 'breathe' | 'thorough'>,
  held: Holdings,
): Promise<Claim[]> {
  const names = new LogNames(rules.community, held);
  const claims = evidence.map(claimOfEntry);
  for (const run of runs) {
    claims.push(claimOfRun(names, rules, held, run));
    // Each may name another log, whose name is hashed.
    const pause = rules.breathe?.();
    if (pause !== undefined) await pause;
  }
  return claims;
}

/** The names of logs as they are held or came first: the hash of each is taken once. */
class LogNames {
  readonly #community: CommunityId;
  readonly #held: Holdings;
  readonly #fresh = new Map<string, LogName>();

  constructor(community: CommunityId, held: Holdings) {
    this.#community = community;
    this.#held = held;
  }

  of({ kind, member, device }: Run, pair: Pair): LogName {
    const held = this.#held.nameOf(kind, pair);
    if (held !== undefined) return held;
    const name = `${kind}/${pair}`;
    const community = this.#community;
    const log = this.#fresh.get(name) ?? { community, kind, member, device };
    this.#fresh.set(name, log);
    return log;
  }
}

const claimOfEntry = (entry: Entry): Claim => ({
  log: entry.log,
  logId: entry.logId,
  pair: pairOf(entry.log.member, entry.log.device),
  from: entry.seq,
  prev: entry.prev,
  items: [entry.stored],
  alone: entry,
  isCutOff: false,
});

function claimOfRun(
  names: LogNames,
  { logLimit, thorough }: Pick<GateRules, 'logLimit' | 'thorough'>,
  held: Holdings,
  run: Run,
): Claim {
  const pair = pairOf(run.member, run.device);
  const log = run.log ?? names.of(run, pair);
  const logId = logIdOf(log);
  // What lies beyond the end of every log, or further beyond a cut than a signature that
  // covers what stands before it, is forgotten without blame. A disk took it before the cut was
  // known, and loses none of it.
  const cut = thorough ? logLimit : held.cutOf(logId) + coverageLimit;
  const end = Math.min(logLimit, cut);
  const items = run.items.slice(0, Math.max(0, end - run.from));
  const { from, prev } = run;
  const isCutOff = items.length < run.items.length;
  return { log, logId, pair, from, prev, items, alone: null, isCutOff };
}

const ownItem = (item: RunItem): RunItem =>
  item instanceof Uint8Array ? item.slice() : item;

/** The first entry of its log, if the claim brings it. */
export function beginningOf(claim: Claim, unchanged?: Unchanged): Entry | undefined {
  const [kept] = unchanged?.in(claim)?.items ?? [];
  if (kept !== undefined) return kept;
  const { log, from, prev, items } = claim;
  const first = from === 0 ? items.slice(0, 1) : [];
  const run = readRun(log, 0, prev, first, allExplained);
  return run.ok ? run.value.items.find(isWhole) : undefined;
}
