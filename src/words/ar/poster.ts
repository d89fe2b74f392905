export * from '../en/poster.ts';
