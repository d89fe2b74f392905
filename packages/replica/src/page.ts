import type { DeviceKey, EntryId, Hex, MemberId, Result } from '@manyhands/base';
import { bytes, decodeAs, encodeAs, hex, integer, list, tuple } from '@manyhands/codec';
import type { Malformed, Shape, ShapeOf, Value } from '@manyhands/codec';
import { isTombstone } from '@manyhands/ledger';
import type { LogItem, LogKind, LogName } from '@manyhands/ledger';
import {
  evidenceLimit,
  logLimit,
  pageDepth,
  pageLimit,
  runLimit,
  vectorLimit,
} from './limits.ts';

/**
 * A stretch of one log, named in full, with the id before its first entry (R4). An
 * item is a stored entry, or a tombstone: the hash of the body of an erased board entry.
 */
export interface Run {
  readonly kind: LogKind;
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly from: number;
  readonly prev: EntryId;
  readonly items: readonly RunItem[];
  /** The name of its log, where there is one already: its hash is taken once. */
  readonly log?: LogName;
}

export type RunItem = Uint8Array | { readonly bodyHash: Hex };

/** A place of a log as a run carries it. */
export const runItemOf = (item: LogItem): RunItem =>
  isTombstone(item) ? { bodyHash: item.bodyHash } : item.stored;

/**
 * What travels between replicas (formats §7): evidence, each a travelling entry that
 * stands without its chain, and runs.
 */
export interface Page {
  readonly evidence: readonly Uint8Array[];
  readonly runs: readonly Run[];
}

declare const decoded: unique symbol;
type Decoded<T> = T & { readonly [decoded]: true };

/**
 * A page that was read from bytes and keeps every limit. `readPage` alone makes one, so
 * whoever is given it need not read it again. Its items are views of those bytes.
 */
export interface ReadPage extends Page {
  readonly evidence: Decoded<readonly Uint8Array[]>;
  readonly runs: Decoded<readonly Run[]>;
}

const kindShape: Shape<LogKind> = {
  read: (value) => (value === 0 ? 'ledger' : value === 1 ? 'board' : undefined),
  write: (of) => (of === 'ledger' ? 0 : 1),
};

// Whether 65 ≤ length ≤ 4,096 is for the ledger to say: one rule in one place.
const storedShape = bytes(0, pageLimit);
const tombstoneShape = tuple({ bodyHash: hex(32) });

const itemShape: Shape<RunItem> = {
  read: (value: Value) => storedShape.read(value) ?? tombstoneShape.read(value),
  write: (of) =>
    of instanceof Uint8Array ? of : tombstoneShape.write({ bodyHash: of.bodyHash }),
};

const anyRunShape: Shape<Run> = tuple({
  kind: kindShape,
  member: hex<MemberId>(32),
  device: hex<DeviceKey>(32),
  from: integer(0, logLimit),
  prev: hex<EntryId>(32),
  items: list(itemShape, 1, pageLimit),
});

/** Only the board may have tombstones: the ledger log is permanent (P3). */
const runShape: Shape<Run> = {
  read: (value) => {
    const run = anyRunShape.read(value);
    const whole = run?.items.every((item) => item instanceof Uint8Array);
    return run?.kind === 'ledger' && !whole ? undefined : run;
  },
  write: (of) => anyRunShape.write(of),
};

const pageShape = tuple({
  evidence: list(bytes(1, pageLimit), 0, evidenceLimit),
  runs: list(runShape, 0, runLimit),
});

/** The bytes of a page. A page over a limit is a bug of whoever filled it. */
export const encodePage = (page: Page): Uint8Array =>
  encodeAs(pageShape, { evidence: [...page.evidence], runs: [...page.runs] });

/**
 * The page in `bytes`; `Malformed` before anything is read when there are too many. What is
 * read are views of `bytes`: whoever keeps an item copies it, or keeps the whole page with it.
 */
export function readPage(bytes: Uint8Array): Result<ReadPage, Malformed> {
  const limits = { bytes: pageLimit, depth: pageDepth };
  return decodeAs(pageShape, bytes, limits, { views: true }) as Result<
    ReadPage,
    Malformed
  >;
}

/** A page of evidence alone: what a message link or an admission carries. */
export const pageOf = (evidence: readonly Uint8Array[]): Uint8Array =>
  encodePage({ evidence, runs: [] });

/**
 * One log as a vector names it: 16 bytes of its id, its length, 8 bytes of its head and, if
 * it has gaps (H3), 8 bytes of a hash over their places.
 */
export interface WireHead {
  readonly log: Hex;
  readonly length: number;
  readonly head: Hex;
  readonly gaps?: Hex;
}

const headFields = { log: hex(16), length: integer(1, logLimit), head: hex(8) };
const wholeShape = tuple(headFields);
const gappedShape = tuple({ ...headFields, gaps: hex(8) });

const wireHeadShape: Shape<WireHead> = {
  read: (value) => wholeShape.read(value) ?? gappedShape.read(value),
  write: ({ gaps, ...head }) =>
    gaps === undefined ? wholeShape.write(head) : gappedShape.write({ ...head, gaps }),
};

/** What a replica holds of these logs; of more, in several messages. */
export const vectorShape: Shape<WireHead[]> = list(wireHeadShape, 0, vectorLimit);

/** "Give me at most `max` entries of this log, from place `from` on." */
export const askShape = tuple({
  log: hex(16),
  from: integer(0, logLimit),
  max: integer(1, logLimit),
});
export type Ask = ShapeOf<typeof askShape>;

/** One message's worth of questions. */
export const asksShape: Shape<Ask[]> = list(askShape, 0, vectorLimit);
