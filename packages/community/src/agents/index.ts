export { behalfAt, behalfOf, viewOf } from './behalf.ts';
export type { BehalfRefused } from './behalf.ts';
export { endAgent } from './endAgent.ts';
export type { EndRefused } from './endAgent.ts';
export {
  guardiansForThem,
  letInOnPaper,
  letsInAlone,
  paperNameLimit,
} from './letIn.ts';
export type { LetInRefused, OnPaper } from './letIn.ts';
export { onPaperHere } from './onPaperHere.ts';
export { askWithNewPage, becomeAgent, whosePage } from './becomeAgent.ts';
export type { AgentRefused } from './becomeAgent.ts';
export {
  askToWrite,
  endedForMe,
  layDown,
  readThatItEnded,
  takeUp,
  whoCouldWrite,
} from './carers.ts';
export type { AskCarerRefused, TakeUpRefused } from './carers.ts';
export { readWhatWasWritten, writtenForMe } from './written.ts';
export type { WrittenForMe } from './written.ts';
export {
  giveLastHours,
  hasPageOf,
  lastHoursOf,
  potForLastHours,
  sayFarewell,
  takeBackFarewell,
} from './farewell.ts';
export type { FarewellRefused, LastHoursRefused } from './farewell.ts';
