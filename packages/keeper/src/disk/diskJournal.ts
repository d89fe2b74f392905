import { assert, err, ok, SerialQueue } from '@manyhands/base';
import type { EntryId, MemberId, Result } from '@manyhands/base';
import { bytes, decodeAs, encodeAs, hex, integer, tuple } from '@manyhands/codec';
import type {
  Journal,
  JournalTombstone,
  JournalRow,
  StoreFault,
} from '@manyhands/replica';
import { tryDisk } from './fileFaultOf.ts';
import type { Files } from './files.ts';
import { RowFile } from './rowFile.ts';

const shape = tuple({
  kind: integer(0, 1),
  seq: integer(0, 2 ** 20),
  prev: hex<EntryId>(32),
  stored: bytes(1, 4_300),
});
const limits = { bytes: 8_192, depth: 2 };

/**
 * The device's own entries in a file of rows, each on the disk itself before `append`
 * answers. One that is gone is not begun anew: a place would be used twice (replica/R5).
 */
export class DiskJournal implements Journal {
  readonly #file: RowFile;
  /** The next place of each log, or null when the file has to be read first. */
  #next: Places | null = null;
  readonly #queue = new SerialQueue();

  /** Whether a file that is not there is an empty one: only of what is written for others. */
  readonly #mayBegin: boolean;

  constructor(files: Files, of: MemberId | null = null) {
    this.#file = new RowFile(files, of === null ? 'journal' : `journal.${of}`);
    this.#mayBegin = of !== null;
  }

  /** An empty journal, on a disk that has none. */
  begin(): Promise<void> {
    return this.#file.replace([]);
  }

  read(): Promise<Result<JournalRow[], StoreFault>> {
    return this.#queue.run(() => this.#read());
  }

  append(row: JournalRow): Promise<Result<void, StoreFault>> {
    return this.#queue.run(async () => {
      const next = await this.#places();
      if (!next.ok) return next;
      const place = `${row.kind}/${row.seq}`;
      const free = next.value[row.kind];
      if (row.seq < free) return refused(`${place} is taken`);
      if (row.seq > free) return lost(`nothing before ${place}`);
      const written = await tryDisk(async () => {
        if (this.#mayBegin && row.seq === 0) await this.#begun();
        await this.#file.add([rowOf(row)]);
        await this.#file.sync();
      });
      // Whether it is there now, only reading says.
      this.#next = written.ok ? { ...next.value, [row.kind]: free + 1 } : null;
      return written;
    });
  }

  erase(tombstones: readonly JournalTombstone[]): Promise<Result<void, StoreFault>> {
    return this.#queue.run(async () => {
      const read = await this.#read();
      if (!read.ok) return read;
      const markAt = new Map(tombstones.map(({ seq, bodyHash }) => [seq, bodyHash]));
      const rows = read.value.map((row) => {
        const bodyHash = row.kind === 'board' ? markAt.get(row.seq) : undefined;
        return rowOf(bodyHash ? { ...row, stored: bodyHash } : row);
      });
      return tryDisk(() => this.#file.replace(rows));
    });
  }

  /** A file for the first of what is written for somebody. */
  async #begun(): Promise<void> {
    if ((await this.#file.open()) === null) await this.begin();
  }

  async #places(): Promise<Result<Places, StoreFault>> {
    if (this.#next !== null) return ok(this.#next);
    const read = await this.#read();
    return read.ok ? ok(placesAfter(read.value)) : read;
  }

  async #read(): Promise<Result<JournalRow[], StoreFault>> {
    const found = await tryDisk(() => this.#file.open());
    if (!found.ok) return found;
    if (found.value === null && !this.#mayBegin) return lost('the journal is gone');
    const rows = (found.value?.rows ?? []).flatMap((row) => readRow(row) ?? []);
    this.#next = placesAfter(rows);
    return ok(rows.sort(inOrder));
  }
}

/** The next free place of each log. */
type Places = Record<JournalRow['kind'], number>;

function placesAfter(rows: readonly JournalRow[]): Places {
  const places: Places = { ledger: 0, board: 0 };
  for (const { kind, seq } of rows) places[kind] = Math.max(places[kind], seq + 1);
  return places;
}

const refused = (why: string): Result<never, StoreFault> =>
  err({ type: 'StoreRefused', why });
const lost = (why: string): Result<never, StoreFault> =>
  err({ type: 'StoreLost', why });

const inOrder = (a: JournalRow, b: JournalRow): number =>
  a.kind === b.kind ? a.seq - b.seq : a.kind === 'ledger' ? -1 : 1;

const rowOf = ({ kind, ...rest }: JournalRow): Uint8Array =>
  encodeAs(shape, { kind: kind === 'ledger' ? 0 : 1, ...rest });

function readRow(row: Uint8Array): JournalRow | null {
  const read = decodeAs(shape, row, limits);
  if (!read.ok) return null;
  const { kind, ...rest } = read.value;
  assert(kind === 0 || kind === 1, 'the shape has checked it');
  return { kind: kind === 0 ? 'ledger' : 'board', ...rest };
}
