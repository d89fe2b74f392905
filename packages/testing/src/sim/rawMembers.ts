/**
 * Who is a member and who has a voice (ledger/L8), from raw acts and without packages/ledger.
 */
import { toHex } from '@manyhands/codec';
import { arrayOf, isBytes } from './rawEntries.ts';
import type { RawAct, RawCharter } from './rawEntries.ts';
import { rawNameOf } from './rawForks.ts';
import type { RawStanding } from './rawStanding.ts';
import type { RawAttestation } from './rawStatements.ts';

/** ledger/L8: the founder, whom the founding log let in early, and whom `join` members admitted. */
export function rawMembersOf(
  charter: RawCharter | null,
  attestations: readonly RawAttestation[],
  { factRoles }: RawStanding,
): Set<string> {
  const members = new Set<string>(charter ? [charter.founder] : []);
  const admissions = attestations.filter(
    ({ by }) => by.type === 7 && (factRoles.get(by.member + by.device) ?? 2) <= 1,
  );
  growing(members, () =>
    admissions
      .map(({ member }) => member)
      .filter((member) => {
        const given = admissions.filter((each) => each.member === member);
        if (given.some(({ by }) => charter !== null && isInCircle(by, charter)))
          return true;
        const by = given.filter((each) => members.has(each.by.member));
        return new Set(by.map((each) => each.by.member)).size >= (charter?.join ?? 1);
      }),
  );
  return members;
}

/**
 * ledger/L8, voice: the founder, the circle before the founding log's first fork, and whoever
 * `voice` members with voice vouch for.
 */
export function rawVoicesOf(
  charter: RawCharter | null,
  acts: readonly RawAct[],
  { factRoles }: RawStanding,
  members: ReadonlySet<string>,
  forks: ReadonlyMap<string, number>,
): Set<string> {
  const voices = new Set<string>(charter ? [charter.founder] : []);
  if (!charter) return voices;
  const fork = forks.get(charter.founder + charter.device) ?? Number.POSITIVE_INFINITY;
  const vouches = acts.flatMap((act) => {
    const fields = act.type === 8 ? arrayOf(act.payload, 1) : null;
    const member = fields?.[0];
    if (!isBytes(member, 32) || factRoles.get(rawNameOf(act)) !== 0) return [];
    const inCircle = isInCircle(act, charter) && act.seq < fork;
    return [{ by: act.member, member: toHex(member), inCircle }];
  });
  growing(voices, () =>
    [...members].filter((member) => {
      const given = vouches.filter((vouch) => vouch.member === member);
      const by = new Set(given.map((each) => each.by).filter((one) => voices.has(one)));
      return given.some((vouch) => vouch.inCircle) || by.size >= charter.voice;
    }),
  );
  return voices;
}

/** Decision 0011 and ledger/L8: the first places of the founding log. */
const isInCircle = ({ member, device, seq }: RawAct, charter: RawCharter): boolean =>
  member === charter.founder && device === charter.device && seq < charter.circle;

function growing(set: Set<string>, next: () => string[]): void {
  for (let size = -1; size !== set.size;) {
    size = set.size;
    for (const one of next()) set.add(one);
  }
}
