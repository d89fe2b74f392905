export {
  certify,
  considerAdmission,
  inviteKeyOf,
  mayRead,
  proveHolding,
  requestByInvite,
  requestCharter,
} from './admission.ts';
export type { OwnCertificate } from './admission.ts';
export type { JoinRefusal } from './joinRefusal.ts';
export { closeInvite, isClosed, keepClosedInvites } from './closedInvites.ts';
export { checkDigits, requestDevice } from './furtherDevice.ts';
export { fitsPoint, isHost, urlOf } from './addresses.ts';
export { iceServersOf, readIce, rtcOf } from './iceServers.ts';
export type { IceServer } from './iceServers.ts';
export { considerKnock, isHung, requestKnock } from './knock.ts';
export { letIn } from './letIn.ts';
export { entriesOf, whoHolds } from './whoHolds.ts';
export { Removing } from './removing.ts';
export type { Acting } from './removing.ts';
export { readSecretBook, writeSecretBook } from './secretBook.ts';
export type { KeptSecret, SecretBook } from './secretBook.ts';
export { fromBefore, isActedOn, noteTaken, TakenHere, waitDays } from './takenHere.ts';
