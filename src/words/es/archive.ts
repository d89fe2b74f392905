export * from '../en/archive.ts';
