import type { EntryId } from '@manyhands/base';
import type { Identities } from './identities.ts';
import type { HeldLog, Logs } from './logs.ts';
import type { Identity } from './views.ts';

/**
 * The entries about identities that may stand beyond a cut for somebody who holds fewer
 * of them, and who therefore would never ask for them. Whoever holds some of a member's
 * statements and grounds may cut a log of that member's, at 0 at the lowest; so where
 * any claim could cut any of the member's logs, all that was claimed and all grounds are
 * told. Of members whose claims list all their devices, uncut, nothing is: that is how
 * kits are made, so an ordinary community tells none.
 */
export function evidenceOf(identities: Identities, logs: Logs): EntryId[] {
  const ids = new Set<EntryId>();
  for (const member of identities.stated()) {
    const claims = identities.allClaimedOf(member);
    const held = [...logs.ofMember(member)].filter(({ factRole }) => factRole !== null);
    if (!claims.some((claim) => held.some((log) => couldCut(claim, log)))) continue;
    for (const claim of claims) for (const id of claim.ids) ids.add(id);
    for (const { grounds } of held) {
      for (const ground of grounds.values()) {
        const isLater = ground.type === 'device' || ground.version > 0;
        if (isLater) for (const id of ground.ids) ids.add(id);
      }
    }
  }
  return [...ids];
}

/** Whether the claim, if it counted, and other claims or grounds were missing, would. */
function couldCut({ devices, key }: Identity, { device, grounds }: HeldLog): boolean {
  const listed = devices.find((each) => each.device === device);
  if (listed) return listed.ledgerCut !== null || listed.boardCut !== null;
  return [...grounds.values()].some((ground) => {
    return ground.type === 'key' && ground.key !== key;
  });
}
