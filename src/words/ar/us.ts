export * from '../en/us.ts';
