export { runKeeper } from './runKeeper.ts';
export type { RunOptions } from './runKeeper.ts';
