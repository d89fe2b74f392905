export * from '../en/trouble.ts';
