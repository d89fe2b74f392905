export { firstHours, grantsAsked, sayOnGrant, wordOnGrant } from './grants.ts';
export { isLike, likeNamed } from './likeNamed.ts';
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
export { evenly, shareOut, totalOf } from './shareOut.ts';
export type { Share } from './shareOut.ts';
export { signingsForMe } from './signing.ts';
export type { Signing } from './signing.ts';
export { keepStandingYes, standingYesOf } from './standingYes.ts';
export type { SaidByItself, YesRule } from './yesRules.ts';
export { yearOfAccount } from './yearOfAccount.ts';
