export * from '../en/keeper.ts';
