export { relayLimits } from './limits.ts';
export type { RelayLimits } from './limits.ts';
export { outliveSomeErrors } from './outliveSomeErrors.ts';
export { startRelay } from './startRelay.ts';
export type { Relay, RelayOptions, RelayStats } from './startRelay.ts';
