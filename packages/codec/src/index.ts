export * from './bytes.ts';
export * from './decode.ts';
export * from './encode.ts';
export * from './malformed.ts';
export * from './shape.ts';
export * from './text.ts';
export * from './value.ts';
