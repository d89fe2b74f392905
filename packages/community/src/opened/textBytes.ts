import { utf8Bytes } from '@manyhands/codec';

/** How long a text is where it is kept: bytes of UTF-8. */
export const textBytes = (text: string): number => utf8Bytes(text).length;
