/** What somebody sends to make others work, before it is packed into pages. */
import { encodePage } from '@manyhands/replica';
import type { Run } from '@manyhands/replica';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { createPerson, runOf } from '@manyhands/testing';
import type { TestCommunity, LogBuilder, CastMember } from '@manyhands/testing';

export interface Mischief {
  /** Who was there before, and what everybody holds. */
  readonly community: TestCommunity;
  /** Told first: entries that come alone. */
  readonly alone?: readonly Entry[];
  /** In the order in which they are told. */
  readonly logs?: readonly LogBuilder[];
  /** Runs that no log has: with tombstones, or with other bytes. */
  readonly runs?: readonly Run[];
}

/** Makes about so many bytes of it. */
export type Worst = (bytes: number) => Promise<Mischief>;

/** Calls `write` with 0, 1, 2 … until what it wrote has so many bytes. */
export async function fill(
  bytes: number,
  write: (n: number) => Promise<readonly Entry[]>,
): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let [size, n] = [0, 0]; size < bytes; n++) {
    const written = await write(n);
    size += written.reduce((sum, { stored }) => sum + stored.length, 0);
    all.push(...written);
  }
  return all;
}

/** A device of Didac's, or of somebody else whom nobody else knows. */
export const puppet = (n: number, of = 'Didac'): Promise<CastMember> =>
  createPerson(of, `puppet ${String(n)}`);

/** Bytes around a run, an entry that travels, and a page. */
const around = { run: 128, alone: 128, page: 16 };
const evidenceAtMost = 250;

/** In pages of about so many bytes, none of them without anything. */
export function pagesWith(
  { alone = [], logs = [], runs = [] }: Mischief,
  pageBytes: number,
): Uint8Array[] {
  return [
    ...pagesOfEvidence(alone.map(encodeTravelling), pageBytes),
    ...pagesOfRuns(
      [...logs.flatMap(({ entries }) => stretches(entries, pageBytes)), ...runs],
      pageBytes,
    ),
  ];
}

function pagesOfEvidence(all: readonly Uint8Array[], pageBytes: number): Uint8Array[] {
  const groups = inGroups(all, pageBytes, ({ length }) => length + 3, evidenceAtMost);
  return groups.map((evidence) => encodePage({ evidence, runs: [] }));
}

const sizeOf = ({ items }: Run): number =>
  around.run +
  items.reduce((sum, item) => sum + (item instanceof Uint8Array ? item.length : 34), 0);

const pagesOfRuns = (all: readonly Run[], pageBytes: number): Uint8Array[] =>
  inGroups(all, pageBytes, sizeOf).map((runs) => encodePage({ evidence: [], runs }));

const stretches = (entries: readonly Entry[], pageBytes: number): Run[] =>
  inGroups(entries, pageBytes, ({ stored }) => stored.length + 3).map(runOf);

function inGroups<T>(
  items: readonly T[],
  bytes: number,
  sizeOf: (item: T) => number,
  atMost = Number.POSITIVE_INFINITY,
): T[][] {
  const groups: T[][] = [];
  let room = 0;
  for (const item of items) {
    const last = groups.at(-1);
    const size = sizeOf(item);
    if (last && last.length < atMost && size <= room) {
      last.push(item);
      room -= size;
    } else {
      groups.push([item]);
      room = bytes - around.page - size;
    }
  }
  return groups;
}
