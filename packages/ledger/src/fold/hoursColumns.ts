/** How it is written down what the fold made of hours (`keptHours.ts`). */
import { bytes, decodeAs, tuple } from '@manyhands/codec';
import type { ShapeOf } from '@manyhands/codec';
import type { TransferStatus } from './views.ts';

const mostBytes = 2 ** 28;
const column = bytes(0, mostBytes);
/** Every number has four bytes; a list of lists begins with where each of them ends. */
export const columnsShape = tuple({
  /** The entry that proposed, of each proposal. */
  acts: column,
  lineEnds: column,
  statuses: column,
  /** Minutes of time, where a line exists. */
  confirmedAt: column,
  replyEnds: column,
  replies: column,
  /** Names of 32 bytes each, and what these lines come to for them. */
  parties: column,
  balances: column,
  partyEnds: column,
  partyLines: column,
  /** Of each log, the proposals in which it has a word. */
  logEnds: column,
  logProposals: column,
  /** Days, and how much help stands on each: of the day before the next. */
  days: column,
  help: column,
});
/** The same in memory. */
export type Columns = {
  readonly [K in keyof ShapeOf<typeof columnsShape>]: Uint32Array;
};

/** What a line that is plain may be, by its number. */
export const plainStatuses = ['open', 'exists', 'declined', 'withdrawn'] as const;
export type PlainStatus = (typeof plainStatuses)[number];

export const isPlainStatus = (status: TransferStatus): status is PlainStatus =>
  (plainStatuses as readonly TransferStatus[]).includes(status);

/** Null for what nobody has written down. */
export function readHours(from: Uint8Array): Columns | null {
  const limits = { bytes: mostBytes, depth: 1 };
  const read = decodeAs(columnsShape, from, limits, { views: true });
  if (!read.ok) return null;
  const columns = Object.entries(read.value).map(([name, each]) => {
    return [name, new Uint32Array(each.slice().buffer)] as const;
  });
  return Object.fromEntries(columns) as Columns;
}
