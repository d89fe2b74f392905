export * from '../en/kept.ts';
