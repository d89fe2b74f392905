/**
 * M15: blobs of listings, which are no part of the record. Whoever looks at one asks
 * its neighbours, one after the other, piece by piece.
 *
 *     want [sha, 0] ──▶ piece [sha, 0, of, bytes] ── want [sha, 40,960] ──▶ … ──▶ whole
 *                  └──▶ piece [sha, 0, 0, —]: not here
 *
 * 1. Every want has one answer. A piece that answers nothing, is not where it was asked for,
 *    or makes a whole that does not hash to its name is its sender's offence (replica/R8).
 * 2. A want goes one hop and no further. Who is asked too often in a minute says that it is
 *    not here; nobody is punished for asking.
 * 3. No more bytes are held for one fetch than `blobLimit`, whatever a sender says: a
 *    piece of more is no message (messages.ts).
 */
import { err, ok } from '@manyhands/base';
import type { Hex, MemberId, Result } from '@manyhands/base';
import { concat, malformed, toHex } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { fetchesAtOnce, owedPieces, pieceLimit, piecesAMinute } from './limits.ts';
import { encodeMessage } from './messages.ts';
import type { BlobMessage, Piece } from './messages.ts';
import type { Ending } from './pipe.ts';
import { Rate } from './rate.ts';
import type { Session } from './session.ts';
import type { Timers } from './timers.ts';

/** The blobs this device has, as far as the mesh needs them. */
export interface BlobsHeld {
  /** The blob, if it is here and hashes to that name. */
  get(sha: Hex): Promise<Uint8Array | null>;
}

export type BlobFailed =
  /** No device is linked now. */
  | { readonly type: 'NobodyThere' }
  /** Those who are linked do not have it, or did not give it. */
  | { readonly type: 'NobodyHasIt' }
  | { readonly type: 'Stopped' };

export interface FetchOptions {
  /** Whose blob it is: their devices are asked first. */
  readonly owner?: MemberId;
  readonly signal?: AbortSignal;
  /** How much of it is here, and how much there is, as its sender says. */
  readonly onprogress?: (bytes: number, ofBytes: number) => void;
}

/** What an app may do about blobs that it does not have. */
export interface BlobControl {
  fetch(sha: Hex, options?: FetchOptions): Promise<Result<Uint8Array, BlobFailed>>;
}

export interface BlobsOptions {
  readonly timers: Timers;
  readonly held: BlobsHeld | null;
  readonly sessions: () => readonly Session[];
  readonly isKeeper: (session: Session) => boolean;
  readonly onoffence: (session: Session, why: Ending) => void;
}

/** Who sends no piece for so long is passed over. */
export const blobPatience = 8_000;

/** One neighbour, as far as blobs go. */
interface Line {
  /** Asked for and not answered yet, also what nobody waits for any more. */
  readonly owed: Map<string, ((piece: Piece | null) => void) | null>;
  readonly rate: Rate;
}

export class BlobExchange implements BlobControl {
  readonly #options: BlobsOptions;
  readonly #lines = new WeakMap<Session, Line>();
  /** Fetches that wait until others are done. */
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;

  constructor(options: BlobsOptions) {
    this.#options = options;
  }

  async fetch(
    sha: Hex,
    options: FetchOptions = {},
  ): Promise<Result<Uint8Array, BlobFailed>> {
    if (this.#underWay >= fetchesAtOnce) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#underWay += 1;
    try {
      return await this.#fetch(sha, options);
    } finally {
      this.#underWay -= 1;
      this.#waiting.shift()?.();
    }
  }

  receive(session: Session, { type, payload }: BlobMessage): void {
    if (type === 'want') void this.#give(session, payload.sha, payload.from);
    else this.#take(session, payload);
  }

  gone(session: Session): void {
    for (const answer of this.#lines.get(session)?.owed.values() ?? []) answer?.(null);
  }

  async #fetch(
    sha: Hex,
    { owner, signal, onprogress = () => undefined }: FetchOptions,
  ): Promise<Result<Uint8Array, BlobFailed>> {
    const asked = new Set<Session>();
    for (;;) {
      if (signal?.aborted === true) return err({ type: 'Stopped' });
      const [next] = this.#options
        .sessions()
        .filter((session) => !asked.has(session))
        .sort((a, b) => this.#rank(a, owner) - this.#rank(b, owner));
      if (next === undefined) {
        return err({ type: asked.size === 0 ? 'NobodyThere' : 'NobodyHasIt' });
      }
      asked.add(next);
      const whole = await this.#fetchFrom(next, sha, signal, onprogress);
      if (whole !== null) return ok(whole);
    }
  }

  /** Whose blob it is comes first, then who is always there. */
  #rank(session: Session, owner: MemberId | undefined): number {
    if (session.link.peer.member === owner) return 0;
    return this.#options.isKeeper(session) ? 1 : 2;
  }

  /** All of it from one neighbour, or null. */
  async #fetchFrom(
    session: Session,
    sha: Hex,
    signal: AbortSignal | undefined,
    onprogress: (bytes: number, ofBytes: number) => void,
  ): Promise<Uint8Array | null> {
    const pieces: Uint8Array[] = [];
    let from = 0;
    for (let of: number | null = null; of === null || from < of;) {
      const piece = await this.#ask(session, sha, from, signal);
      if (piece === null || piece.of === 0) return null;
      of ??= piece.of;
      if (piece.of !== of || !isRight(piece)) {
        this.#options.onoffence(session, malformed('not the piece of a blob'));
        return null;
      }
      pieces.push(piece.bytes);
      from += piece.bytes.length;
      onprogress(from, of);
    }
    const whole = concat(...pieces);
    if (toHex(sha256(whole)) === sha) return whole;
    this.#options.onoffence(session, malformed('another blob than was asked for'));
    return null;
  }

  #ask(
    session: Session,
    sha: Hex,
    from: number,
    signal: AbortSignal | undefined,
  ): Promise<Piece | null> {
    const { owed } = this.#lineOf(session);
    const name = nameOf(sha, from);
    // Who owes many answers gives none, or not in time.
    if (owed.has(name) || owed.size >= owedPieces || !session.link.isOpen) {
      return Promise.resolve(null);
    }
    return new Promise((resolve) => {
      const stop = () => {
        cancel();
        signal?.removeEventListener('abort', leave);
      };
      const leave = () => {
        stop();
        // Its answer may still come, and is no offence.
        if (owed.has(name)) owed.set(name, null);
        resolve(null);
      };
      const cancel = this.#options.timers.after(blobPatience, leave);
      signal?.addEventListener('abort', leave);
      owed.set(name, (piece) => {
        stop();
        resolve(piece);
      });
      session.send(encodeMessage('want', { sha, from }));
    });
  }

  #take(session: Session, piece: Piece): void {
    const { owed } = this.#lineOf(session);
    const name = nameOf(piece.sha, piece.from);
    const answer = owed.get(name);
    if (answer === undefined) {
      this.#options.onoffence(session, malformed('a blob nobody asked for'));
      return;
    }
    owed.delete(name);
    answer?.(piece);
  }

  async #give(session: Session, sha: Hex, from: number): Promise<void> {
    const { rate } = this.#lineOf(session);
    const blob = rate.take() ? await this.#options.held?.get(sha) : null;
    const of = blob && from < blob.length ? blob.length : 0;
    const bytes = blob && of > 0 ? blob.subarray(from, from + pieceLimit) : none;
    session.send(encodeMessage('piece', { sha, from, of, bytes }));
  }

  #lineOf(session: Session): Line {
    const known = this.#lines.get(session);
    if (known) return known;
    const line: Line = {
      owed: new Map(),
      rate: new Rate(this.#options.timers, piecesAMinute),
    };
    this.#lines.set(session, line);
    return line;
  }
}

const none = new Uint8Array();
const nameOf = (sha: Hex, from: number): string => `${sha}/${from}`;

/** Whether a piece is as long as it must be, where it stands, of so many bytes. */
const isRight = ({ from, of, bytes }: Piece): boolean =>
  bytes.length === Math.min(pieceLimit, of - from);
