import type { EntryId, Hex } from '@manyhands/base';
import type { IdentityStatement } from './claimed.ts';
import type { Identities } from './identities.ts';
import { carriedBy } from '../certificates.ts';
import type { Entry } from '../entry.ts';
import type { FoldedLog, Logs } from './logs.ts';

/**
 * The entries about identities that may stand beyond a cut for somebody who holds fewer
 * of them, and who therefore would never ask for them. Whoever holds some of a member's
 * statements and attestations may cut a log of that member's, at 0 at the lowest; so where
 * any claim could cut any of the member's logs, all that was claimed and all attestations are
 * told. Of members whose claims list all their devices, uncut, nothing is: that is how
 * kits are made, so an ordinary community tells none.
 */
export function identityEvidence(identities: Identities, logs: Logs): EntryId[] {
  const ids = new Set<EntryId>();
  for (const member of identities.stated()) {
    const claims = [...(identities.claimsAbout(member)?.all() ?? [])];
    const held = [...logs.ofMember(member)].filter(({ factRole }) => factRole !== null);
    if (!couldCut(claims, held)) continue;
    for (const claim of claims) for (const id of claim.ids) ids.add(id);
    for (const { attestations } of held) {
      for (const attestation of attestations.values()) {
        const isLater = attestation.type === 'device' || attestation.version > 0;
        if (isLater) for (const id of attestation.ids) ids.add(id);
      }
    }
  }
  return [...ids];
}

/**
 * Whether one of the claims, if it counted, and others or attestations were missing, would cut
 * one of the logs: it lists it so, or leaves out one that another key has certified. Each
 * claim and each log is looked at once, however many there are of both.
 */
function couldCut(
  claims: readonly IdentityStatement[],
  held: readonly FoldedLog[],
): boolean {
  const keysOf = new Map(held.map((log) => [log.device, keysIn(log)]));
  const certified = [...keysOf.values()].filter(({ size }) => size > 0);
  const byOneKey = new Map<Hex, number>();
  for (const [key, ...more] of certified) {
    if (key !== undefined && more.length === 0) {
      byOneKey.set(key, (byOneKey.get(key) ?? 0) + 1);
    }
  }
  return claims.some(({ key, devices }) => {
    const listed = devices.filter(({ device }) => keysOf.has(device));
    if (listed.some((each) => each.ledgerCut !== null || each.boardCut !== null)) {
      return true;
    }
    const ofAnother = certified.length - (byOneKey.get(key) ?? 0);
    const spared = listed.filter(({ device }) =>
      [...(keysOf.get(device) ?? [])].some((each) => each !== key),
    );
    return ofAnother > spared.length;
  });
}

const keysIn = ({ attestations }: FoldedLog): ReadonlySet<Hex> =>
  new Set(
    [...attestations.values()].flatMap((each) => (each.type === 'key' ? each.key : [])),
  );

/** The entries that rightly claim what `entry` rests on (views.ts). */
export function statementsBehind(identities: Identities, entry: Entry): EntryId[] {
  const { content } = carriedBy(entry);
  const idsOf = (statements: Iterable<IdentityStatement>): EntryId[] =>
    [...statements].flatMap(({ ids }) => [...ids]);
  if (content.type === 'guardian.recover') {
    const claims = identities.claimsAbout(content.member);
    return idsOf(claims?.claimedAt(content.version - 1) ?? []);
  }
  const isSet = content.type === 'identity.set';
  if ((!isSet && content.type !== 'device.enrol') || content.by === null) return [];
  const version = isSet ? content.version - 1 : content.version;
  return idsOf(
    identities.claimsAbout(content.member)?.claimsOf(version, content.by) ?? [],
  );
}
