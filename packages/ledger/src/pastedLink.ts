import { err } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import {
  decodeAs,
  encodeAs,
  fromBase64Url,
  list,
  malformed,
  text,
  toBase64Url,
  tuple,
} from '@manyhands/codec';
import type { Malformed, Shape, Value } from '@manyhands/codec';

/** The text form of one kind of link. */
export interface LinkFormat<T> {
  /** The text that follows the mark in a link. */
  encode(of: T): string;
  /**
   * Reads a link, the text after its mark alone, or a message that contains the link,
   * even when a mail program broke it over several lines or quoted it so.
   */
  read(pasted: string): Result<T, Malformed>;
}

/** Where a link says to look for others; the community's name; somebody's. */
export const relaysField: Shape<readonly string[]> = list(text(200), 0, 4);
export const communityNameField = text(64);
export const personNameField = text(96);

// Somebody may paste the message that the link came in.
const pasteLimit = 20_000;

/**
 * Links that end in `mark` (`#x/`) and base64url of version 1 and `fields`, at most
 * `most` bytes of it.
 */
export function linkFormat<T extends object>(
  mark: string,
  most: number,
  fields: { readonly [K in keyof T]: Shape<T[K]> },
): LinkFormat<T> {
  const content = tuple<T>(fields);
  const shape: Shape<T> = {
    read: (value) => {
      const [version, ...rest] = isArray(value) ? value : [];
      return version === 1 ? content.read(rest) : undefined;
    },
    write: (of) => [1, ...(content.write(of) as readonly Value[])],
  };

  const readText = (encoded: string): Result<T, Malformed> => {
    const bytes = fromBase64Url(encoded);
    return bytes.ok ? decodeAs(shape, bytes.value, { bytes: most, depth: 2 }) : bytes;
  };

  return {
    encode: (of) => toBase64Url(encodeAs(shape, of)),
    read(pasted) {
      if (pasted.length > pasteLimit) return err(malformed('too long for a link'));
      const at = pasted.lastIndexOf(mark);
      const link = pasted.slice(at === -1 ? 0 : at + mark.length).trim();
      const whole = readText(firstWord(link));
      return whole.ok ? whole : readText(firstWord(link.replaceAll(/[\s>]/g, '')));
    },
  };
}

/** What stands before the first character that no link of ours has. */
const firstWord = (line: string): string => /^[\w-]*/.exec(line)?.[0] ?? '';

const isArray = (value: Value): value is readonly Value[] => Array.isArray(value);
