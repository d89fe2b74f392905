import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { concat, fromBase64Url, malformed, toBase64Url } from '@manyhands/codec';
import { bundleTextLimit } from '../limits.ts';
import type { BundleRefused } from './sealedBundle.ts';
import { pause } from './pause.ts';

const firstLine = '--- Manyhands parcel ---';
const lastLine = '--- End of the parcel ---';
/** Bytes in a line of 76 characters, as mail has them since RFC 2045 §6.7. */
const lineBytes = 57;
/** So many lines are made, or read, without a pause: some 250 kB. */
const linesAtOnce = 4_096;

/**
 * A bundle as text that any mail, messenger or stick carries: a line that says what it
 * is, base64url (RFC 4648 §5) in lines of 76 characters, a line that says it is over.
 */
export async function bundleText(bundle: Uint8Array): Promise<string> {
  const pieces = [`${firstLine}\n`];
  const atOnce = lineBytes * linesAtOnce;
  for (let from = 0; from < bundle.length; from += atOnce) {
    const piece = toBase64Url(bundle.subarray(from, from + atOnce));
    pieces.push(piece.replaceAll(/.{1,76}/g, '$&\n'));
    if (from > 0) await pause();
  }
  return [...pieces, `${lastLine}\n`].join('');
}

/** Whether somebody has pasted a parcel: whole, or what is left of one. */
export const looksLikeBundle = (text: string): boolean =>
  text.includes(firstLine.slice(4, -4));

/**
 * The bundle in a text, whatever a mail program has written around it, and however it
 * broke the lines. `Malformed` where a part is missing or was changed.
 */
export async function readBundleText(
  text: string,
): Promise<Result<Uint8Array, BundleRefused>> {
  if (text.length > bundleTextLimit) return err({ type: 'TooLarge' });
  const begins = text.indexOf(firstLine);
  if (begins === -1) {
    const isPart = looksLikeBundle(text);
    return err(isPart ? malformed('its first line is broken') : { type: 'NotABundle' });
  }
  const from = begins + firstLine.length;
  const ends = text.indexOf(lastLine, from);
  if (ends === -1) return err(malformed('its end is missing'));
  const bytes: Uint8Array[] = [];
  let rest = '';
  for (let at = from; at < ends; at += charactersAtOnce) {
    const piece = text.slice(at, Math.min(ends, at + charactersAtOnce));
    rest += piece.replaceAll(/[\s>]/g, '');
    const isLast = at + charactersAtOnce >= ends;
    const whole = isLast ? rest.length : rest.length - (rest.length % 4);
    const read = fromBase64Url(rest.slice(0, whole));
    if (!read.ok) return read;
    bytes.push(read.value);
    rest = rest.slice(whole);
    if (!isLast) await pause();
  }
  return ok(concat(...bytes));
}

const charactersAtOnce = 262_144;
