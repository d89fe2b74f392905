export * from './limits.ts';
export * from './page.ts';
export * from './store.ts';
export * from './types.ts';
