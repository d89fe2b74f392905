import { decode, fromHex } from '@manyhands/codec';
import { logIdOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { readPage } from '@manyhands/replica';
import type { Replica, Run } from '@manyhands/replica';
import { arrayOf, isBytes } from './rawEntries.ts';
import type { RawRun } from './rawEntries.ts';

/** All that replicas hold together, each ledger entry once. */
export function allRunsOf(replicas: Iterable<Replica>): RawRun[] {
  const met = new Set<string>();
  return [...replicas].flatMap((replica) => runsOf(replica, met));
}

/** Everything a replica holds, as bytes: every log to its end, whatever is cut off. */
export const rawRunsOf = (replica: Replica): RawRun[] => runsOf(replica, new Set());

/** `met`: ids that are here already, and need not come again. */
function runsOf(replica: Replica, met: Set<string>): RawRun[] {
  const isNew = ({ id }: Entry): boolean => met.size < met.add(id).size;
  // A log that is cut at its beginning is told to nobody.
  const cut = replica.ledger.cuts().map(({ log }) => log);
  const names = [...replica.vector().map(({ log }) => log), ...cut];
  const logs = new Map(names.map((log) => [logIdOf(log), log]));
  const ledgers = [...logs.values()].filter(({ kind }) => kind === 'ledger');
  const entries = ledgers.flatMap((log) => {
    const chain: Entry[] = [];
    const { head } = replica.head(log);
    for (let at = replica.entry(head); at; at = replica.entry(at.prev)) chain.push(at);
    return chain.reverse();
  });
  const chained = entries.filter(isNew).map(rawEntryOf);
  // Erases from beyond a cut hold all the same, and nothing else tells of them.
  const apart = [...replica.detached(), ...replica.forks.erasesApart()].filter(isNew);
  const alone = apart.map((entry) => ({ ...rawEntryOf(entry), isAlone: true }));
  return [...chained, ...rawBoardsOf(replica), ...alone];
}

/**
 * Boards as they are given to others: a tombstone is the bare hash, and the erase that explains
 * it goes along, also one that stands beyond a cut of its own board.
 */
function rawBoardsOf(replica: Replica): RawRun[] {
  const boards = replica.vector().filter(({ log }) => log.kind === 'board');
  let asks = boards.map(({ logId, length }) => {
    return { log: logId.slice(0, 32), from: 0, max: length };
  });
  const runs: RawRun[] = [];
  while (asks.length > 0) {
    const { page, rest } = replica.page(asks);
    const read = page && readPage(page);
    if (!read?.ok) break;
    runs.push(...read.value.runs.map(rawRunOf));
    runs.push(...read.value.evidence.flatMap(boardEntryIn));
    asks = rest;
  }
  return runs;
}

/** formats §2, travelling; nothing of a ledger, which the oracle has as it is. */
function boardEntryIn(travelling: Uint8Array): RawRun[] {
  const read = decode(travelling, { bytes: 4_300, depth: 1 });
  const [kind, member, device, from, prev, stored] = read.ok
    ? (arrayOf(read.value, 6) ?? [])
    : [];
  const isBoards =
    kind === 1 && typeof from === 'number' && stored instanceof Uint8Array;
  if (!isBoards || !isBytes(member, 32) || !isBytes(device, 32) || !isBytes(prev, 32))
    return [];
  return [{ kind, member, device, from, prev, stored: [stored], isAlone: true }];
}

const rawEntryOf = ({ log, seq, prev, stored }: Entry): RawRun =>
  rawRunOf({ ...log, from: seq, prev, items: [stored] });

const rawRunOf = ({ kind, member, device, from, prev, items }: Run): RawRun => ({
  kind: kind === 'ledger' ? 0 : 1,
  member: fromHex(member),
  device: fromHex(device),
  from,
  prev: fromHex(prev),
  stored: items.map((item) =>
    item instanceof Uint8Array ? item : fromHex(item.bodyHash),
  ),
});
