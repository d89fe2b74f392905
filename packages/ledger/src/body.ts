import { assert } from '@manyhands/base';
import type { Hex, MinuteOfTime } from '@manyhands/base';
import {
  anything,
  bytes,
  decodeAs,
  encode,
  entryLimits,
  integer,
  toHex,
  tuple,
} from '@manyhands/codec';
import type { Shape, Value } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys/hash';
import { boardShapes } from './boardContent.ts';
import type { BoardContent, KnownBoardContent } from './boardContent.ts';
import { boardNumbers } from './boardNumbers.ts';
import { u32Field } from './fields.ts';
import { lastLedgerNumber, ledgerNumbers, ledgerShapes } from './ledgerContent.ts';
import type { KnownLedgerContent, LedgerContent } from './ledgerContent.ts';
import type { LogKind } from './log.ts';

export type Content = LedgerContent | BoardContent;
/** What an app may write: everything but what it does not understand. */
export type KnownContent = KnownLedgerContent | KnownBoardContent;

/** Body and signature together (F2). */
export const storedLimit = entryLimits.bytes;
export const signatureLength = 64;

interface Body {
  readonly time: MinuteOfTime;
  readonly content: Content;
}

const number = integer(0, Number.MAX_SAFE_INTEGER);
const ledgerBody = tuple({ number, time: u32Field, payload: anything });
const boardBody = tuple({
  number,
  time: u32Field,
  payload: anything,
  salt: bytes(16),
});

interface ContentShape {
  readonly type: KnownContent['type'];
  readonly shape: Shape<unknown>;
}

const shapesByNumber: Record<LogKind, ReadonlyMap<number, ContentShape>> = {
  ledger: byNumber(ledgerNumbers, ledgerShapes),
  board: byNumber(boardNumbers, boardShapes),
};

function byNumber<T extends KnownContent['type']>(
  numbers: Record<T, number>,
  shapes: Record<T, Shape<unknown>>,
): ReadonlyMap<number, ContentShape> {
  const types = Object.keys(numbers) as T[];
  return new Map(types.map((type) => [numbers[type], { type, shape: shapes[type] }]));
}

/**
 * The body of an entry (F2). On the board, `salt` is 16 random bytes, so that
 * what is erased cannot be guessed from the hash that stays. Content that does not
 * fit its own shape, or four kilobytes, is a bug of the caller.
 */
export function encodeBody(
  kind: LogKind,
  time: MinuteOfTime,
  content: KnownContent,
  salt?: Uint8Array,
): Uint8Array {
  const [number, shape] = numberAndShape(kind, content.type);
  const payload = shape.write(content);
  assert(u32Field.read(time) !== undefined, `${time} is no minute of time`);
  assert(shape.read(payload) !== undefined, `${content.type} does not fit its shape`);
  const head: Value[] = [number, time, payload];
  if (kind === 'board') {
    assert(salt?.length === 16, 'a board body needs 16 bytes of salt');
    head.push(salt);
  }
  const body = encode(head);
  assert(body.length + signatureLength <= storedLimit, `${content.type} is too long`);
  return body;
}

function numberAndShape(
  kind: LogKind,
  type: KnownContent['type'],
): [number, Shape<unknown>] {
  for (const [number, known] of shapesByNumber[kind]) {
    if (known.type === type) return [number, known.shape];
  }
  throw new Error(`Bug: ${type} has no place in a ${kind} log`);
}

/** Total: a body that cannot be read, or says nothing, is `meaningless` (B4). */
export function readBody(kind: LogKind, body: Uint8Array): Body {
  const read = decodeAs<{ number: number; time: number; payload: Value }>(
    kind === 'ledger' ? ledgerBody : boardBody,
    body,
    entryLimits,
  );
  if (!read.ok) return { time: 0 as MinuteOfTime, content: { type: 'meaningless' } };
  const { number, payload } = read.value;
  return {
    time: read.value.time as MinuteOfTime,
    content: readContent(kind, number, payload),
  };
}

function readContent(kind: LogKind, number: number, payload: Value): Content {
  const known = shapesByNumber[kind].get(number);
  if (!known) {
    const isMeant = kind === 'board' || number <= lastLedgerNumber;
    return isMeant ? { type: 'unknown', number } : { type: 'meaningless' };
  }
  const fields = known.shape.read(payload);
  if (fields === undefined) return { type: 'meaningless' };
  return { type: known.type, ...(fields as object) } as Content;
}

/** What an entry's id covers of its body, and all that stays of it once erased. */
export const bodyHashOf = (body: Uint8Array): Hex => toHex(sha256(body));
