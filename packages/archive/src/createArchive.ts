import type { Cancelled, Progress, Result, Work } from '@manyhands/base';
import { utf8Bytes } from '@manyhands/codec';
import { isStandingHelp } from '@manyhands/ledger';
import { apartOf, evidencePages, pageLimit } from '@manyhands/replica';
import type { Ask, Replica } from '@manyhands/replica';
import { inSlices } from './inSlices.ts';
import { encodeManifest } from './manifest.ts';
import type { ListedFile, Manifest } from './manifest.ts';
import { deflate, store } from './pack.ts';
import type { PackedFile } from './pack.ts';
import { readmeOf } from './readme.ts';
import { csvFile, jsonFile } from './tableFiles.ts';
import { hoursHeads, hoursRows, peopleHeads, peopleOf, peopleRows } from './tables.ts';
import type { TablePeople } from './tables.ts';
import { ZipWriter } from './zipWriter.ts';

export interface ArchiveOptions {
  /** The version of the app, for whoever reads the archive in ten years. */
  readonly app: string;
}

/**
 * Everything that `replica` may share, as one file in pieces (V1 to V3). Entries, hours
 * and sums are those of one moment, whatever arrives while it is written (a word of thanks
 * that does may stand in a table already). The same replica gives the same bytes. Keys,
 * secrets and drafts are not in it: a replica has none.
 */
export function createArchive(
  replica: Replica,
  options: ArchiveOptions,
  work: Work = {},
): Promise<Result<Uint8Array[], Cancelled>> {
  return inSlices(writingArchive(replica, options), work);
}

/** The same as a work that can be stopped at every yield. */
export function* writingArchive(
  replica: Replica,
  options: ArchiveOptions,
): Generator<Progress, Uint8Array[]> {
  for (;;) {
    const writing = new Writing(replica, options);
    try {
      const written = yield* writing.write();
      // Something was cut or erased: a later page has less than the sums say.
      if (writing.isSteady()) return written;
    } finally {
      writing.close();
    }
  }
}

/** One archive under way. What must be of one moment is taken in the constructor. */
class Writing {
  readonly #replica: Replica;
  readonly #people: TablePeople;
  readonly #manifest: Omit<Manifest, 'entries' | 'files' | keyof Sums>;
  readonly #summing: Generator<undefined, Sums>;
  readonly #firstSum: IteratorResult<undefined, Sums>;
  readonly #evidence: readonly Uint8Array[];
  readonly #asks: readonly Ask[];
  readonly #cuts: string;
  readonly #unsubscribe: () => void;
  #hasErased = false;
  readonly #of: number;
  readonly #files: ListedFile[] = [];
  readonly #zip = new ZipWriter();
  #entries = 0;
  #rows = 0;

  constructor(replica: Replica, { app }: ArchiveOptions) {
    this.#replica = replica;
    const { ledger } = replica;
    this.#people = peopleOf(replica);
    this.#evidence = apartOf(replica);
    this.#asks = replica
      .wireVector()
      .map(({ log, length }) => ({ log, from: 0, max: length }));
    this.#cuts = cutsOf(replica);
    this.#unsubscribe = replica.subscribe(({ gone }) => {
      if (gone.length > 0) this.#hasErased = true;
    });
    const met = this.#people.transfers.filter(isStandingHelp);
    this.#manifest = {
      app,
      community: replica.community,
      name: ledger.charter()?.name ?? '',
      members: this.#people.members.filter(
        ({ everMember, left }) => everMember && !left,
      ).length,
      exchanges: met.length,
      minutes: met.reduce((sum, { minutes }) => sum + minutes, 0),
      newest: newestOf(replica),
    };
    this.#summing = sumsOf(replica);
    // Its first step reads the state of this moment.
    this.#firstSum = this.#summing.next();
    const rows = this.#people.members.length + this.#people.transfers.length;
    const asked = this.#asks.reduce((sum, { max }) => sum + max, 0);
    this.#of = asked + this.#evidence.length + 2 * rows;
  }

  isSteady(): boolean {
    return !this.#hasErased && this.#cuts === cutsOf(this.#replica);
  }

  close(): void {
    this.#unsubscribe();
  }

  *write(): Generator<Progress, Uint8Array[]> {
    const text = readmeOf(this.#manifest.name).replaceAll('\n', '\r\n');
    this.#add('README.txt', store(utf8Bytes(text)));
    yield* this.#pages();
    const people = () => this.#counted(peopleRows(this.#replica, this.#people));
    const hours = () => this.#counted(hoursRows(this.#replica, this.#people));
    yield* this.#table('people.csv', csvFile(peopleHeads, people()));
    yield* this.#table('people.json', jsonFile(people()));
    yield* this.#table('hours.csv', csvFile(hoursHeads, hours()));
    yield* this.#table('hours.json', jsonFile(hours()));
    const sums = yield* this.#sums();
    const entries = this.#entries;
    const manifest = { ...this.#manifest, ...sums, entries, files: this.#files };
    this.#zip.add('manifest.json', store(encodeManifest(manifest)));
    return this.#zip.finish();
  }

  *#sums(): Generator<Progress, Sums> {
    let step = this.#firstSum;
    while (step.done !== true) {
      yield this.#progress();
      step = this.#summing.next();
    }
    return step.value;
  }

  /** Runs in the order in which a fresh replica can take them, then what stands alone. */
  *#pages(): Generator<Progress> {
    let asks = this.#asks;
    let number = 0;
    const add = (page: Uint8Array) =>
      this.#add(`entries/${String(++number).padStart(4, '0')}.mhpage`, store(page));
    while (asks.length > 0) {
      const { page, rest, entries } = this.#replica.page(asks, pageLimit);
      if (page === null) break;
      this.#entries += entries;
      add(page);
      yield this.#progress();
      asks = rest;
    }
    for (const page of evidencePages(this.#evidence)) {
      add(page);
      yield this.#progress();
    }
    this.#entries += this.#evidence.length;
  }

  *#table(name: string, chunks: Iterable<Uint8Array>): Generator<Progress> {
    const packing = deflate(chunks);
    for (;;) {
      const step = packing.next();
      if (step.done === true) {
        this.#add(name, step.value);
        return;
      }
      yield this.#progress();
    }
  }

  *#counted<T>(rows: Iterable<T>): Generator<T> {
    for (const row of rows) {
      this.#rows += 1;
      yield row;
    }
  }

  #add(name: string, packed: PackedFile): void {
    this.#zip.add(name, packed);
    const { bytes, sha256, deflated } = packed;
    this.#files.push({ name, bytes, sha256, deflated });
  }

  #progress(): Progress {
    return { done: Math.min(this.#of, this.#entries + this.#rows), of: this.#of };
  }
}

/** What a replica that has taken every page must come to. */
export type Sums = Pick<Manifest, 'stateHash' | 'boardHash' | 'vectorHash'>;

/** All of the moment of the first step. */
export function* sumsOf(replica: Replica): Generator<undefined, Sums> {
  const vectorHash = replica.digest();
  const boardHash = replica.board.boardHash();
  const stateHash = yield* replica.ledger.hashState();
  return { stateHash, boardHash, vectorHash };
}

const cutsOf = ({ ledger }: Replica): string =>
  JSON.stringify(ledger.cuts().map(({ log, seq }) => [log, seq]));

const newestOf = (replica: Replica): number =>
  replica
    .vector()
    .reduce((newest, { head }) => Math.max(newest, replica.entry(head)?.time ?? 0), 0);
