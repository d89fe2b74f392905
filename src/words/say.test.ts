import { expect, test } from 'vitest';
import { say } from './say.ts';
import type { RefusalType } from './say.ts';
import { sayInvite } from './sayInvite.ts';
import type { InviteRefusal } from './sayInvite.ts';
import { sayLasting } from './sayPhone.ts';
import type { LastingTrouble } from './sayPhone.ts';

/** A type missing here, or one too many, does not compile. */
const refusals: Record<RefusalType, true> = {
  StoreFull: true,
  StoreLost: true,
  StoreRefused: true,
  StoreCleared: true,
  KeyLost: true,
  PasskeyRefused: true,
  NoPasskey: true,
  PartMissing: true,
  KeyUnusable: true,
  JournalBehind: true,
  LockLost: true,
  Closed: true,
  SwitchedOff: true,
  OpenElsewhere: true,
  NotHere: true,
  NotLetInYet: true,
  Unsigned: true,
  Update: true,
  Malformed: true,
  AnotherCommunity: true,
  NotForYou: true,
  NothingInIt: true,
  WaitsForMore: true,
  Unknown: true,
  NothingToSay: true,
  NoteTooLong: true,
  NotAMember: true,
  NobodyNamed: true,
  TooManyLines: true,
  WithOneself: true,
  DuplicateParty: true,
  UnknownMember: true,
  Minutes: true,
  FutureDay: true,
  ImpossibleDay: true,
  NoSuchTransfer: true,
  NotYours: true,
  AlreadyConfirmed: true,
  NotConfirmed: true,
  AlreadyUndone: true,
  HasLeft: true,
  AlreadySigned: true,
  BothSides: true,
  NotASigner: true,
  TooFewApart: true,
  NobodySigns: true,
  TooManySigners: true,
  SamePersonSigns: true,
  SignerNotAMember: true,
  Threshold: true,
  Total: true,
  SameSigners: true,
  NoSuchChange: true,
  NoSuchAccount: true,
  TooManyDevices: true,
  NameMissing: true,
  WritesForThem: true,
  WritesNoMore: true,
  NoPhoneToAsk: true,
  NoHoursLeft: true,
  NotTheirAgent: true,
  Paused: true,
  KindsClosed: true,
  NoVoice: true,
  AgainstOneself: true,
  UnknownLine: true,
  UnknownAccount: true,
  UnknownMandate: true,
  UnknownMotion: true,
  OutOfRange: true,
  AsItStands: true,
  AlreadyAsked: true,
  AlreadyHolds: true,
  AlreadySaid: true,
  AlreadyVouched: true,
  AlreadyHasVoice: true,
  NotAFullDevice: true,
  BeyondTotal: true,
  OpeningNotCounted: true,
  TooFewSigners: true,
  SessionGone: true,
  PartSaid: true,
  SessionNotNow: true,
  NobodyHelped: true,
  NobodyToGive: true,
  NoGiver: true,
  NoTitle: true,
  TooManyInSession: true,
  TwiceInSession: true,
  LeftBeforeSession: true,
  LongerThanADay: true,
  NotEven: true,
};

const standings: Record<LastingTrouble, true> = {
  StoreFull: true,
  StoreLost: true,
  StoreRefused: true,
  StoreCleared: true,
  Update: true,
  JournalBehind: true,
  LockLost: true,
};

const invites: Record<InviteRefusal, true> = {
  Malformed: true,
  InviteUnknown: true,
  InviteUsed: true,
  InviteClosed: true,
};

const wholeSentences = /^\S.*[.!?)”]$/;

test.each(Object.keys(refusals) as RefusalType[])(
  '%s says what happened, whether anything is lost and what to do',
  (type) => {
    const { what, lost, todo } = say({ type });

    for (const sentence of [what, lost, todo]) expect(sentence).toMatch(wholeSentences);
  },
);

test.each(Object.keys(standings) as LastingTrouble[])(
  '%s, while it lasts, says the same three things',
  (type) => {
    const { what, lost, todo } = sayLasting(type);

    for (const sentence of [what, lost, todo]) expect(sentence).toMatch(wholeSentences);
    expect(what).toBe(say({ type }).what);
  },
);

test('what lasts is not told as something that was just refused', () => {
  expect(sayLasting('StoreFull').lost).not.toBe(say({ type: 'StoreFull' }).lost);
});

test.each(Object.keys(invites) as InviteRefusal[])(
  'an invite that is %s says so',
  (type) => {
    const { what, lost, todo } = sayInvite(type);

    for (const sentence of [what, lost, todo]) expect(sentence).toMatch(wholeSentences);
  },
);

test('a damaged invite and a damaged message are told apart', () => {
  expect(sayInvite('Malformed')).not.toEqual(say({ type: 'Malformed' }));
});

test('refusals of different kinds are not lumped into one sentence', () => {
  const said = new Set(
    (Object.keys(refusals) as RefusalType[]).map((type) => say({ type }).what),
  );

  expect(said.size).toBeGreaterThan(25);
});
