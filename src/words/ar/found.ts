export * from '../en/found.ts';
