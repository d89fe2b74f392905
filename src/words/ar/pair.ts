export * from '../en/pair.ts';
