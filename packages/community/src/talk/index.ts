export {
  agree,
  arrangementNamed,
  arrangementsOf,
  arrangementsRead,
  callOff,
  fitsPlan,
  isOver,
  isSameAs,
  sayDone,
  suggest,
  waitsForMe,
} from './arrangements.ts';
export type { ArrangeRefused, Arranged } from './arrangements.ts';
export { calendarFile } from './calendarFile.ts';
export { meetingsOf } from './meetings.ts';
export type { Introduction } from './meetings.ts';
export { finishPlan, helpPlanned } from './planned.ts';
