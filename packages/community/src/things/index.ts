export { handOversForMe, myHandOvers, sayHandOver, thingNow } from './handingOver.ts';
export type { OpenHandOver } from './handingOver.ts';
export { handingsOf, movesIn, twoOf } from './handings.ts';
export { isReserved, letGoOf, promise } from './promises.ts';
export { whereIs } from './whereabouts.ts';
