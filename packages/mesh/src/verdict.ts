/**
 * What one side says to the other at the end of the handshake, as a small number that
 * says no more than the other needs to know.
 */
export const verdictNumbers = {
  Welcome: 0,
  /** No member that I know of, and no invite. */
  Stranger: 1,
  /** The invite is none that I know of. Perhaps somebody else does. */
  InviteUnknown: 2,
  /** As many have come in with this invite as it was for. */
  InviteUsed: 3,
  InviteClosed: 4,
  /** The signature over the transcript does not hold. */
  BadProof: 5,
  /** Not now: too many links, or no answer from the one who decides. */
  Busy: 6,
  /** The join request does not hold together. */
  BadRequest: 7,
  /** The identity key of no member that I know of. Perhaps of one later. */
  UnknownKey: 8,
  /** A member's identity key, and here is the evidence of whose. Enrol, and come again. */
  Known: 9,
  /** The member ended this device, and here is the statement. */
  SwitchedOff: 10,
  /** Who has read a poster is heard; a person is asked. Here is what they may know. */
  Knocked: 11,
  /** The members decided that they leave, and here are the question and its yeses. */
  Removed: 12,
} as const;

export type Verdict = keyof typeof verdictNumbers;

const words = Object.entries(verdictNumbers) as [Verdict, number][];

export const verdictOf = (number: number): Verdict | undefined =>
  words.find(([, n]) => n === number)?.[0];

/** Why an app does not admit who asks. */
export interface JoinRefused {
  readonly type: 'InviteUnknown' | 'InviteUsed' | 'InviteClosed' | 'Busy';
}
