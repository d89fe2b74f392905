/**
 * A device that speaks the wire by hand: frames, handshake and messages (mesh SPEC, mesh/M2 to
 * mesh/M4), so that it can say what no app would.
 */
import { assert } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import { concat, decode, encode, fromHex, u32 } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { randomBytes, tag } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import { channelPair } from '@manyhands/mesh';
import type { Channel } from '@manyhands/mesh';
import { turn } from './clock.ts';
import type { Meshed } from './meshed.ts';

/** Numbers of the messages (mesh/M4). */
export const say = {
  digest: 1,
  vector: 2,
  ask: 3,
  page: 4,
  more: 5,
  news: 6,
  ack: 7,
  secret: 8,
  ids: 9,
  weight: 10,
  want: 11,
  piece: 12,
  seek: 16,
  near: 17,
  call: 18,
  called: 19,
} as const;

export const welcome = 0;
export const removed = 12;

export interface Claims {
  readonly member: MemberId;
  readonly signing: Signer;
  /** Travelling entries that are to show who it is. */
  readonly evidence?: readonly Uint8Array[];
  /** An admission request. */
  readonly request?: Uint8Array;
  /** What it says of the phone: a verdict, and what it tells with it. It likes everybody, if not said. */
  readonly judges?: readonly [number, readonly Uint8Array[]];
}

export interface Heard {
  readonly number: number;
  readonly payload: Value;
}

const limits = { bytes: 300_000, depth: 6 };

function read(bytes: Uint8Array): Value[] {
  const value = decode(bytes, limits);
  assert(value.ok, 'an honest phone speaks CBOR');
  assert(Array.isArray(value.value), 'a message is a list');
  return value.value as Value[];
}

/** Messages over a channel (mesh/M3). */
class Frames {
  readonly #channel: Channel;
  readonly #inbox: Uint8Array[] = [];
  #waiting: ((message: Uint8Array | null) => void) | null = null;
  #parts: Uint8Array[] = [];
  #missing = 0;
  onmessage: ((message: Uint8Array) => void) | null = null;
  sentBytes = 0;
  heardBytes = 0;

  constructor(channel: Channel) {
    this.#channel = channel;
    channel.onframe = (frame) => this.#take(frame);
    channel.onclose = () => this.#waiting?.(null);
  }

  get isOpen(): boolean {
    return this.#channel.isOpen;
  }

  send(message: Uint8Array): void {
    this.sentBytes += message.length;
    if (message.length < part) {
      this.#channel.send(concat(Uint8Array.of(0), message));
      return;
    }
    const head = concat(Uint8Array.of(1), u32(message.length));
    this.#channel.send(concat(head, message.subarray(0, part)));
    for (let at = part; at < message.length; at += part)
      this.#channel.send(concat(Uint8Array.of(2), message.subarray(at, at + part)));
  }

  next(): Promise<Uint8Array | null> {
    const message = this.#inbox.shift();
    if (message !== undefined || !this.isOpen) return Promise.resolve(message ?? null);
    return new Promise((resolve) => (this.#waiting = resolve));
  }

  close(): void {
    this.#channel.close();
  }

  #take(frame: Uint8Array): void {
    const [kind = 9] = frame;
    if (kind === 3) this.#channel.send(Uint8Array.of(4));
    if (kind > 2) return;
    const from = kind === 1 ? 5 : 1;
    if (kind === 1)
      this.#missing = new DataView(frame.buffer, frame.byteOffset).getUint32(1);
    this.#parts.push(frame.subarray(from));
    this.#missing -= frame.length - from;
    if (kind !== 0 && this.#missing > 0) return;
    const message = concat(...this.#parts);
    [this.#parts, this.#missing] = [[], 0];
    this.#hear(message);
  }

  #hear(message: Uint8Array): void {
    this.heardBytes += message.length;
    if (this.onmessage !== null) {
      this.onmessage(message);
      return;
    }
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) waiting(message);
    else this.#inbox.push(message);
  }
}

/** Bytes of a message in one frame. */
const part = 16_384;

/** How the phone judged a caller, and what it told it. */
export interface Call {
  /** 0 is a welcome; null when the phone hung up without a word. */
  readonly verdict: number | null;
  /** Travelling entries that came with the verdict. */
  readonly told: readonly Uint8Array[];
  /** Travelling entries by which the phone showed who it is. */
  readonly shown: readonly Uint8Array[];
  readonly line: Line;
}

/** Calls a phone in the name of `member`, with whatever there is to show. */
export async function call(phone: Meshed, claims: Claims): Promise<Call> {
  const [here, there] = channelPair();
  const frames = new Frames(here);
  void phone.mesh.connectChannel(there, 'answerer');
  const nonce = randomBytes(32);
  const device = claims.signing.publicKey;
  frames.send(encode([1, nonce, device]));
  const hello = await frames.next();
  const line = new Line(frames, phone);
  if (hello === null) return { verdict: null, told: [], shown: [], line };
  const [, theirNonce, theirDevice] = read(hello) as [number, Uint8Array, Uint8Array];
  const statement = concat(
    tag('link'),
    Uint8Array.of(0),
    ...[fromHex(phone.replica.community), nonce, theirNonce, device, theirDevice],
    new Uint8Array(64),
  );
  const signature = await claims.signing.sign(statement);
  const { evidence = [], request = null, judges = [welcome, []] } = claims;
  frames.send(encode([signature, fromHex(claims.member), [...evidence], request]));
  const proof = await frames.next();
  const shown = proof === null ? [] : (read(proof)[2] as Uint8Array[]);
  frames.send(encode([judges[0], [...judges[1]]]));
  const judgement = await frames.next();
  if (judgement === null) return { verdict: null, told: [], shown, line };
  const [verdict, told] = read(judgement) as [number, Uint8Array[]];
  if (verdict === welcome) line.open();
  return { verdict, told, shown, line };
}

/** A link after the handshake, by hand. */
export class Line {
  readonly heard: Heard[] = [];
  readonly #frames: Frames;
  readonly #phone: Meshed;

  constructor(frames: Frames, phone: Meshed) {
    this.#frames = frames;
    this.#phone = phone;
  }

  get isOpen(): boolean {
    return this.#frames.isOpen;
  }

  get sentBytes(): number {
    return this.#frames.sentBytes;
  }

  get heardBytes(): number {
    return this.#frames.heardBytes;
  }

  open(): void {
    this.#frames.onmessage = (message) => {
      const [number, payload] = read(message) as [number, Value];
      this.heard.push({ number, payload });
    };
  }

  say(number: number, payload: Value): void {
    this.#frames.send(encode([number, payload]));
  }

  /** Waits until the phone has read all that was said, or has hung up. */
  async read(): Promise<void> {
    const before = this.#answers();
    this.say(say.ask, []);
    while (this.isOpen && this.#answers() === before) await turn();
    await this.#phone.replica.settled();
  }

  /** Messages of one kind that the phone has said so far. */
  of(number: number): Value[] {
    return this.heard
      .filter((each) => each.number === number)
      .map((each) => each.payload);
  }

  /** Waits until the phone has hung up. */
  async ended(): Promise<void> {
    while (this.isOpen) await turn();
  }

  close(): void {
    this.#frames.close();
  }

  /** Answers to an ask for nothing: what was said before them has been read. */
  #answers(): number {
    return this.of(say.page).filter((page) => Array.isArray(page) && page[1] === true)
      .length;
  }
}
