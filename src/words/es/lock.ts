export * from '../en/lock.ts';
