export {
  Changes,
  ofBoard,
  ofBoardAndMine,
  ofBoardAndPeople,
  tellOfReplica,
  topics,
} from './changes.ts';
export type { Topic } from './changes.ts';
export { waitingOf } from './condition.ts';
export type { DeviceAcks, DiskTrouble, PhoneTrouble, WhyAlone } from './condition.ts';
export type { Check, Finding } from './connectionCheck.ts';
export type { FetchHeldBack, FetchProgress, Fetching } from './fetching.ts';
export { hasOwnPhone } from './hasOwnPhone.ts';
export { lettersOf } from './letters.ts';
export type { Letter } from './letters.ts';
export { listNotes } from './listNotes.ts';
export { readNoteAs } from './readNoteAs.ts';
export { hasLeft, membersHere } from './membersHere.ts';
export { oneByOne } from './oneByOne.ts';
export type { OneByOne } from './oneByOne.ts';
export { oneEach } from './oneEach.ts';
export { ofPeople, ofVersion, remembered } from './remembered.ts';
export { peopleBehind } from './peopleBehind.ts';
export type {
  FirstPairCode,
  PairCode,
  PairCodes,
  PairRefused,
  ShownPairCode,
} from './pairCodes.ts';
export { mySealedInRooms, roomKeysTo, roomTextsOf } from './roomTexts.ts';
export { peopleHere, personHere, personOf, seedOf } from './person.ts';
export type { Person } from './person.ts';
export { blobLimit } from './pictures.ts';
export type { LookOptions, PictureRefused, PlacePictures } from './pictures.ts';
export {
  agentHere,
  agentsOf,
  carersOf,
  endedHere,
  isOfEndedAgent,
  isOnlyHere,
  isWordOfAgent,
  ownerHere,
  signedBehalf,
  stageOfAgent,
  writesFor,
  writtenBy,
} from './agents.ts';
export type { Behind, Carer } from './agents.ts';
export { isAtRest, remembranceOf } from './remembrance.ts';
export type { Remembrance } from './remembrance.ts';
export { addressOf, behalfAddress } from './place.ts';
export type { CommunitySecret, Membership, PassedLink, Place } from './place.ts';
export {
  notReadableOn,
  openNote,
  passKeyOn,
  nearestReadersOf,
  ownReadersOf,
  readersOf,
  sealAgainFor,
  sealNote,
  sealWords,
  sealedOf,
  waysFor,
  waysInto,
} from './sealing.ts';
export type { WayIn } from './sealing.ts';
export { keysTo, talkTextsOf } from './talkTexts.ts';
export type { TalkText } from './threadTexts.ts';
export { textBytes } from './textBytes.ts';
export { isOff, replace, write, writeDecided } from './writing.ts';
export type { WriteRefused } from './writing.ts';
