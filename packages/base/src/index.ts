export * from './assert.ts';
export * from './brands.ts';
export * from './result.ts';
