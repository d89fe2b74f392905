export * from './assert.ts';
export * from './brands.ts';
export * from './errorTally.ts';
export * from './inTurns.ts';
export * from './raise.ts';
export * from './result.ts';
export * from './serialQueue.ts';
export * from './work.ts';
