import type { Hex, MemberId } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry, Ledger } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';

/**
 * Whose counted key it is, or is to be once enough of their neighbours say so: with the
 * statements so far, and the profile they last showed, so that whoever comes back is asked
 * "Is this you?" by name. Only who holds the key is told.
 */
export function whoHolds(
  replica: Replica,
  key: Hex,
): { readonly member: MemberId; readonly statements: Uint8Array[] } | null {
  const { ledger } = replica;
  const member = ledger.membersWithKey(key)[0] ?? memberAwaiting(ledger, key);
  if (member === undefined) return null;
  const own = entriesOf(replica, member);
  const stated = own.filter(({ content }) => {
    return content.type === 'identity.set' && content.member === member;
  });
  const profile = own.findLast(({ content }) => content.type === 'profile');
  const said = [...stated, ...(profile ? [profile] : [])].map(encodeTravelling);
  return { member, statements: [...said, ...neighboursWords(replica, member, key)] };
}

/** Of whom a neighbour has written that this is their new key: of several, D6 as well. */
const memberAwaiting = (ledger: Ledger, key: Hex): MemberId | undefined =>
  ledger
    .members()
    .map(({ member }) => member)
    .filter((member) =>
      ledger.recoveriesUnderWay(member).some((each) => each.key === key),
    )
    .reduce<MemberId | undefined>(
      (best, each) =>
        best !== undefined && ledger.distanceOf(best) <= ledger.distanceOf(each)
          ? best
          : each,
      undefined,
    );

/** What neighbours wrote of this member's keys, and what shows that they are members. */
function neighboursWords(replica: Replica, member: MemberId, key: Hex): Uint8Array[] {
  const chain = replica.ledger.identitiesOf(member);
  const keys = new Set([key, ...chain.map((each) => each.key)]);
  const neighbours = new Set(chain.flatMap(({ guardians }) => guardians));
  const written = [...neighbours].flatMap((each) => entriesOf(replica, each));
  return [...written, ...replica.detached()]
    .filter(({ content, log }) => {
      if (content.type !== 'guardian.recover' || content.member !== member)
        return false;
      return keys.has(content.key) && neighbours.has(log.member);
    })
    .flatMap((entry) => [...replica.evidenceFor(entry.log), encodeTravelling(entry)]);
}

/** All entries in the logs of one member, or of everybody, each log in its order. */
export function entriesOf(replica: Replica, member: MemberId | null = null): Entry[] {
  return replica
    .vector()
    .filter(({ log }) => member === null || log.member === member)
    .flatMap(({ head }) => {
      const chain: Entry[] = [];
      for (let at = replica.entry(head); at !== null; at = replica.entry(at.prev)) {
        chain.push(at);
      }
      return chain.reverse();
    });
}
