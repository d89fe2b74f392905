export { keepEarlyYeses } from './earlyYeses.ts';
export {
  hoursInParts,
  myPartOf,
  partsForMe,
  putPartAway,
  sayYesToPart,
} from './myPart.ts';
export type { MyPart, PartRefused } from './myPart.ts';
export {
  evenParts,
  planOf,
  planSession,
  remindOfSession,
  takeSessionBack,
  whyNotPlanned,
} from './planSession.ts';
export type { InSession, SessionRefused, SessionSaid } from './planSession.ts';
export { mySessions, sessionParts, sessionNamed } from './sessionsHere.ts';
export type { SessionHere } from './sessionsHere.ts';
export { dropSessionDraft, keepSessionDraft, readSessionDraft } from './draft.ts';
export type { SessionDraft } from './draft.ts';
