export * from '../en/link.ts';
