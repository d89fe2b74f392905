export {
  firstHours,
  firstMinutes,
  grantsAsked,
  isNewTo,
  sayOnGrant,
  wordOnGrant,
} from './grants.ts';
export { isLike, likeNamed } from './likeNamed.ts';
export {
  askForOpening,
  bringAlong,
  countsAtOnce,
  openingHere,
  openingLimit,
  openingsHere,
  openingSigners,
} from './opening.ts';
export type { Opening, OpeningRefused } from './opening.ts';
export {
  answerBrought,
  beyondBy,
  putBroughtRight,
  signBrought,
  takeBackBrought,
  writeBrought,
} from './openingActs.ts';
export type { BroughtRefused } from './openingActs.ts';
export {
  broughtForMe,
  openingLines,
  openingSums,
  openingToSign,
} from './openingLines.ts';
export type { OpeningLine, OpeningSums } from './openingLines.ts';
export {
  broughtOf,
  keepOpeningList,
  openingListLimits,
  openingRows,
  readOpeningList,
  sumOfRows,
} from './openingList.ts';
export type { OpeningList, OpeningRow } from './openingList.ts';
export {
  cardLimits,
  changeCard,
  hidePicture,
  openOne,
  showPicture,
} from './openOne.ts';
export type {
  OrganisationCard,
  NewOrganisation,
  OrganisationRefused,
} from './openOne.ts';
export {
  organisation,
  organisationsHere,
  organisationsOfMine,
} from './organisation.ts';
export type { Organisation } from './organisation.ts';
export { askPot, giveToPot, potHere, wordsFor } from './pot.ts';
export type { PotHours } from './pot.ts';
export { agreeTo, changesForMe, proposeSigners } from './signers.ts';
export type { ChangeForMe } from './signers.ts';
export { askedByIt, evenly, giveFrom, shareOut, totalOf } from './shareOut.ts';
export type { AskedByIt, Share } from './shareOut.ts';
export { signingsForMe } from './signing.ts';
export type { Signing } from './signing.ts';
export { keepStandingYes, standingYesOf } from './standingYes.ts';
export type { SaidByItself, YesRule } from './yesRules.ts';
export { yearOfAccount } from './yearOfAccount.ts';
