export * from '../en/hour.ts';
