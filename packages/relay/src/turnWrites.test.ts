import { Writable } from 'node:stream';
import { setImmediate as turnEnds } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { TurnWrites } from './turnWrites.ts';

/** A stream that keeps what was written to it, piece by piece as the system would see it. */
class Pieces extends Writable {
  readonly pieces: string[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.pieces.push(chunk.toString());
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.pieces.push(chunks.map(({ chunk }) => chunk.toString()).join(''));
    done();
  }
}

let writes: TurnWrites;
let stream: Pieces;

beforeEach(() => {
  writes = new TurnWrites();
  stream = new Pieces();
});

function say(text: string, to = stream): void {
  writes.hold(to);
  to.write(text);
}

test('what is written in one turn leaves in one piece when the turn ends, in its order', async () => {
  for (const text of ['a', 'b', 'c']) say(text);
  expect(stream.pieces).toEqual([]);
  await turnEnds();
  expect(stream.pieces).toEqual(['abc']);

  say('d');
  await turnEnds();
  expect(stream.pieces).toEqual(['abc', 'd']);
});

test('of much, little is held back: the rest of the turn is written at once', async () => {
  const much = 'x'.repeat(4_096);
  say(much);
  expect(stream.pieces).toEqual([]);
  say('b');
  expect(stream.pieces).toEqual([much, 'b']);
  say('c');
  expect(stream.pieces).toEqual([much, 'b', 'c']);
  await turnEnds();
  for (const text of ['d', 'e']) say(text);
  await turnEnds();
  expect(stream.pieces).toEqual([much, 'b', 'c', 'de']);
});

test('a stream that ends in the turn takes nobody else along', async () => {
  const other = new Pieces();
  say('a');
  say('b', other);
  stream.destroy();
  await turnEnds();
  expect([stream.pieces, other.pieces]).toEqual([[], ['b']]);
});
