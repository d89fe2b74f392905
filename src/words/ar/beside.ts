export * from '../en/beside.ts';
