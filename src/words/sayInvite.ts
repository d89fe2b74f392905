/** What is said of an invite, a poster or a message by which somebody joins. */
import { later } from './later.ts';
import { say } from './say.ts';
import type { PhoneRefusal } from './sayPhone.ts';
import type { Trouble } from './words.ts';

/** Why an invite does not open the door. */
export type InviteRefusal =
  | 'Malformed'
  | 'InviteUnknown'
  | 'InviteUsed'
  | 'InviteClosed';

/** The same of whoever came by a poster. */
export function sayPoster(type: Exclude<InviteRefusal, 'Malformed'>): Trouble {
  const { poster } = later();
  return type === 'InviteUnknown' ? poster.unknown : poster.goneFromTheWall;
}

export function sayInvite(type: InviteRefusal): Trouble {
  const { trouble } = later();
  switch (type) {
    case 'Malformed':
      return trouble.inviteDamaged;
    case 'InviteUnknown':
      return trouble.inviteUnknown;
    case 'InviteUsed':
      return trouble.inviteUsed;
    case 'InviteClosed':
      return trouble.inviteTakenBack;
  }
}

/** Why a message by which somebody joins, or is let in, came to nothing. */
export type JoinMessageRefusal =
  | Exclude<InviteRefusal, 'Malformed'>
  | PhoneRefusal
  | 'Malformed'
  | 'AnotherCommunity'
  | 'Unproven'
  | 'Busy'
  | 'NotLetInYet'
  | 'NotLetIn';

export function sayJoinMessage(type: JoinMessageRefusal): Trouble {
  const { byMessage } = later();
  switch (type) {
    case 'AnotherCommunity':
      return byMessage.foreign;
    case 'Unproven':
      return byMessage.unproven;
    case 'NotLetIn':
      return byMessage.notLetIn;
    case 'Busy':
      return byMessage.busy;
    case 'InviteUnknown':
    case 'InviteUsed':
    case 'InviteClosed':
      return sayInvite(type);
    default:
      return say({ type });
  }
}
