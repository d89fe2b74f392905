export {
  askLines,
  putRight,
  recordHelp,
  sayNo,
  sayThanks,
  sayYes,
  takeBack,
  whyNotAsked,
} from './acts.ts';
export type { ActRefused, HelpSaid } from './acts.ts';
export { askingStill, askSeveral, stillToAsk, withoutAsked } from './askSeveral.ts';
export type { AskedSeveral } from './askSeveral.ts';
export {
  isHere,
  sayNotSo,
  sign,
  takeBackSigned,
  unsayNotSo,
  waitsForMe,
  waitsForThem,
} from './bySigning.ts';
export type { Both, SignRefused } from './bySigning.ts';
export { askedAtOnce } from '../limits.ts';
export { codeText, readCode } from './codeForm.ts';
export {
  draftLimits,
  dropDraft,
  fitsDraft,
  keepDraft,
  listDrafts,
  newDraftId,
  readDraft,
} from './drafts.ts';
export type { HelpDraft } from './drafts.ts';
export { FaceToFace } from './faceToFace.ts';
export {
  giftDays,
  giftsByMe,
  giftsForMe,
  giveHelp,
  myGifts,
  sayThanksForGift,
  thanksForGift,
} from './gifts.ts';
export type { Gift } from './gifts.ts';
export {
  countedHours,
  hourNamed,
  hoursAsked,
  hoursOfAccount,
  hoursWaiting,
  myHours,
  openMyHours,
} from './hoursHere.ts';
export { helpedWith } from './helpedWith.ts';
export { correctedIn, hourOf, isCounted, isHelpDone } from './hour.ts';
export type { Corrected, Hour, WrittenFor } from './hour.ts';
export { openMessage } from './message.ts';
export type { MessageLock, MessageRefused } from './message.ts';
export { mySignature, ownProfile } from './messageAbout.ts';
export { inLines, lineMost } from './inLines.ts';
export { firstOrPartly } from './partlyAsked.ts';
export type { PartlyAsked } from './partlyAsked.ts';
export { countTies, newTiesHere } from './newTies.ts';
export { isPutOff, putOff, readPutOff, reciprocityOf } from './reciprocity.ts';
export type { ShownCodes } from './shownCodes.ts';
export type { MessageCard, TakeInRefused } from './takeIn.ts';
export { latestCounted, togetherHere } from './together.ts';
export type { Together } from './together.ts';
export { byMonth, firstOf, perWeek, tiesOf, weekOf, yearOf } from './year.ts';
export type { Tie } from './year.ts';
