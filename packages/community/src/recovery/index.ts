export {
  recoveryAskOf,
  asksFor,
  recoveryDigits,
  sayItIsThem,
  whoMayAsk,
  wordsSoFar,
} from './bringBack.ts';
export type { BringBackRefused, RecoveryAsk } from './bringBack.ts';
export {
  guardiansFrom,
  keepKnownWards,
  keepTurnedDown,
  mostNeighbours,
  nameNeighbours,
  quorumOf,
  readKnownWards,
  readTurnedDown,
  wardsOf,
} from './guardians.ts';
export type { NamingRefused } from './guardians.ts';
export {
  finishKit,
  hasPage,
  keepKitNote,
  kitLinkOf,
  makeKit,
  myWordsIn,
  newWords,
  pageMadeAt,
  readKit,
  readKitNote,
  readWords,
  tryKit,
  wordsIn,
} from './kit.ts';
export type { KitNote, KitRefused, PageChange } from './kit.ts';
export { returnLinkFor } from './returnLinkFor.ts';
export type { Found, Search } from './wayBack.ts';
