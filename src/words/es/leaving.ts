export * from '../en/leaving.ts';
