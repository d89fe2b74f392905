/** Entries after which somebody who was refused may be welcome. */
export const membership: ReadonlySet<string> = new Set([
  'community.found',
  'device.add',
  'device.enrol',
  'guardian.recover',
  'identity.set',
  'member.admit',
  'member.leave',
  'invite.open',
  'poster.open',
]);

/** Entries after which another secret may be taken, or told to somebody else. */
export const decisions: ReadonlySet<string> = new Set(['motion.open', 'motion.vote']);
