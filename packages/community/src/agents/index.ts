export { behalfOf } from './behalf.ts';
export type { BehalfRefused } from './behalf.ts';
export { guardiansForThem, letInOnPaper, letsInAlone, nameLimit } from './letIn.ts';
export type { LetInRefused, OnPaper } from './letIn.ts';
export { askWithNewPage, takeOver, whosePage } from './takeOver.ts';
export type { TakeOverRefused } from './takeOver.ts';
