import { assert } from '@manyhands/base';
import type { CommunityId, Result } from '@manyhands/base';
import { sha256 } from '@manyhands/keys';
import {
  bodyOf,
  createBoard,
  createLedger,
  logIdOf,
  proofsOf,
  readEntry,
} from '@manyhands/ledger';
import type { Entry, LogName } from '@manyhands/ledger';
import * as Y from 'yjs';
import { coverageOf, isProven } from '../../packages/replica/src/authentic.ts';
import { canonicalUpdate } from '../../packages/replica/src/yjs/canonical.ts';
import { numberOf, rootOf } from '../../packages/replica/src/numbering.ts';
import { readPage } from '../../packages/replica/src/page.ts';
import type { Run } from '../../packages/replica/src/page.ts';
import { timed } from '../measure.ts';
import type { Town } from './town.ts';

/** What one join is made of, in milliseconds, each part done alone on the same pages. */
export interface Parts {
  readonly pages: number;
  readonly chains: number;
  /** Within `chains`. */
  readonly hashes: number;
  readonly signatures: number;
  /** Within `signatures`, on entries and inside them. */
  readonly signatureCount: number;
  readonly fold: number;
  readonly document: number;
}

export async function partsOf({ community, pages }: Town): Promise<Parts> {
  const runs: Run[][] = [];
  const read = await timed(() => {
    for (const page of pages) {
      runs.push([...inOrder(readPage(page)).runs]);
    }
  });
  const chains: Entry[][][] = [];
  const chained = await timed(() => {
    for (const ofPage of runs)
      chains.push(ofPage.map((run) => chainOf(community, run)));
  });
  const all = chains.flat(2);
  const hashes = await timed(() => {
    const place = new Uint8Array(104);
    for (const entry of all) {
      place.set(sha256(bodyOf(entry)), 72);
      sha256(place);
    }
  });
  let signatureCount = 0;
  const signatures = await timed(async () => {
    // As the gate does: the logs of one page at once.
    for (const ofPage of chains) {
      const checked = await Promise.all(ofPage.map(checkChain));
      signatureCount += checked.reduce((sum, count) => sum + count, 0);
    }
  });
  const fold = await timed(() => {
    const [ledger, board] = [createLedger(community), createBoard(community)];
    for (const chain of chains.flat()) {
      const ofLedger = chain.filter(({ log }) => log.kind === 'ledger');
      ledger.add(ofLedger.map((entry) => ({ entry, proven: true })));
      board.add(chain.filter(({ log }) => log.kind === 'board'));
    }
  });
  const document = await timed(() => {
    const doc = new Y.Doc();
    for (const ofPage of chains)
      Y.applyUpdate(doc, canonicalUpdate(ofPage.map(stretchOf)));
  });
  return {
    pages: read,
    chains: chained,
    hashes,
    signatures,
    signatureCount,
    fold,
    document,
  };
}

/** The entries of a run, which has no tombstones. */
export function chainOf(community: CommunityId, run: Run): Entry[] {
  const { kind, member, device, from, prev } = run;
  const log: LogName = { community, kind, member, device };
  const chain: Entry[] = [];
  for (const item of run.items) {
    assert(item instanceof Uint8Array, 'nothing is erased in this town');
    const before = chain.at(-1)?.id ?? prev;
    chain.push(inOrder(readEntry(log, from + chain.length, before, item)));
  }
  return chain;
}

/** Answers how many signatures were looked at. */
async function checkChain(chain: readonly Entry[]): Promise<number> {
  const certifying = chain.filter((entry) => proofsOf(entry).length > 0);
  const proven = await Promise.all(certifying.map((entry) => isProven(entry)));
  const cover = await coverageOf(chain);
  assert(cover.length === chain.length && !proven.includes(false), 'all is signed');
  return cover.signedAt.length + certifying.length;
}

function stretchOf(chain: readonly Entry[]) {
  const [first] = chain;
  assert(first, 'a chain has an entry');
  return {
    number: numberOf(logIdOf(first.log), 0),
    root: rootOf(first.log),
    from: first.seq,
    items: chain.map((entry) => entry.stored),
  };
}

function inOrder<T>(result: Result<T, unknown>): T {
  assert(result.ok, 'the town is in order');
  return result.value;
}
