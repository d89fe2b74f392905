import type { MembershipRow } from '@manyhands/storage';
import type { Membership } from '@manyhands/community/opened';

/** A row of the keyring as the screens know it: without its keys. */
export const membershipOf = (row: MembershipRow): Membership => ({
  community: row.community,
  device: row.device,
  member: row.member,
  communityName: row.name,
  demo: row.demo,
  waiting: row.waiting ?? 0,
});
