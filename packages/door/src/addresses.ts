import { utf8Bytes } from '@manyhands/codec';

/** Bytes of one relay, STUN or TURN in a charter (formats §4). */
const pointBytes = 200;

/** Whether a charter has room for it. */
export const fitsPoint = (text: string): boolean =>
  text !== '' && utf8Bytes(text).length <= pointBytes;

/** A name with a dot, an address in brackets, or this very machine. */
export const isHost = (name: string): boolean =>
  name === 'localhost' || name.startsWith('[') || /^[^.\s]+(\.[^.\s]+)+$/.test(name);

/** Null for what is no address. */
export function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null; // not an address
  }
}
