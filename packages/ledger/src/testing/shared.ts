/** Short words for what people write about accounts and decisions. */
import type { AccountId, EntryId, Hex, MemberId } from '@manyhands/base';
import { mandateIdOf } from '../accountContent.ts';
import type { AccountChange, AccountKind, SignedPlace } from '../accountContent.ts';
import type { Entry } from '../entry.ts';
import type { TransferReply } from '../ledgerContent.ts';
import type { LineName, Matter, MotionOpen, MotionVote } from '../motionContent.ts';
import { device, member, minutes } from './village.ts';
import type { Pen } from './village.ts';

export const accountOf = (opened: Entry): AccountId => opened.id as string as AccountId;

/** Opens an account for which these sign. */
export const openAccount = (
  pen: Pen,
  threshold: number,
  names: readonly string[],
  kind: AccountKind = 'organisation',
): Entry =>
  pen.write({
    type: 'account.open',
    kind,
    threshold,
    signers: namesOf(names),
    total: kind === 'opening' ? minutes(600) : null,
  });

/** Who signs from now on; of the old signers' phones the places up to which it was theirs. */
export const changeTo = (
  opened: Entry,
  threshold: number,
  names: readonly string[],
  places: Readonly<Record<string, number>> = {},
  before: AccountChange | null = null,
): AccountChange => ({
  type: 'account.change',
  account: accountOf(opened),
  before: before === null ? opened.id : mandateIdOf(before),
  threshold,
  signers: namesOf(names),
  places: Object.entries(places)
    .map(([name, place]): SignedPlace => ({ device: device(name), place }))
    .sort((a, b) => (a.device < b.device ? -1 : 1)),
});

const namesOf = (names: readonly string[]): MemberId[] => names.map(member).sort();

const replyAs =
  (type: TransferReply['type']) =>
  (proposal: Entry, opened: Entry): TransferReply => ({
    type,
    proposal: proposal.id,
    as: accountOf(opened),
  });
export const yesAs = replyAs('transfer.confirm');
export const noAs = replyAs('transfer.decline');
export const withdrawalAs = replyAs('transfer.withdraw');

export const motionOf = (
  matter: Matter,
  replaces: readonly Entry[] = [],
): MotionOpen => ({
  type: 'motion.open',
  matter,
  replaces: replaces.map(({ id }) => id).sort(),
});

export const aboutLines = (
  stands: boolean,
  ...lines: readonly (readonly [Entry, string])[]
): Matter => ({
  about: 'lines',
  stands,
  lines: lines
    .map(([proposal, party]): LineName => ({
      proposal: proposal.id,
      party: party as MemberId,
    }))
    .sort((a, b) => (a.proposal + a.party < b.proposal + b.party ? -1 : 1)),
});

export const aboutSigners = (opened: Entry, mandate: Hex): Matter => ({
  about: 'rule',
  key: 'signers',
  account: accountOf(opened),
  value: mandate,
});

export const aboutRest = (...names: readonly string[]): Matter => ({
  about: 'rule',
  key: 'resting',
  account: null,
  value: namesOf(names),
});

export const aboutMember = (
  who: string,
  standing: 'among us' | 'paused' | 'removed',
): Matter => ({ about: 'member', member: member(who), standing });

export const vote = (motion: Entry | EntryId, isYes = true): MotionVote => ({
  type: 'motion.vote',
  motion: typeof motion === 'string' ? motion : motion.id,
  yes: isYes,
});
