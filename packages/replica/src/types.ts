import type {
  CommunityId,
  DeviceKey,
  EntryId,
  Hex,
  LogId,
  MemberId,
  Result,
} from '@manyhands/base';
import type { Malformed } from '@manyhands/codec';
import type {
  Board,
  Entry,
  ForkProof,
  KnownContent,
  Ledger,
  LogKind,
  LogName,
} from '@manyhands/ledger';
import type { Ask, ReadPage, WireHead } from './page.ts';
import type { StoreFault } from './store.ts';

/** Where a page came from. It decides who is answerable for it, never what is true. */
export type Source =
  | { readonly type: 'own' }
  | { readonly type: 'device'; readonly device: DeviceKey }
  | { readonly type: 'message' }
  /** A file of everything, or another record on this device, that a person reads in. */
  | { readonly type: 'archive' };

/** What only the sender of a page can be guilty of (R8). A refused page changes nothing. */
export type Refused =
  | Malformed
  | { readonly type: 'Oversized'; readonly bytes: number }
  | { readonly type: 'BadSignature'; readonly logId: LogId; readonly seq: number };

/**
 * Two well-signed entries at one place of one log. No offence of the sender (R4): what
 * was held is kept, and whoever writes here proves the fork (P8).
 */
export interface LogQuestion {
  readonly logId: LogId;
  readonly log: LogName;
  readonly seq: number;
  readonly ours: EntryId;
  readonly theirs: EntryId;
  /** Null when one of the two is known by its id only: bisection finds them (P7). */
  readonly proof: ForkProof | null;
}

export interface Received {
  /** Entries that now stand in their chain, in log order. */
  readonly added: readonly Entry[];
  /** Entries newly held without their chain. */
  readonly detached: readonly Entry[];
  /** Entries that were held with a bad signature of their own, and have a good one now (H9). */
  readonly mended: readonly Entry[];
  readonly questions: readonly LogQuestion[];
  /** Logs of devices that no held certificate names: not kept; ask again later (A15). */
  readonly strangers: readonly LogId[];
  /** Logs of which more came than there is room for now: it waits, nobody is blamed (R11). */
  readonly waiting: readonly LogId[];
  readonly refused: Refused | null;
}

/** Of whom something waits for their share (R11), and about how much. */
export interface WaitingMember {
  readonly member: MemberId;
  readonly bytes: number;
}

/** How far one log reaches here. */
export interface LogHead {
  readonly logId: LogId;
  readonly log: LogName;
  readonly length: number;
  readonly head: EntryId;
}

export interface Change {
  /**
   * Chained entries in log order, then detached ones; all are in the folds already. One
   * that was detached comes a second time when its chain brings it. None, when a fork was
   * seen and nothing else: see `ForkView.toProve`.
   */
  readonly added: readonly Entry[];
  /** What was held and is not any more: erased, or covered by nothing else. */
  readonly gone: readonly Entry[];
  /** Entries that have a good signature of their own now, and had a bad one (H9). */
  readonly mended: readonly Entry[];
  /**
   * By the names of the wire, the logs of which more is told than when the last change was
   * heard of, with the length that was told then.
   */
  readonly grown: ReadonlyMap<Hex, number>;
  /** Whether the vector says something else of gaps (H3) than then. */
  readonly hasOtherGaps: boolean;
  readonly source: Source;
}

export interface GivenPage {
  readonly page: Uint8Array | null;
  readonly rest: Ask[];
  readonly entries: number;
  /** Up to which length it brings each log that is in it, called as the wire does. */
  readonly lengths: ReadonlyMap<Hex, number>;
}

/** Logs with two histories, for those who look for them, prove and repeat (P7, P8). */
export interface ForkView {
  /** The id at a place of a log, called as the wire does; null beyond its end or cut. */
  idAt(log: Hex, seq: number): EntryId | null;
  /** Forks that can be proven here and that no entry has proven so early yet. */
  toProve(): ForkProof[];
  /** The place behind the highest of this ledger that a witness carries; 0 where none does. */
  carriedEndOf(log: LogName): number;
  /**
   * What others must know before they ask (P7), travelling, and to be told before all else:
   * what members' identities rest on, erases that no run brings, and what proves the cuts.
   * All of it, the members in turn in each (H7); `evidencePages` cuts it into pages. A piece
   * is the same object as long as it is told.
   */
  evidence(): readonly Uint8Array[];
  /** Of those, the erases: no digest shows who has heard of them. */
  erasesApart(): Entry[];
  /**
   * What is known only from beyond a cut, or only alone, ready to be said again: witnesses
   * of entries, and proofs and witnesses themselves (ledger/L10). Found one after the other.
   */
  toRepeat(): Iterable<Repetition>;
  /** Whether one of these is still due: what was written meanwhile may have made it needless. */
  isDue(repetition: Repetition): boolean;
}

/** How much is taken of each member (R11), for those who ask and for those who look. */
export interface ShareView {
  /**
   * What to ask for now of all that is lacking, by the shares of those who wrote it. The
   * rest waits, and is asked for later: some of it every few hours.
   */
  within(lacks: readonly Ask[]): Ask[];
  /** Of whom something is known to wait, and about how much. */
  waiting(): WaitingMember[];
}

/**
 * Places of entries whose own signature is bad here and needed (H9): any neighbour may have
 * them with a good one, though it holds no more than is held here.
 */
export interface WantedView {
  asks(): Ask[];
  /** Hears each time that one more is needed. */
  subscribe(listener: () => void): () => void;
}

/** An entry that others may never get, and what to write so that everybody hears of it. */
export interface Repetition {
  readonly entry: Entry;
  readonly content: KnownContent;
  /** `cut`: it stands beyond a cut. `alone`: its chain has not come, and perhaps will. */
  readonly why: 'cut' | 'alone';
}

/** Something was lost or mended on this disk; the app says so. Nothing is lost silently. */
export type ReplicaFault =
  | StoreFault
  | {
      readonly type: 'Mended';
      /** Entries in good order, kept. */
      readonly kept: number;
      /** Entries, rows or bytes that did not prove themselves and were left out. */
      readonly lost: number;
    };

/**
 * All that one device knows of one community: the set of entries that proved
 * themselves, and the two folds over it. Whatever arrives passes one gate (R2, R7).
 */
export interface Replica {
  readonly community: CommunityId;
  readonly ledger: Ledger;
  readonly board: Board;
  /**
   * Takes what proves itself. Serialised; never rejects, whatever the bytes. A page that was
   * read already is not read again.
   */
  receive(page: Uint8Array | ReadPage, from: Source): Promise<Received>;
  /**
   * Every log held, up to its cut; a log comes after the one that certifies its device,
   * so that whoever takes the first thousand can use them.
   */
  vector(): LogHead[];
  /**
   * The same as the wire has it, and the hash two replicas compare first (formats §7): of
   * the vector sorted by log, whatever the order in which its logs came here.
   */
  wireVector(): WireHead[];
  /** What it has of one log, called as the wire does. */
  announced(log: Hex): WireHead | null;
  digest(): Hex;
  /** What they have and we do not, and what is to be mended of what they have. */
  lacks(theirs: readonly WireHead[]): Ask[];
  /**
   * As much of `asks` as fits in `limitBytes`, never an entry before its certificate's
   * log: the founding log first, then the logs of `asker` and of those they have hours
   * with, then the rest.
   */
  page(asks: readonly Ask[], limitBytes?: number, asker?: MemberId | null): GivenPage;
  /** The bytes of the entries in `asks` that are held here, whatever stands around them. */
  weigh(asks: readonly Ask[]): number;
  /**
   * The certificates that lead from the founder to this device of this member, travelling,
   * in order, whoever else says that it is theirs.
   */
  evidenceFor(of: Pick<LogName, 'member' | 'device'>): Uint8Array[];
  entry(id: EntryId): Entry | null;
  /**
   * Whether the entry's own signature is good, so that a witness could carry it, or one does
   * already (ledger/L9). Nobody says yes to one for which this is false (A6): whoever asks needs
   * a good one, so its place is among those to mend from then on.
   */
  isSigned(id: EntryId): Promise<boolean>;
  /** Entries whose own signature is bad here and needed. */
  readonly wanted: WantedView;
  /** What is known here of logs with two histories. */
  readonly forks: ForkView;
  readonly shares: ShareView;
  /** The founding, in its chain or without it. */
  founding(): Entry | null;
  head(log: LogName): { readonly length: number; readonly head: EntryId };
  /** Entries held without their chain. */
  detached(): Iterable<Entry>;
  /** Whether a held certificate names this device of this member. */
  isCertified(member: MemberId, device: DeviceKey): boolean;
  subscribe(listener: (change: Change) => void): () => void;
  /** What went wrong so far, from opening on; and what goes wrong later. */
  faults(): readonly ReplicaFault[];
  onfault(listener: (fault: ReplicaFault) => void): () => void;
  /**
   * Resolves once all that was received so far is durable, and what it erased is gone from
   * the disk: after `purgePause` at most, if others erase one thing after the other.
   */
  settled(): Promise<Result<void, StoreFault>>;
  /** Takes what is erased so far off the disk now, whoever erased it. */
  purge(): Promise<Result<void, StoreFault>>;
  close(): Promise<void>;
}

/** Why a replica did not open: its disk cannot be read. */
export type ReplicaRefused = StoreFault;

/**
 * `JournalBehind`: an entry of this device exists that its journal lacks. The device
 * must fall silent and enrol anew (R5, R10), or it would use a place twice.
 */
export type WriterRefused = StoreFault | { readonly type: 'JournalBehind' };
/** `Closed`: this hand was put down; another window of this device may hold the pen now. */
export type AppendRefused = WriterRefused | { readonly type: 'Closed' };

/** The one hand that writes this device's two logs. */
export interface Writer {
  readonly member: MemberId;
  readonly device: DeviceKey;
  /**
   * Signs, journals, and only then shows the entry to the replica (R5). Serialised.
   * What it answers is durable.
   */
  append(kind: LogKind, content: KnownContent): Promise<Result<Entry, AppendRefused>>;
  /**
   * Takes entries of this member's boards off every board, for good; those that are erased
   * already are left out. What it answers is durable, and their bytes are gone from this
   * disk.
   */
  erase(entries: readonly Entry[]): Promise<Result<void, AppendRefused>>;
  /** Delivers again what is journalled and not yet in the document. */
  redeliver(): Promise<Result<number, WriterRefused>>;
  /** Reads the journal anew after a fault of the disk: whether this device may go on. */
  reread(): Promise<Result<void, WriterRefused>>;
  /**
   * Nothing is written here: for good, where an entry of ours exists that the journal lacks,
   * or a fork of a log of ours is proven; else while our member's identity ends one (R10).
   */
  readonly spent: boolean;
  /** Nothing more is begun by this hand. */
  close(): void;
}
