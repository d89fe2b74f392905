import type { EntryId, LogId } from '@manyhands/base';
import { carriedBy, encodeTravelling, isTombstone } from '@manyhands/ledger';
import type { Entry, LogName } from '@manyhands/ledger';
import { tombstoneBytes } from './asks.ts';
import type { HeldLog, Holdings } from './holdings.ts';
import { coverageLimit, evidenceLimit, pageLimit } from './limits.ts';
import type { Ask } from './page.ts';
import { pairOf } from './pairs.ts';

/** Other logs whose devices erased something of what is asked for, as far as a page goes. */
export function erasersOf(held: Holdings, log: HeldLog, { from, max }: Ask): Entry[] {
  const erasers = new Map<LogId, Entry>();
  if (log.tombstones === 0) return [];
  for (const item of log.items.slice(
    from,
    from + Math.min(max, mostPlaces) + aFewMore,
  )) {
    if (!isTombstone(item)) continue;
    const erase = held.erasures.find(item);
    if (erase && erase.logId !== log.logId) erasers.set(erase.logId, erase);
  }
  return [...erasers.values()];
}

/** No page has more places of a log, each at least a tombstone. */
const mostPlaces = Math.floor(pageLimit / tombstoneBytes);
/** A run may go on behind what is asked for, to where a signature covers it. */
const aFewMore = 2 * coverageLimit;

/**
 * The certificates from the founder to this log's device, farthest first, with the
 * statements that say with whose key the later ones are signed; the founding if asked. Of
 * what is in `seen` nothing is said again, nor looked behind.
 */
export function certificatePath(
  held: Holdings,
  { log }: { readonly log: LogName },
  { withFounding = false, seen = new Set<EntryId>() } = {},
): Entry[] {
  const path: Entry[] = [];
  // A worklist: who let in whom may be a chain of thousands.
  const turn = [certificateOf(held, log)];
  for (let i = 0; i < turn.length; i++) {
    const at = turn[i];
    if (at === undefined || seen.has(at.id)) continue;
    if (isFounding(at) && !withFounding) continue;
    seen.add(at.id);
    path.push(at);
    turn.push(...attestationsOf(held, at));
  }
  return path.reverse();
}

export const isFounding = ({ content }: Entry): boolean =>
  content.type === 'community.found';

/** What certifies the device of this log, as it stands in the log of who says it. */
export function certificateOf(
  held: Holdings,
  { member, device }: LogName,
): Entry | undefined {
  const found = held.certificates.get(pairOf(member, device));
  return found && withoutCarrier(held, found);
}

/** Who carried their own certificate cannot prove themself by what they wrote. */
const withoutCarrier = (held: Holdings, found: Entry): Entry => {
  const { member, device } = found.log;
  const isOwnWord = held.certificates.get(pairOf(member, device)) === found;
  return isOwnWord ? carriedBy(found) : found;
};

/** What a certificate rests on: that of its writer, and what says whose key signed it. */
export function attestationsOf(held: Holdings, at: Entry): Entry[] {
  if (isFounding(at)) return [];
  const before = certificateOf(held, at.log);
  const statements = held.statementsBehind(at);
  return [
    ...(before ? [before] : []),
    ...statements.map((each) => withoutCarrier(held, each)),
  ];
}

/** The nearest certificates that lead to a log, travelling; none, if one cannot. */
export function evidenceFor(held: Holdings, log: LogName): Uint8Array[] {
  const nearest = certificatePath(held, { log }).slice(-evidenceLimit);
  const canTravel = nearest.every((entry) => held.isChecked(entry));
  return canTravel ? nearest.map(encodeTravelling) : [];
}
