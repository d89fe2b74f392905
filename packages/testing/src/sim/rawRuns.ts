import { fromHex } from '@manyhands/codec';
import { logIdOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { readPage } from '@manyhands/replica';
import type { Replica, Run } from '@manyhands/replica';
import type { RawRun } from './rawEntries.ts';

/** Everything a replica holds, as bytes: every log to its end, whatever is cut off. */
export function rawRunsOf(replica: Replica): RawRun[] {
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
  const chained = entries.map(rawEntryOf);
  const alone = [...replica.loose()].map((entry) => {
    return { ...rawEntryOf(entry), isAlone: true };
  });
  return [...chained, ...rawBoardsOf(replica), ...alone];
}

/** Boards as they are given to others: a hole is the bare hash. */
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
    asks = rest;
  }
  return runs;
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
