import type { Hex } from '@manyhands/base';
import { malformed, toHex } from '@manyhands/codec';
import { logIdOf, travellingLimit } from '@manyhands/ledger';
import { coverLimit, pageLimit, pageOf, readPage } from '@manyhands/replica';
import type { Ask, Received, Replica, WireHead } from '@manyhands/replica';
import { ForkSearch } from './forkSearch.ts';
import type { Link } from './link.ts';
import { encodeMessage, readMessage } from './messages.ts';
import type { Ids, Message, Secret, Stored } from './messages.ts';
import type { Ending } from './pipe.ts';

/** What a session tells the mesh, which alone sees all of them. */
export interface SessionHost {
  readonly replica: Replica;
  /** They have said what they hold. */
  onvector(session: Session, heads: readonly WireHead[]): void;
  /** A page that was asked for has been taken; `isLast` ends the answer. */
  onanswer(session: Session, received: Received | null, isLast: boolean): void;
  onack(session: Session, stored: readonly Stored[]): void;
  onsecret(session: Session, secret: Secret): void;
  /** They did what they alone can be guilty of (R8). */
  onoffence(session: Session, why: Ending): void;
}

/** So many travelling entries of any length fit in one page. */
const evidencePerPage = Math.floor(pageLimit / (travellingLimit + 8));
/** Pages under way before the asker says there is room for more. */
const pagesAhead = 2;
/** What is sent unasked at once; more than that is asked for. */
const newsBytes = 65_536;
/** Bytes taken from the link and not yet read. An honest neighbour leaves room. */
const backlogBytes = 4 * 1024 * 1024;

/**
 * M4, one link's side of it. What it knows of the other it has from the other: their
 * vector, the pages and acks they sent, and what was sent to them.
 *
 *     digest ──equal──▶ quiet                          news, ack ◀──▶ at any time
 *        └──differs──▶ proofs of forks, vector ──lacking──▶ ask ──▶ page … page(last) ──▶ digest
 *                                            └──another head──▶ ids … ──▶ news of both histories
 *
 * It asks only when the mesh says so: one neighbour at a time (`ask`).
 */
export class Session {
  readonly link: Link;
  readonly #host: SessionHost;
  readonly #replica: Replica;
  /** How much of each log they hold, once they have said so. */
  #theirs: Map<string, number> | null = null;
  /** Logs with something new for them. */
  readonly #news = new Set<string>();
  readonly #search: ForkSearch;
  /** Proofs of forks that were told here, by their bytes: each is told once. */
  readonly #proofsTold = new Set<string>();
  /** Logs that grew while they seemed to lack what came before, and that length. */
  readonly #missed = new Map<string, number>();
  #asked: Ask[] = [];
  #credit = 0;
  #isPumping = false;
  #digestSaid: string | null = null;
  #vectorSaid = false;
  #turn: Promise<void> = Promise.resolve();
  #backlog = 0;

  constructor(link: Link, host: SessionHost) {
    this.link = link;
    this.#host = host;
    this.#replica = host.replica;
    this.#search = new ForkSearch(host.replica);
  }

  start(): void {
    this.link.onmessage = (bytes) => {
      this.#backlog += bytes.length;
      if (this.#backlog > backlogBytes) {
        this.#host.onoffence(this, malformed('more than one can read'));
        return;
      }
      // One after the other: what a page brings decides how the next message is read.
      this.#turn = this.#turn.then(async () => {
        await this.#take(bytes);
        this.#backlog -= bytes.length;
      });
    };
    this.compare();
    // Erases that no run brings change no digest: they are told even to who seems equal.
    if (this.#replica.forks.erasesApart().length > 0) this.#sayProofs();
  }

  /** Says what is held here, in 32 bytes; the rest follows if that differs. */
  compare(): void {
    this.#digestSaid = this.#replica.digest();
    this.#vectorSaid = false;
    this.#say(encodeMessage('digest', this.#digestSaid));
  }

  ask(asks: readonly Ask[]): void {
    this.#say(encodeMessage('ask', [...asks]));
  }

  sendAcks(stored: readonly Stored[]): void {
    if (stored.length > 0) this.#say(encodeMessage('ack', [...stored]));
  }

  sendSecret(secret: Secret): void {
    this.#say(encodeMessage('secret', secret));
  }

  /**
   * Sends what is new in these logs, if the other held all that came before: who lacks
   * more than that is asking for it already. As soon as they say they have it, the new
   * follows; a vector that was under way for a while must not make it wait for ever.
   */
  offer(grown: ReadonlyMap<string, number>): void {
    if (this.#theirs === null) return;
    this.#sayProofs();
    for (const [log, before] of grown) {
      if (!this.#missed.has(log)) this.#missed.set(log, before);
    }
    this.#catchUp();
  }

  /** Whether they are known to hold all that is held here. */
  get isLevel(): boolean {
    const theirs = this.#theirs;
    if (theirs === null) return false;
    return this.#replica
      .wireVector()
      .every(({ log, length }) => (theirs.get(log) ?? 0) >= length);
  }

  async #take(bytes: Uint8Array): Promise<void> {
    if (!this.link.isOpen) return;
    const message = readMessage(bytes);
    if (!message.ok) {
      this.#host.onoffence(this, message.error);
      return;
    }
    if (message.value !== null) await this.#obey(message.value);
  }

  async #obey(message: Message): Promise<void> {
    switch (message.type) {
      case 'digest': {
        this.#hearDigest(message.payload);
        return;
      }
      case 'vector': {
        this.#hearVector(message.payload);
        return;
      }
      case 'ask':
        this.#asked = [...message.payload];
        this.#credit = pagesAhead;
        // Silence would leave the asker waiting for what is not here.
        if (this.#asked.length === 0) {
          this.#sayPage(null, true);
          return;
        }
        {
          this.#pump();
          return;
        }
      case 'more':
        this.#credit = Math.min(this.#credit + 1, pagesAhead);
        {
          this.#pump();
          return;
        }
      case 'page':
        return this.#hearPage(message.payload.page, message.payload.isLast);
      case 'news':
        await this.#receive(message.payload);
        return;
      case 'ack':
        for (const { log, length } of message.payload) this.#learn(log, length);
        {
          this.#host.onack(this, message.payload);
          return;
        }
      case 'ids': {
        this.#hearIds(message.payload);
        return;
      }
      case 'secret': {
        this.#host.onsecret(this, message.payload);
        return;
      }
    }
  }

  #hearDigest(digest: string): void {
    const ours = this.#replica.digest();
    if (digest !== ours) {
      this.#sayVector();
      return;
    }
    this.#theirs = lengthsOf(this.#replica.wireVector());
    this.#missed.clear();
    if (this.#digestSaid !== ours) this.compare();
    this.#host.onvector(this, []);
  }

  #hearVector(heads: readonly WireHead[]): void {
    this.#theirs = lengthsOf(heads);
    this.#sayVector();
    for (const head of heads) {
      if (this.#search.differs(head)) this.#lookFor(head.log, head.length - 1);
    }
    this.#catchUp();
    this.#host.onvector(this, heads);
  }

  #sayVector(): void {
    if (this.#vectorSaid) return;
    this.#vectorSaid = true;
    this.#sayProofs();
    this.#say(encodeMessage('vector', this.#replica.wireVector()));
  }

  /** Evidence first (R4): nobody asks beyond a cut that they have heard of. */
  #sayProofs(): void {
    const evidence = this.#replica.forks.evidence().filter((proof) => {
      const bytes = toHex(proof);
      if (this.#proofsTold.has(bytes)) return false;
      this.#proofsTold.add(bytes);
      return true;
    });
    // Each page within its limit: an erase may be as long as any entry.
    for (let at = 0; at < evidence.length; at += evidencePerPage) {
      const page = pageOf(evidence.slice(at, at + evidencePerPage));
      this.#say(encodeMessage('news', page));
    }
  }

  #lookFor(log: Hex, differing: number): void {
    const ids = this.#search.begin(log, differing);
    if (ids !== null) this.#say(encodeMessage('ids', ids));
  }

  #hearIds(heard: Ids): void {
    const { ids, found } = this.#search.hear(heard);
    if (ids !== null) this.#say(encodeMessage('ids', ids));
    if (found === null) return;
    // Our history from the first difference on: with theirs it is the proof.
    const ask = { log: heard.log, from: found, max: coverLimit + 1 };
    const { page } = this.#replica.page([ask], newsBytes, this.link.peer.member);
    if (page !== null) this.#say(encodeMessage('news', page));
  }

  async #hearPage(page: Uint8Array | null, isLast: boolean): Promise<void> {
    const received = page === null ? null : await this.#receive(page);
    if (!this.link.isOpen) return;
    if (!isLast) this.#say(encodeMessage('more', {}));
    this.#host.onanswer(this, received, isLast);
  }

  async #receive(page: Uint8Array): Promise<Received | null> {
    const { device } = this.link.peer;
    const read = readPage(page);
    if (!read.ok) {
      this.#host.onoffence(this, read.error);
      return null;
    }
    // Before the replica tells its listeners: what came from here is not sent back.
    for (const { kind, member, device: writer, from, items } of read.value.runs) {
      const { community } = this.#replica;
      const log = wireLog(logIdOf({ community, kind, member, device: writer }));
      this.#learn(log, from + items.length);
    }
    const received = await this.#replica.receive(page, { type: 'device', device });
    if (received.refused !== null) {
      this.#host.onoffence(this, malformed(received.refused.type));
    }
    for (const { logId, seq, proof } of received.questions) {
      // Known by its id only, or not where it began: the rest is to be found.
      if (proof === null || proof.seq !== seq || proof.prevA !== proof.prevB) {
        this.#lookFor(wireLog(logId), seq);
      }
    }
    return received;
  }

  #learn(log: string, length: number): void {
    if (this.#theirs === null) return;
    this.#theirs.set(log, Math.max(length, this.#theirs.get(log) ?? 0));
    if (this.#missed.has(log)) this.#catchUp();
  }

  #catchUp(): void {
    for (const [log, before] of this.#missed) {
      if ((this.#theirs?.get(log) ?? 0) < before) continue;
      this.#missed.delete(log);
      this.#news.add(log);
    }
    this.#pump();
  }

  #say(message: Uint8Array): void {
    void this.link.send(message);
  }

  #sayPage(page: Uint8Array | null, isLast: boolean): void {
    this.#say(encodeMessage('page', { page, isLast }));
  }

  /** Sends what is due as long as the link takes it. News first: it is short. */
  #pump(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    void this.#pumpAll();
  }

  async #pumpAll(): Promise<void> {
    try {
      while (this.link.isOpen) {
        const message = this.#nextNews() ?? this.#nextAnswer();
        if (message === null) return;
        await this.link.send(message);
      }
    } finally {
      // In the same turn: whoever pumps next must not find it still at work.
      this.#isPumping = false;
    }
  }

  #nextNews(): Uint8Array | null {
    if (this.#theirs === null || this.#news.size === 0) return null;
    const asks: Ask[] = [];
    for (const { log, length } of this.#replica.wireVector()) {
      const from = this.#theirs.get(log) ?? 0;
      if (this.#news.has(log) && from < length) {
        asks.push({ log, from, max: length - from });
      }
    }
    this.#news.clear();
    const { page, rest } = this.#replica.page(asks, newsBytes, this.link.peer.member);
    if (page === null) return null;
    this.#learnSent(asks, rest);
    // So much is no news any more: let them ask for it, at their own pace.
    if (rest.length > 0) this.compare();
    return encodeMessage('news', page);
  }

  #nextAnswer(): Uint8Array | null {
    if (this.#asked.length === 0 || this.#credit === 0) return null;
    const asks = this.#asked;
    const given = this.#replica.page(asks, pageLimit, this.link.peer.member);
    this.#asked = given.page === null ? [] : given.rest;
    this.#credit -= 1;
    this.#learnSent(asks, given.page === null ? asks : given.rest);
    return encodeMessage('page', {
      page: given.page,
      isLast: this.#asked.length === 0,
    });
  }

  #learnSent(asks: readonly Ask[], rest: readonly Ask[]): void {
    const left = new Map(rest.map((ask) => [ask.log, ask.from]));
    const held = lengthsOf(this.#replica.wireVector());
    for (const { log, from, max } of asks) {
      this.#learn(log, left.get(log) ?? Math.min(from + max, held.get(log) ?? 0));
    }
  }
}

/** A log as the wire names it: the first 16 bytes of its id. */
export const wireLog = (logId: string): string => logId.slice(0, 32);

const lengthsOf = (heads: readonly WireHead[]): Map<string, number> =>
  new Map(heads.map(({ log, length }) => [log, length]));
