export * from './assert.ts';
export * from './brands.ts';
export * from './raise.ts';
export * from './result.ts';
export * from './serialQueue.ts';
