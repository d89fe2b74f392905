export * from './encrypt.ts';
export * from './hash.ts';
export * from './sealing.ts';
export * from './sealingKey.ts';
export * from './secrets.ts';
export * from './signingKey.ts';
export type * from './types.ts';
export { admitPublicKey, verify, verifyPortable } from './verify.ts';
export { randomBytes } from './engine.ts';
