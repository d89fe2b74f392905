export * from '../en/move.ts';
