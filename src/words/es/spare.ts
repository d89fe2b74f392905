export * from '../en/spare.ts';
