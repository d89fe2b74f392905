export {
  agree,
  arrangementNamed,
  arrangementsOf,
  arrangementsRead,
  callOff,
  fitsPlan,
  isMyTurn,
  isOver,
  isSameAs,
  sayDone,
  suggest,
} from './arrangements.ts';
export type { ArrangeRefused, Arranged } from './arrangements.ts';
export { calendarFile } from './calendarFile.ts';
export type { Appointment } from './calendarFile.ts';
export { meetingsOf } from './meetings.ts';
export type { IntroduceRefused, SuggestedMeeting } from './meetings.ts';
export { partnersOf } from './partners.ts';
export { finishPlan, helpPlanned } from './planned.ts';
export { letStrangersWrite, mayStrangersWrite } from './strangers.ts';
export { keepWordDraft, readWordDraft } from './wordDrafts.ts';
export { wordsOf } from './words.ts';
export type { SayRefused, WordHere } from './words.ts';
export { writingTo } from './writingTo.ts';
export type { WritingTo } from './writingTo.ts';
