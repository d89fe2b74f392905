export { askAll, sayWordsAbout, sayIKnow, sayTo, wordsAboutLimit } from './acts.ts';
export type { DecisionRefused } from './acts.ts';
export { agreementChanges, agreementNow, agreementOfVersion } from './agreement.ts';
export type { AgreementChange, AgreementInForce, AgreementKey } from './agreement.ts';
export { coveringOf, sayCover } from './covers.ts';
export type { Covering } from './covers.ts';
export {
  decisionNamed,
  decisionsOf,
  markTold,
  saidYesElsewhere,
  untold,
} from './decisions.ts';
export type { Decision, DecisionStage } from './decisions.ts';
export {
  canAskForPause,
  hasVoice,
  knowingOf,
  leaveUnsaid,
  toSayIKnow,
} from './knowing.ts';
export type { Knowing } from './knowing.ts';
export { canAskToLeave, partingOf } from './leaving.ts';
export type { Parting } from './leaving.ts';
export { fromBefore } from '@manyhands/door';
export { decisionNotebookOf, keepDecisionsNoted } from './notebook.ts';
export { circleMembers, pauseOf, pausesOf } from './standing.ts';
export type { Pause } from './standing.ts';
export { iceWays, isWay, relayWays, waysIn } from './ways.ts';
