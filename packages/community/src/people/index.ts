export { keepAgreed, readAgreed, versionOf } from './agreed.ts';
export type { Agreed } from './agreed.ts';
export { arrivalOf, arrivedAt, newForDays } from './arrival.ts';
export { categories, categoryOf, categoryCode } from './category.ts';
export type { Category } from './category.ts';
export { coreKinds, everydayKinds } from './coreKinds.ts';
export { keepPartnersTold, readWordsOf } from './forPartners.ts';
export type { WordsForPartners } from './forPartners.ts';
export { changeKind, kindLimit, nameKind } from './kinds.ts';
export { likelyLanguages, otherLanguages } from './languages.ts';
export { ownKindName, ownKinds } from './ownKinds.ts';
export { hidePortrait, portraitLimit, showPortrait } from './portrait.ts';
export type { PortrayRefused } from './portrait.ts';
export {
  guarded,
  introduceMyself,
  readMyself,
  sayWishes,
  showAllOfMe,
  showMyself,
} from './profile.ts';
export type { Guarded, Myself, Newcomer, ShowRefused } from './profile.ts';
