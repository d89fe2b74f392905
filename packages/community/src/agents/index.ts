export { behalfAt, behalfOf, viewOf } from './behalf.ts';
export type { BehalfRefused } from './behalf.ts';
export { endAgent } from './endAgent.ts';
export type { EndRefused } from './endAgent.ts';
export { guardiansForThem, letInOnPaper, letsInAlone, nameLimit } from './letIn.ts';
export type { LetInRefused, OnPaper } from './letIn.ts';
export { onPaperHere } from './onPaperHere.ts';
export { askWithNewPage, takeOver, whosePage } from './takeOver.ts';
export type { TakeOverRefused } from './takeOver.ts';
