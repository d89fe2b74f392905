export { mandateIdOf, placeLimit, signerLimit } from './accountContent.ts';
export type {
  AccountChange,
  AccountKind,
  AccountOpen,
  MandateClaim,
  SignedPlace,
  Signers,
} from './accountContent.ts';
export type {
  DecidedCircle,
  DecidedKind,
  LineName,
  Matter,
  MemberStanding,
  MotionOpen,
  MotionVote,
  RuleKey,
  Rules,
} from './motionContent.ts';
export * from './joinRequest.ts';
export * from './arrangement.ts';
export { bodyHashOf, encodeBody, signatureLength, storedLimit } from './body.ts';
export type { Content, KnownContent } from './body.ts';
export type {
  BoardContent,
  CategoryName,
  Erase,
  ErasedPosition,
  GiftOfHelp,
  InviteOpen,
  KnownBoardContent,
  Listing,
  Venue,
  ListingTerms,
  Manner,
  Note,
  PosterOpen,
  Profile,
  SealedContent,
  Thanks,
  Wishes,
  Wrap,
} from './boardContent.ts';
export { erasedAtMost, listingTermsShape, ownCategories } from './boardContent.ts';
export { thumbLimit } from './sharedContent.ts';
export type {
  AccountCard,
  Cover,
  OnBehalf,
  Photo,
  WordsAbout,
} from './sharedContent.ts';
export {
  groupColours,
  groupIdOf,
  groupLimits,
  letInAtOnce,
  organisersAtMost,
  roomWordLimit,
} from './groupContent.ts';
export type {
  Belongs,
  ForGroup,
  GroupHeader,
  LetInGroup,
  RoomName,
  RoomSign,
  RoomWord,
  SignUnder,
} from './groupContent.ts';
export * from './roomOrder.ts';
export * from './sealedRoomWord.ts';
export { carriedBy, certificatesOf, foundedBy, proofsOf } from './certificates.ts';
export type { Certificate, Proof } from './certificates.ts';
export { communityIdOf, encodeCharter, readCharter } from './charter.ts';
export type { Charter } from './charter.ts';
export * from './deviceLink.ts';
export * from './entry.ts';
export { chainIds, entryIdOf, entryMessage } from './entryId.ts';
export { IdIndex, idLength, isOfHours, KeptEntry, keptLog } from './keptEntry.ts';
export type { KeptLog, KeptPlaces } from './keptEntry.ts';
export { handOf } from './thingContent.ts';
export { gatheringIdOf, gatheringLimits, seenOf } from './gatheringContent.ts';
export type {
  DateChange,
  Gathering,
  GatheringAnswer,
  GatheringName,
  GatheringPlan,
  HowOften,
  MovedTo,
  ComingSays,
  SeatGiven,
  SeatList,
} from './gatheringContent.ts';
export type { Handed, HandOver, Reserved, ThingHanded } from './thingContent.ts';
export {
  isSoundPlan,
  sessionLimits,
  sessionMinutes,
  sessionNameOf,
  sessionPeople,
} from './sessionContent.ts';
export type { PlannedSession, SessionPlan } from './sessionContent.ts';
export { linesOfSession, partOfSession } from './sessionLines.ts';
export type { PartStanding, SessionLine, SessionPart } from './sessionLines.ts';
export * from './tombstone.ts';
export type { Role } from './fields.ts';
export { proofHashes } from './forkContent.ts';
export type { ForkProof, Witness } from './forkContent.ts';
export { guardianLimit, listedLimit, recoveryHashOf } from './identityContent.ts';
export type {
  DeviceAdd,
  DeviceFreeze,
  GuardianRecover,
  IdentityClaim,
  IdentitySet,
  ListedDevice,
  RecoveryClaim,
} from './identityContent.ts';
export { encodeInvite, readInvite } from './invite.ts';
export type { Invite } from './invite.ts';
export { isFact } from './ledgerContent.ts';
export type {
  CommunityFound,
  DeviceEnrol,
  InviteUse,
  KnownLedgerContent,
  LedgerContent,
  Meaningless,
  MemberAdmit,
  MemberLeave,
  MemberVouch,
  ProposedLine,
  TransferKind,
  TransferPropose,
  TransferReply,
  Unknown,
} from './ledgerContent.ts';
export * from './kitLink.ts';
export { kindNumber, logKindOf, logIdOf, zeroId } from './log.ts';
export type { LogKind, LogName } from './log.ts';
export * from './forMyself.ts';
export * from './forPartners.ts';
export * from './meeting.ts';
export { isNewer, lastRev, revAfter } from './newer.ts';
export * from './note.ts';
export * from './poster.ts';
export * from './recoveryLink.ts';
export * from './report.ts';
export * from './returnLink.ts';
export * from './shortCode.ts';
export * from './statements.ts';
export * from './travelling.ts';
export * from './word.ts';
export { createBoard } from './board/createBoard.ts';
export type {
  Board,
  NamedCategory,
  OpenInvite,
  OpenPoster,
  PostedListing,
  SaidInRoom,
  SealedText,
  ShownGroup,
  ShownSign,
  ShownSession,
  ShownWords,
  ThanksGiven,
} from './board/views.ts';
export type {
  AnswerHeard,
  Coming,
  DateNow,
  GatheringBoard,
  OnWaitingList,
  Seated,
  Seats,
  ShownGathering,
} from './board/gatheringViews.ts';
export { isAmong } from './fold/isAmong.ts';
export type { BothSigned } from './board/bothSigned.ts';
export { erasedPositionOf, positionsNamedBy } from './board/erasures.ts';
export type { NamedPosition } from './board/erasures.ts';
export { createLedger } from './fold/createLedger.ts';
export { isStandingHelp } from './fold/isStandingHelp.ts';
export type {
  AccountView,
  ChangeUnderWay,
  ClaimedKey,
  Cut,
  DecidedMotion,
  FoldEntry,
  HelpView,
  Identity,
  Ledger,
  Member,
  MemberDevice,
  Recovery,
  SigningMandate,
  Transfer,
  TransferMark,
  TransferStatus,
} from './fold/views.ts';
export * from './decide/admitMember.ts';
export * from './decide/answerTransfer.ts';
export * from './decide/changeDevices.ts';
export { agreeToChange, changeSigners, draftAccount } from './decide/changeSigners.ts';
export type { AccountDraft, AccountRefused } from './decide/changeSigners.ts';
export { canBothSign, signedSideOf } from './decide/signingFor.ts';
export type { SignedSide } from './decide/signingFor.ts';
export * from './decide/foundCommunity.ts';
export * from './decide/leaveCommunity.ts';
export * from './decide/draftMotion.ts';
export * from './decide/recoverMember.ts';
export {
  nameGuardians,
  noGuardians,
  setKit,
  handOver,
  switchOff,
} from './decide/stateIdentity.ts';
export type { Guardians, Heads, IdentityRefused } from './decide/stateIdentity.ts';
export * from './decide/outlookOf.ts';
export * from './decide/proposeTransfer.ts';
export * from './decide/undoTransfer.ts';
export * from './decide/proveFork.ts';
export * from './decide/draftVote.ts';
export * from './decide/witnessEntry.ts';
