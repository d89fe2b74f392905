import { encode } from '@manyhands/codec';
import { signatureLength } from '@manyhands/ledger';
import type { LogBuilder } from './logBuilder.ts';

/** How long an entry of `writeMuch` is, and so how many of them make a MiB. */
const longEntry = 4_096;
export const entriesOfMiB = 2 ** 20 / longEntry;

/** What only a later version understands; nothing else in a ledger log is so long. */
const unknownType = 63;

/**
 * Writes so many entries of exactly 4,096 bytes. One of eight is signed, which is more
 * than enough (replica/A6), so that much is soon made and a page ends where it may.
 */
export async function writeMuch(log: LogBuilder, entries: number): Promise<void> {
  const salt = log.log.kind === 'board' ? [new Uint8Array(16)] : [];
  const bodyOf = (filling: number): Uint8Array =>
    encode([unknownType, 2 ** 24, [new Uint8Array(filling)], ...salt]);
  const around = bodyOf(3_000).length - 3_000;
  const body = bodyOf(longEntry - signatureLength - around);
  for (let i = 0; i < entries; i++) {
    const isSigned = i % 8 === 7 || i === entries - 1;
    await log.addBody(body, isSigned ? {} : { signer: null });
  }
}
