import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { Turns } from './turns.ts';

/** Four times as much at once would cost 175 KB an answer. */
const pieceBytes = 16 * 1024;

/**
 * Reads files piece by piece, for all answers together only so many pieces at a time: as
 * many as Node has threads to read with. Otherwise hundreds who fetch something large would
 * stand before each small question to the disk.
 */
export class Pourer {
  readonly #turns = new Turns(4);

  /** Sends the first `size` bytes of a file as the body of `response`, and ends it. */
  async pour(path: string, size: number, response: ServerResponse): Promise<void> {
    const file = await open(path);
    try {
      let at = 0;
      while (at < size && !response.destroyed) {
        const piece = await this.#read(file, at, Math.min(pieceBytes, size - at));
        // It has become shorter meanwhile: what was promised cannot be kept.
        if (piece.length === 0) {
          response.destroy();
          return;
        }
        at += piece.length;
        // The last piece ends the answer: whoever has all of it may ask for more at once.
        if (at >= size) response.end(piece);
        else if (!response.write(piece)) await drained(response);
      }
    } finally {
      await file.close();
    }
  }

  async #read(file: FileHandle, at: number, bytes: number): Promise<Buffer> {
    let end = (): void => undefined;
    await new Promise<void>((resolve) => {
      end = this.#turns.take('', resolve);
    });
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, at);
      return buffer.subarray(0, bytesRead);
    } finally {
      end();
    }
  }
}

/** Resolves when more may be written, or nobody is there any more to read it. */
function drained(response: ServerResponse): Promise<void> {
  if (response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const over = () => {
      response.off('drain', over);
      response.off('close', over);
      resolve();
    };
    response.once('drain', over);
    response.once('close', over);
  });
}
