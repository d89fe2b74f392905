import { err, ok } from '@manyhands/base';
import type { DeviceKey, EntryId, Result } from '@manyhands/base';
import {
  anything,
  boolean,
  bytes,
  decode,
  encode,
  hex,
  integer,
  list,
  malformed,
  nullable,
  tuple,
} from '@manyhands/codec';
import type { Malformed, Shape, ShapeOf } from '@manyhands/codec';
import {
  asksShape,
  logLimit,
  pageLimit,
  blobLimit,
  vectorShape,
} from '@manyhands/replica';
import {
  acksLimit,
  descriptionLimit,
  idsLimit,
  messageLimit,
  nearLimit,
  pieceLimit,
} from './limits.ts';

/** The community's secret S_e (formats §6). */
export interface Secret {
  readonly epoch: number;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

const secretShape: Shape<Secret> = tuple({
  epoch: integer(0, 2 ** 32 - 1),
  secret: bytes(32),
});

/** Logs named in one message of a vector: so many fit, though all of them have gaps. */
export const vectorPart = 6_144;

const place = tuple({ seq: integer(0, logLimit), id: hex<EntryId>(32) });
/** Which entries one side has at some places of a log: how a fork is looked for (replica/R4). */
const ids = tuple({ log: hex(16), places: list(place, 1, idsLimit) });
export type Ids = ShapeOf<typeof ids>;

export const storedShape = tuple({
  log: hex(16),
  length: integer(1, logLimit),
  /** The first 16 bytes of the id of the last of them: a number alone is no proof. */
  head: hex(16),
});
/** One log, as far as it lies durably at the sender. */
export type Stored = ShapeOf<typeof storedShape>;

const sha = hex(32);
const inBlob = integer(0, blobLimit);
/** A part of a blob (M15), from one of its bytes on; `of` 0: not here. */
const piece = tuple({
  sha,
  from: inBlob,
  /** Bytes of the whole. */
  of: inBlob,
  bytes: bytes(0, pieceLimit),
});
export type Piece = ShapeOf<typeof piece>;

const device = hex<DeviceKey>(32);
/** One word of two devices that a neighbour of both passes on (M6). */
const call = tuple({
  /** For whom it is, to the neighbour; from whom it is, from the neighbour. */
  device,
  /** Chosen by the caller: which of its calls it is. */
  number: integer(0, 2 ** 32 - 1),
  /** 0 an offer · 1 its answer · 2 no. */
  word: integer<0 | 1 | 2>(0, 2),
  /** Of this side (M7); empty with a no. Whoever passes it on does not look into it. */
  description: bytes(0, descriptionLimit),
});
export type Call = ShapeOf<typeof call>;

/** What two sessions say to each other (formats §7): a number, and a payload by it. */
const payloads = {
  digest: hex(32),
  vector: vectorShape,
  /** Wants these; replaces what was asked before. */
  ask: asksShape,
  /** An answer, and how many pages may still come; null when there is nothing to give. */
  page: tuple({ page: nullable(bytes(1, pageLimit)), isLast: boolean }),
  /** There is room for one more page. */
  more: tuple({}),
  /** What nobody asked for, because it is new. */
  news: bytes(1, pageLimit),
  ack: list(storedShape, 1, acksLimit),
  secret: secretShape,
  ids,
  /** About how many bytes the answer to the last ask has: nobody relies on it. */
  weight: tuple({ bytes: integer(0, Number.MAX_SAFE_INTEGER) }),
  /** Looks at a blob that is not here, and wants a piece of it. */
  want: tuple({ sha, from: inBlob }),
  piece,
  /** Has few links: who is linked with you? */
  seek: tuple({}),
  near: list(device, 0, nearLimit),
  call,
  called: call,
};

const numbers: Record<keyof typeof payloads, number> = {
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
};

type Payloads = { [K in keyof typeof payloads]: ShapeOf<(typeof payloads)[K]> };
export type Message = {
  [K in keyof Payloads]: { readonly type: K; readonly payload: Payloads[K] };
}[keyof Payloads];

/** Those about meeting others (M6): they say nothing of the record. */
export type MeetingMessage = Extract<
  Message,
  { type: 'seek' | 'near' | 'call' | 'called' }
>;

/** Those about blobs (M15), which are no part of the record. */
export type BlobMessage = Extract<Message, { type: 'want' | 'piece' }>;

const names = new Map(
  (Object.entries(numbers) as [Message['type'], number][]).map(([name, n]) => [
    n,
    name,
  ]),
);

const envelope = tuple({ number: integer(0, 255), payload: anything });
/** The envelope, a payload, a list in it, its items. A page's own arrays are bytes here. */
const depth = 4;

export function encodeMessage<K extends Message['type']>(
  type: K,
  payload: Payloads[K],
): Uint8Array {
  const shape = payloads[type] as unknown as Shape<Payloads[K]>;
  return encode([numbers[type], shape.write(payload)]);
}

/** The message; null for a number of a later version, which is left alone. */
export function readMessage(from: Uint8Array): Result<Message | null, Malformed> {
  const value = decode(from, { bytes: messageLimit, depth });
  if (!value.ok) return value;
  const read = envelope.read(value.value);
  if (read === undefined) return err(malformed('not a message'));
  const type = names.get(read.number);
  if (type === undefined) return ok(null);
  const payload = (payloads[type] as Shape<unknown>).read(read.payload);
  if (payload === undefined) return err(malformed(`not a ${type}`));
  return ok({ type, payload } as Message);
}
