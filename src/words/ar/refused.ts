export * from '../en/refused.ts';
