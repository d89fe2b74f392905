export { alertsForMe, alertsOf } from './alerts.ts';
export {
  dropCardDraft,
  keepCardDraft,
  listCardDrafts,
  readCardDraft,
} from './cardDrafts.ts';
export type { CardDraft } from './cardDrafts.ts';
export { Finder } from './finder.ts';
export { haystackOf, haystacksOf, matcherOf } from './finding.ts';
export type { Haystacks } from './finding.ts';
export { fittingCards } from './fitting.ts';
export type { FittingCard, WhyFitting } from './fitting.ts';
export {
  allParts,
  freeTimesOf,
  isAnyTime,
  meets,
  partAt,
  partsFor,
} from './freeTimes.ts';
export type { FreeTime, PartOfDay } from './freeTimes.ts';
export {
  blankListing,
  changeListing,
  closeListing,
  daysOnBoard,
  eraseListing,
  hangFor,
  listingLimits,
  listingOf,
  listingsOf,
  myListings,
  pauseListing,
  postListing,
  renewListing,
  restoreListing,
  wordsRoom,
} from './listings.ts';
export type { BoardCard, ErasedCard, ListingDraft } from './listings.ts';
export { matchWith, myMatches } from './matches.ts';
export type { Match } from './matches.ts';
export { photoFor, pickedOf, thumbSizes } from './photo.ts';
export type { PickedPhoto } from './photo.ts';
export { headOf, readPictureHead } from './pictureHead.ts';
export {
  addReadyCards,
  dropReadyCard,
  pinReadyCard,
  readyCardsOf,
} from './readyCards.ts';
export { youCould } from './youCould.ts';
