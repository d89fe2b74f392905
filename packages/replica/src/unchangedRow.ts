/** The row of what a disk has unchanged (R13): how it is written, and read. */
import type { EntryId, LogId } from '@manyhands/base';
import {
  bytes,
  decodeAs,
  encodeAs,
  equalBytes,
  hex,
  integer,
  list,
  putHex,
  text,
  tuple,
} from '@manyhands/codec';
import type { ShapeOf } from '@manyhands/codec';
import { digestOf } from '@manyhands/keys';
import { idLength, isOfHours } from '@manyhands/ledger';
import type { Entry, Ledger } from '@manyhands/ledger';
import type { Breathe } from './breathing.ts';
import { detachedHash } from './checkpoint.ts';
import type { HeldLog, Holdings } from './holdings.ts';
import { ItemsDigest } from './itemsDigest.ts';
import { logLimit } from './limits.ts';

/** Beyond, opening takes its time: a log of every device of a city. */
const mostBytes = 2 ** 28;
const logShape = tuple({
  logId: hex<LogId>(32),
  length: integer(1, logLimit),
  /** How many places of it are in `signedAt`. */
  signed: integer(0, logLimit),
});
const groupShape = tuple({
  logs: list(logShape, 0, 2 ** 20),
  /** Over every byte of these logs, and how long each entry is. */
  digest: bytes(32),
});
const bodyShape = tuple({
  /** How this row is laid out: of another layout it is none. */
  format: integer(1, 2 ** 20),
  /** Of the first are all ledgers. */
  groups: list(groupShape, 1, 2 ** 20),
  /** Of all their entries, one log after the other. */
  ids: bytes(0, mostBytes),
  /** A byte of one, where an entry says nothing but hours. */
  hours: bytes(0, mostBytes),
  /** The places in each log whose signatures were looked at, four bytes each. */
  signedAt: bytes(0, mostBytes),
  detached: list(hex(32), 0, 2 ** 20),
  unproven: list(hex<EntryId>(32), 0, 2 ** 20),
  /** The code that ran, and what its fold made of the hours (ledger). */
  build: text(1_024),
  fold: bytes(0, mostBytes),
});
/** What a row says. */
export type UnchangedBody = ShapeOf<typeof bodyShape>;
const unchangedRowShape = tuple({ hash: bytes(32), body: bytes(0, mostBytes) });

/** Goes up with whatever is written otherwise. */
const format = 1;

/** A log of which nothing is erased. */
export type WholeLog = HeldLog & { readonly items: readonly Entry[] };

/** Boards of which something is erased are read as ever. */
export function* wholeLogs({ logs }: Holdings): Generator<WholeLog> {
  for (const log of logs.values()) {
    if (log.items.length > 0 && log.tombstones === 0) yield log as WholeLog;
  }
}

/** What is held of ledgers without its chain. */
export const aloneIn = ({ detached }: Holdings): Entry[] =>
  [...detached.all()].filter(({ log }) => log.kind === 'ledger');

/** What a row is written with. */
interface Finishing {
  readonly ledger: Ledger;
  readonly build: string | null;
  readonly breathe: Breathe | undefined;
}

/** A row that is being written. */
export class UnchangedRow {
  readonly #groups: (readonly WholeLog[])[] = [];
  places = 0;

  add(logs: readonly WholeLog[]): void {
    this.#groups.push(logs);
    for (const { items } of logs) this.places += items.length;
  }

  /** Of the first group, which has all ledgers. */
  async #hours(ledger: Ledger, breathe: Breathe | undefined): Promise<Uint8Array> {
    const entries: Entry[] = [];
    for (const { items } of this.#groups[0] ?? []) {
      for (const item of items) entries.push(item);
    }
    const writing = ledger.keptHours(entries);
    for (;;) {
      const step = writing.next();
      if (step.done === true) return step.value;
      const pause = breathe?.();
      if (pause !== undefined) await pause;
    }
  }

  /** Null, if it would be too long. */
  async finish(
    held: Holdings,
    { ledger, build, breathe }: Finishing,
  ): Promise<Uint8Array | null> {
    const ids = new Uint8Array(idLength * this.places);
    const hours = new Uint8Array(this.places);
    const signedAt: number[] = [];
    const groups: UnchangedBody['groups'] = [];
    let at = 0;
    for (const logs of this.#groups) {
      const digest = new ItemsDigest();
      const named: UnchangedBody['groups'][number]['logs'] = [];
      for (const { logId, log, items, signedAt: ofLog } of logs) {
        for (const item of items) {
          digest.add(item.stored);
          putHex(ids, idLength * at, item.id);
          if (log.kind === 'ledger' && isOfHours(item)) hours[at] = 1;
          at += 1;
        }
        for (const place of ofLog) signedAt.push(place);
        named.push({ logId, length: items.length, signed: ofLog.length });
        const pause = breathe?.();
        if (pause !== undefined) await pause;
      }
      groups.push({ logs: named, digest: await digest.finish() });
    }
    const body = encodeAs(bodyShape, {
      format,
      groups,
      ids,
      hours,
      signedAt: bytesOf(signedAt),
      detached: aloneIn(held).map(detachedHash),
      unproven: [...held.unproven],
      build: build ?? '',
      fold: build === null ? new Uint8Array() : await this.#hours(ledger, breathe),
    });
    if (body.length + 64 > mostBytes) return null;
    return encodeAs(unchangedRowShape, { hash: await digestOf(body), body });
  }
}

/** Null for what is no row, of which not a bit may be another. */
export async function readUnchangedRow(
  from: Uint8Array,
): Promise<UnchangedBody | null> {
  const limits = { bytes: mostBytes, depth: 1 };
  const row = decodeAs(unchangedRowShape, from, limits, { views: true });
  if (!row.ok || !equalBytes(await digestOf(row.value.body), row.value.hash))
    return null;
  const within = { bytes: mostBytes, depth: 5 };
  const body = decodeAs(bodyShape, row.value.body, within, { views: true });
  if (!body.ok || body.value.format !== format) return null;
  const { groups, ids, hours, signedAt } = body.value;
  let [places, signed] = [0, 0];
  for (const each of groups.flatMap(({ logs }) => logs)) {
    places += each.length;
    signed += each.signed;
  }
  const isWhole =
    ids.length === idLength * places &&
    hours.length === places &&
    signedAt.length === 4 * signed;
  return isWhole ? body.value : null;
}

const bytesOf = (numbers: readonly number[]): Uint8Array =>
  new Uint8Array(Uint32Array.from(numbers).buffer);
