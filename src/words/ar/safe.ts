export * from '../en/safe.ts';
