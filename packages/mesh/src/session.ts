import { raise } from '@manyhands/base';
import type { Hex } from '@manyhands/base';
import { malformed } from '@manyhands/codec';
import { logIdOf } from '@manyhands/ledger';
import { coverageLimit, pageOf, readPage } from '@manyhands/replica';
import type { Ask, ReadPage, Received, Replica, WireHead } from '@manyhands/replica';
import { Backoff } from './backoff.ts';
import { EvidenceOutbox } from './evidenceOutbox.ts';
import { ForkSearch } from './forkSearch.ts';
import { heldOf, wireLog } from './held.ts';
import { inParts } from './inParts.ts';
import { acksLimit, newsLimit } from './limits.ts';
import type { Link } from './link.ts';
import { encodeMessage, readMessage, vectorPart } from './messages.ts';
import type {
  Ids,
  MeetingMessage,
  Message,
  BlobMessage,
  Secret,
  Stored,
} from './messages.ts';
import { Outbox } from './outbox.ts';
import { ThrottledAnswer } from './throttledAnswer.ts';
import type { Ending } from './pipe.ts';
import { Reading } from './reading.ts';
import type { Timers } from './timers.ts';

/** What a session tells the mesh, which alone sees all of them. */
export interface SessionHost {
  readonly replica: Replica;
  readonly timers: Timers;
  /** Resolves after everybody else has had a turn. */
  pause(): Promise<void>;
  /** They have said what they hold of these logs; of none, that it is the same as here. */
  onvector(session: Session, heads: readonly WireHead[]): void;
  /** A page that was asked for has been taken; `isLast` ends the answer. */
  onanswer(session: Session, received: Received | null, isLast: boolean): void;
  /** What was asked for has about so many bytes, they say. */
  onweight(session: Session, bytes: number): void;
  onack(session: Session, stored: readonly Stored[]): void;
  onsecret(session: Session, secret: Secret): void;
  /** They look for others, or pass on who does (M6); without an answer, left alone. */
  onmeeting?(session: Session, message: MeetingMessage): void;
  /** They want a piece of a blob, or give one (M15); without an answer, left alone. */
  onblob?(session: Session, message: BlobMessage): void;
  /** They did what they alone can be guilty of (replica/R8). */
  onoffence(session: Session, why: Ending): void;
}

/** Messages read without a pause: the other links have their turn in between. */
const pauseEvery = 64;

/**
 * M4, one link's side of it.
 *
 *     digest ──equal──▶ quiet                          news, ack ◀──▶ at any time
 *        └──differs──▶ proofs of forks, vector ──lacking──▶ ask ──▶ page … page(last) ──▶ digest
 *                                            └──another head──▶ ids … ──▶ news of both histories
 *
 * It asks only when the mesh says so: one neighbour at a time (`ask`). What is due to the
 * other is in its outbox.
 */
export class Session {
  readonly link: Link;
  readonly #host: SessionHost;
  readonly #replica: Replica;
  readonly #outbox: Outbox;
  readonly #search: ForkSearch;
  readonly #evidence: EvidenceOutbox;
  readonly #digests: ThrottledAnswer<string>;
  /** Answers that may still come: an ask in place of another may have one or two. */
  #owed = 0;
  /** Answers to come of those, to an ask for nothing: nobody waits for them. */
  #restsOwed = 0;
  #isResting = false;
  /** Something they sent was left, so that they may think it is here. */
  #hasLeft = false;
  #digestSaid: string | null = null;
  #vectorSaid = false;
  #isOver = false;
  /** One after the other: what a page brings decides how the next message is read. */
  readonly #reading = new Reading((bytes) => this.#take(bytes));
  /** What they gave could not be taken, and they think it is here: they hear what is. */
  readonly #backoff: Backoff;
  #count = 0;

  constructor(link: Link, host: SessionHost) {
    this.link = link;
    this.#host = host;
    this.#replica = host.replica;
    this.#search = new ForkSearch(host.replica);
    this.#evidence = new EvidenceOutbox(host.replica, (page) => {
      this.send(encodeMessage('news', page));
    });
    this.#backoff = new Backoff(host.timers, () => this.compare());
    this.#digests = new ThrottledAnswer(host.timers, (digest) =>
      this.#hearDigest(digest),
    );
    void link.ended.then(() => {
      this.#digests.close();
      this.#backoff.close();
    });
    this.#outbox = new Outbox(link, host.replica, host.timers, () => this.compare());
  }

  start(): void {
    this.link.onmessage = (bytes) => {
      if (this.#reading.add(bytes)) return;
      this.#host.onoffence(this, malformed('more than one can read'));
    };
    this.compare();
    // Erases that no run brings change no digest: they are told even to who seems equal.
    if (this.#replica.forks.erasesApart().length > 0) this.#evidence.announce();
  }

  /** Says what is held here, in 32 bytes; the rest follows if that differs. */
  compare(): void {
    this.#digestSaid = this.#replica.digest();
    this.#vectorSaid = false;
    this.send(encodeMessage('digest', this.#digestSaid));
  }

  ask(asks: readonly Ask[]): void {
    this.#owed += 1;
    this.#isResting = false;
    this.send(encodeMessage('ask', [...asks]));
  }

  /** Says that nothing more is asked for just now, though they have more (replica/R11). */
  rest(): void {
    if (this.#isResting) return;
    this.ask([]);
    this.#isResting = true;
    this.#restsOwed += 1;
  }

  /** Says all evidence once more: they may have had no room for some of it (replica/R11). */
  announceAgain(): void {
    this.#evidence.forget();
    if (this.#outbox.isTold) this.#evidence.announce();
  }

  sendAcks(stored: readonly Stored[]): void {
    void this.#sayEach(
      inParts(stored, acksLimit).map((part) => () => encodeMessage('ack', part)),
    );
  }

  sendSecret(secret: Secret): void {
    this.send(encodeMessage('secret', secret));
  }

  /** Sends what is new in these logs, each with its length before. */
  offer(grown: ReadonlyMap<string, number>): void {
    if (!this.#outbox.isTold) return;
    this.#evidence.announce();
    this.#outbox.offer(grown);
  }

  /** The last that is said here, and nothing is read any more; resolves when it is out. */
  sendLast(evidence: readonly Uint8Array[]): Promise<void> {
    this.link.onmessage = () => undefined;
    this.#isOver = true;
    this.#outbox.close();
    return this.link.send(encodeMessage('news', pageOf(evidence)));
  }

  /** Whether they are known to hold all that is held here. */
  get isLevel(): boolean {
    return this.#outbox.isLevel;
  }

  /** Whether they have asked for all that they would take just now. */
  get isServed(): boolean {
    return this.#outbox.isServed;
  }

  async #take(bytes: Uint8Array): Promise<void> {
    if (!this.link.isOpen || this.#isOver) return;
    if (++this.#count % pauseEvery === 0) await this.#host.pause();
    const message = readMessage(bytes);
    if (!message.ok) {
      this.#host.onoffence(this, message.error);
      return;
    }
    if (message.value !== null) await this.#obey(message.value);
  }

  async #obey({ type, payload }: Message): Promise<void> {
    switch (type) {
      case 'digest':
        this.#digests.receive(payload);
        break;
      case 'vector':
        this.#hearVector(payload);
        break;
      case 'ask':
        this.#outbox.give(payload);
        break;
      case 'weight':
        this.#host.onweight(this, payload.bytes);
        break;
      case 'more':
        if (!this.#evidence.receiveMore()) this.#outbox.giveMore();
        break;
      case 'page':
        await this.#hearPage(payload.page, payload.isLast);
        break;
      case 'news':
        await this.#hearNews(payload);
        break;
      case 'ack':
        this.#outbox.learn(heldOf(this.#replica, payload));
        this.#host.onack(this, payload);
        break;
      case 'ids':
        this.#hearIds(payload);
        break;
      case 'secret':
        this.#host.onsecret(this, payload);
        break;
      case 'want':
      case 'piece':
        this.#host.onblob?.(this, { type, payload } as BlobMessage);
        break;
      default:
        this.#host.onmeeting?.(this, { type, payload } as MeetingMessage);
    }
  }

  #hearDigest(digest: string): void {
    if (this.#isOver) return;
    const ours = this.#replica.digest();
    if (digest !== ours) {
      // They look anew, and may have learned since what makes another answer of ours useful.
      this.#vectorSaid = false;
      this.#sayVector();
      return;
    }
    this.#outbox.level();
    if (this.#digestSaid !== ours) this.compare();
    this.#host.onvector(this, []);
  }

  #hearVector(heads: readonly WireHead[]): void {
    this.#sayVector();
    const differing = heads.filter((head) => this.#search.differs(head));
    void this.#sayEach(
      differing.map(
        ({ log, length }) =>
          () =>
            this.#begin(log, length - 1),
      ),
    );
    this.#outbox.hold(heads);
    this.#host.onvector(this, heads);
  }

  /** Of more logs than one message takes, in several: each speaks of its own logs. */
  #sayVector(): void {
    if (this.#vectorSaid) return;
    this.#vectorSaid = true;
    // Evidence first (replica/R4): nobody asks beyond a cut that they have heard of.
    this.#evidence.announce();
    const heads = this.#replica.wireVector();
    const parts = heads.length === 0 ? [[]] : inParts(heads, vectorPart);
    void this.#sayEach(parts.map((part) => () => encodeMessage('vector', part)));
  }

  #begin(log: Hex, differing: number): Uint8Array | null {
    const ids = this.#search.begin(log, differing);
    return ids && encodeMessage('ids', ids);
  }

  #hearIds(heard: Ids): void {
    const { ids, found } = this.#search.receive(heard);
    if (ids !== null) this.send(encodeMessage('ids', ids));
    if (found === null) return;
    // Our history from the first difference on: with theirs it is the proof.
    const ask = { log: heard.log, from: found, max: coverageLimit + 1 };
    const { page } = this.#replica.page([ask], newsLimit, this.link.peer.member);
    if (page !== null) this.send(encodeMessage('news', page));
  }

  async #hearPage(bytes: Uint8Array | null, isLast: boolean): Promise<void> {
    if (this.#owed === 0) {
      this.#host.onoffence(this, malformed('a page nobody asked for'));
      return;
    }
    if (isLast) this.#owed -= 1;
    if (isLast && bytes === null && this.#restsOwed > 0) {
      this.#restsOwed -= 1;
      return;
    }
    const page = bytes === null ? null : this.#read(bytes);
    const received = page && (await this.#receive(page));
    if (!this.link.isOpen) return;
    if (isLast) this.#sayWhatIsHeld();
    this.#host.onanswer(this, received, isLast);
    // Behind whatever that led to: who has asked for nothing more has no room either.
    if (!isLast) this.send(encodeMessage('more', {}));
  }

  async #hearNews(bytes: Uint8Array): Promise<void> {
    const page = this.#read(bytes);
    if (page === null) return;
    await this.#receive(page);
    this.#sayWhatIsHeld();
    // Of evidence there may be more, which waits for this.
    if (page.runs.length === 0) this.send(encodeMessage('more', {}));
  }

  #read(bytes: Uint8Array): ReadPage | null {
    const read = readPage(bytes);
    if (read.ok) return read.value;
    this.#host.onoffence(this, read.error);
    return null;
  }

  /** What the replica made of a page; null when it failed, by no fault of its sender. */
  async #receive(page: ReadPage): Promise<Received | null> {
    const { device } = this.link.peer;
    // Before the replica tells its listeners: what came from here is not sent back.
    const { community } = this.#replica;
    this.#outbox.learn(
      page.runs.map(({ kind, member, device: writer, from, items }) => {
        const log = wireLog(logIdOf({ community, kind, member, device: writer }));
        return [log, from + items.length];
      }),
    );
    let received: Received;
    try {
      received = await this.#replica.receive(page, { type: 'device', device });
    } catch (error) {
      raise(error);
      this.#backoff.failed();
      return null;
    }
    if (received.refused !== null) {
      this.#host.onoffence(this, malformed(received.refused.type));
    }
    if (received.waiting.length > 0) this.#hasLeft = true;
    for (const { logId, seq, proof } of received.questions) {
      // Known by its id only, or not where it began: the rest is to be found.
      if (proof !== null && proof.seq === seq && proof.prevA === proof.prevB) continue;
      const ids = this.#begin(wireLog(logId), seq);
      if (ids !== null) this.send(ids);
    }
    return received;
  }

  /** They hear what is held here, and say what they have of it: that is asked for later. */
  #sayWhatIsHeld(): void {
    if (!this.#hasLeft) return;
    this.#hasLeft = false;
    this.compare();
  }

  /** Sends one message, in its turn. */
  send(message: Uint8Array): void {
    if (!this.#isOver) void this.link.send(message);
  }

  /** Says one after the other, each made and sent when there is room for it. */
  async #sayEach(makers: readonly (() => Uint8Array | null)[]): Promise<void> {
    for (const make of makers) {
      if (!this.link.isOpen || this.#isOver) return;
      const message = make();
      if (message !== null) await this.link.send(message);
    }
  }
}
