import { ok } from '@manyhands/base';
import type { EntryId, Hex, LogId, Result } from '@manyhands/base';
import {
  bytes,
  concat,
  decodeAs,
  encodeAs,
  equalBytes,
  fromHex,
  hex,
  integer,
  list,
  toHex,
  tuple,
} from '@manyhands/codec';
import type { ShapeOf } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { isTombstone, signatureLength, signatureOf } from '@manyhands/ledger';
import type { Entry, LogItem } from '@manyhands/ledger';
import type { Breathe } from './breathing.ts';
import type { HeldLog, Holdings } from './holdings.ts';
import { logLimit } from './limits.ts';
import type { Notes, StoreFault } from './store.ts';

const noteName = 'checkpoint';

/** A log as far as it was checked: its last id, and the signatures that showed it. */
const checkedShape = tuple({
  logId: hex<LogId>(32),
  length: integer(1, logLimit),
  head: hex<EntryId>(32),
  signedAt: list(integer(0, logLimit), 1, logLimit),
  /** SHA-256 over the signatures at those places: ids do not cover them. */
  signatures: hex(32),
});
type Checked = ShapeOf<typeof checkedShape>;

/** A hundred times what a town of 1,000 needs: beyond, opening takes its time. */
const mostBytes = 2 ** 26;
const bodyShape = tuple({
  logs: list(checkedShape, 0, 2 ** 20),
  /** SHA-256 over the id and the signature of each entry that is held without its chain. */
  detached: list(hex(32), 0, 2 ** 20),
  /** Entries with a bad signature inside. */
  unproven: list(hex<EntryId>(32), 0, 2 ** 20),
});
const rowShape = tuple({ hash: bytes(32), body: bytes(0, mostBytes) });

/**
 * What was checked before on this disk (R9), so that opening looks at no signature twice.
 * It holds ids and hashes, nothing that anybody wrote: what is erased is not in it.
 *
 * The chain is hashed anew at every opening. If the id at the end of what was checked is
 * the same, so is every body before it; with the same signatures on it there is nothing
 * to check again. Whatever does not fit makes its log be checked as if it were new.
 */
export class Checkpoint {
  readonly #row: Uint8Array | null;
  #read: Said | null = null;
  /** How much of each log fits, once it was compared. */
  readonly #fitting = new Map<LogId, number>();

  /** `row`: as it lies on the disk. It is read once somebody asks what it says. */
  constructor(row: Uint8Array | null) {
    this.#row = row;
  }

  /** How much it is about. */
  get size(): string {
    return this.#said.size;
  }

  get #said(): Said {
    return (this.#read ??= saidIn(readRow(this.#row) ?? nothing));
  }

  /**
   * Places in a stretch of one log whose signatures were looked at, and are good. `before`: all
   * that stands there already.
   */
  placesIn(
    stretch: readonly LogItem[],
    before: readonly LogItem[],
  ): ReadonlySet<number> {
    const [first] = stretch;
    const checked = first && this.#said.logs.get(first.logId);
    if (checked === undefined || first?.seq !== before.length) return new Set();
    const whole = before.length === 0 ? stretch : [...before, ...stretch];
    if (!isAsItWas(checked, whole)) return new Set();
    this.#fitting.set(checked.logId, checked.length);
    const places = checked.signedAt.map((at) => at - before.length);
    return new Set(places.filter((at) => at >= 0));
  }

  /** Whether the entry's own signature was looked at, and is good. */
  isSignedAlone(entry: Entry): boolean {
    // The first is for speed alone: of most disks nothing is kept alone, and nothing is hashed.
    const { detached } = this.#said;
    return detached.size > 0 && detached.has(detachedHash(entry));
  }

  /** Whether every signature inside is good; null if that was not looked at. */
  isProven(entry: Entry): boolean | null {
    const { id, logId, seq } = entry;
    const wasChecked =
      seq < (this.#fitting.get(logId) ?? 0) || this.isSignedAlone(entry);
    return wasChecked ? !this.#said.unproven.has(id) : null;
  }
}

function isAsItWas(checked: Checked, stretch: readonly LogItem[]): boolean {
  const { length, head, signedAt, signatures } = checked;
  return stretch[length - 1]?.id === head && signatures === hashOf(stretch, signedAt);
}

function hashOf(items: readonly LogItem[], places: readonly number[]): Hex {
  const signatures = new Uint8Array(signatureLength * places.length);
  for (const [i, at] of places.entries()) {
    const item = items[at];
    if (item === undefined || isTombstone(item)) continue;
    signatures.set(signatureOf(item), signatureLength * i);
  }
  return toHex(sha256(signatures));
}

/** One that is held without its chain, with the signature that it has. */
export const detachedHash = (entry: Entry): Hex =>
  toHex(sha256(concat(fromHex(entry.id), signatureOf(entry))));

/** Keeps the checkpoint of one replica on its disk. */
export class CheckpointNote {
  readonly #notes: Notes;
  /** How much the row is about: it changes with whatever comes, goes, or is mended. */
  #size: string | null = null;
  #checkpoint = new Checkpoint(null);

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** What this disk has; nothing, if there is none or a bit of it is another. */
  async read(): Promise<Result<Checkpoint, StoreFault>> {
    const found = await this.#notes.get(noteName);
    if (!found.ok) return found;
    this.#checkpoint = new Checkpoint(found.value);
    return ok(this.#checkpoint);
  }

  /**
   * Writes one row in the place of the one before, if there is more to tell. A fault here
   * costs time at the next opening; whatever else is written tells of it.
   */
  async keep(held: Holdings, breathe?: Breathe): Promise<void> {
    const { logs, detached, unproven } = held;
    const known = [...logs.values()].filter(({ items }) => items.length > 0);
    const lengths = known.map(({ items, signedAt }) => {
      return { length: items.length, signedAt };
    });
    const alone = [...detached.all()];
    const size = sizeOf({ logs: lengths, detached: alone, unproven: [...unproven] });
    if (size === (this.#size ?? this.#checkpoint.size)) return;
    this.#size = size;
    const checked: Checked[] = [];
    for (const log of known) {
      checked.push(...checkedOf(log));
      const pause = breathe?.();
      if (pause !== undefined) await pause;
    }
    const body = encodeAs(bodyShape, {
      logs: checked,
      detached: alone.map(detachedHash),
      unproven: [...unproven],
    });
    if (body.length + 64 > mostBytes) return;
    await this.#notes.put(noteName, encodeAs(rowShape, { hash: sha256(body), body }));
  }
}

/** What a row says, as it is asked for. */
interface Said {
  readonly logs: ReadonlyMap<LogId, Checked>;
  readonly detached: ReadonlySet<Hex>;
  readonly unproven: ReadonlySet<EntryId>;
  readonly size: string;
}

const saidIn = (body: ShapeOf<typeof bodyShape>): Said => ({
  logs: new Map(body.logs.map((log) => [log.logId, log])),
  detached: new Set(body.detached),
  unproven: new Set(body.unproven),
  size: sizeOf(body),
});

const nothing: ShapeOf<typeof bodyShape> = { logs: [], detached: [], unproven: [] };

function readRow(from: Uint8Array | null): ShapeOf<typeof bodyShape> | null {
  if (from === null) return null;
  const row = decodeAs(rowShape, from, { bytes: mostBytes, depth: 1 });
  if (!row.ok || !equalBytes(sha256(row.value.body), row.value.hash)) return null;
  const body = decodeAs(bodyShape, row.value.body, { bytes: mostBytes, depth: 4 });
  return body.ok ? body.value : null;
}

interface Sized {
  readonly logs: readonly Pick<Checked, 'length' | 'signedAt'>[];
  readonly detached: readonly unknown[];
  readonly unproven: readonly EntryId[];
}

function sizeOf({ logs, detached, unproven }: Sized): string {
  const places = logs.reduce((sum, { length }) => sum + length, 0);
  const checked = logs.reduce((sum, { signedAt }) => sum + signedAt.length, 0);
  return [logs.length, places, checked, detached.length, unproven.length].join('/');
}

/** None of a log of which only erased places are left. */
const checkedOf = ({ logId, items, signedAt }: HeldLog): Checked[] =>
  items.slice(-1).map(({ id }) => ({
    logId,
    length: items.length,
    head: id,
    signedAt,
    signatures: hashOf(items, signedAt),
  }));
