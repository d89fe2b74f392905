import { ok } from '@manyhands/base';
import { fromBase45, fromBase64Url, toBase45, toBase64Url } from '@manyhands/codec';

/**
 * A message as a code on a screen. As long as the link makes a code that any camera reads
 * from a small screen, it is the link, which a phone's own camera opens as well. A longer
 * one is written closer, in the 45 signs that QR codes have a mode for: `MANYHANDS M/` and
 * base45 of the same bytes. Only this app reads that.
 */
const head = 'MANYHANDS M/';

/** Letters of a link in a QR code of version 22, whose 105 modules are 3 pixels each. */
export const linkAtMost = 1_003;
/** Bytes of a message whose code is of version 27 at most: 125 modules. */
export const messageAtMost = 1_413;

/** What the code of a message says; `link` is the whole link it may be. */
export function codeText(text: string, link: string): string {
  const bytes = link.length > linkAtMost ? fromBase64Url(text) : null;
  return bytes?.ok === true ? head + toBase45(bytes.value) : link;
}

/** The text after `#m/` that a close code stands for; null for any other code. */
export function readCode(scanned: string): string | null {
  if (!scanned.startsWith(head)) return null;
  const bytes = fromBase45(scanned.slice(head.length));
  // A damaged one leads to the screen that says so, as a damaged link does.
  return toBase64Url((bytes.ok ? bytes : ok(new Uint8Array())).value);
}
