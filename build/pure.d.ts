// The one thing a pure package may ask of its engine beyond the language: UTF-8, which
// has the same answer everywhere. Only tsconfig.pure.json reads this file; elsewhere the
// DOM and Node bring their own declarations.

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}

declare class TextDecoder {
  constructor(label?: 'utf-8', options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}
