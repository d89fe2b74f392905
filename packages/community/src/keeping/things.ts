import type { Entry } from '@manyhands/ledger';

/** What somebody calls an entry of theirs. */
export type Thing =
  | 'ask'
  | 'yes'
  | 'no'
  | 'takenBack'
  | 'thanks'
  | 'words'
  | 'profile'
  | 'card'
  | 'handed'
  | 'gift'
  | 'kind'
  | 'invite'
  | 'letIn'
  | 'phone'
  | 'spare'
  | 'erased'
  | 'leaving'
  | 'founding'
  | 'other';

const named: Partial<Record<string, Thing>> = {
  'transfer.propose': 'ask',
  'transfer.confirm': 'yes',
  'transfer.decline': 'no',
  'transfer.withdraw': 'takenBack',
  thanks: 'thanks',
  sealed: 'words',
  note: 'words',
  profile: 'profile',
  wishes: 'profile',
  listing: 'card',
  handover: 'handed',
  gift: 'gift',
  category: 'kind',
  'invite.open': 'invite',
  'member.admit': 'letIn',
  'device.enrol': 'phone',
  'device.add': 'phone',
  'device.freeze': 'phone',
  'identity.set': 'phone',
  'guardian.recover': 'spare',
  erase: 'erased',
  'member.leave': 'leaving',
  'community.found': 'founding',
};

/** The order in which they are told: what people did together comes first. */
const order: readonly Thing[] = [
  'ask',
  'yes',
  'no',
  'takenBack',
  'handed',
  'gift',
  'thanks',
  'card',
  'words',
  'letIn',
  'invite',
  'profile',
  'kind',
  'phone',
  'spare',
  'erased',
  'leaving',
  'founding',
  'other',
];

/**
 * How many of each kind there are, in the order in which they are told. The words that
 * were sealed with an hour are part of it, and are not counted beside it.
 */
export function thingsIn(entries: readonly Entry[]): [Thing, number][] {
  const counts = new Map<Thing, number>();
  for (const { content } of entries) {
    const thing = named[content.type] ?? 'other';
    counts.set(thing, (counts.get(thing) ?? 0) + 1);
  }
  if (counts.has('ask')) counts.delete('words');
  return order.flatMap((thing) => {
    const count = counts.get(thing);
    return count === undefined ? [] : [[thing, count] as [Thing, number]];
  });
}
