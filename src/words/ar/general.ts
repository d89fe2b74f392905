export * from '../en/general.ts';
