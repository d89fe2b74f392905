/** What the oracle says of accounts (L16, L17): plainly, and without the fold. */
import { encode, fromHex, toHex } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';
import type { AccountChange } from '../accountContent.ts';
import type { Entry } from '../entry.ts';
import { writer } from './trueCuts.ts';
import type { BeforeDecisions, TrueDecisions } from './trueDecisions.ts';

export interface TrueMandate {
  readonly id: string;
  readonly before: string | null;
  readonly threshold: number;
  readonly signers: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

export interface TrueAccount {
  readonly id: string;
  readonly kind: string;
  readonly total: number | null;
  readonly claimed: readonly TrueMandate[];
  readonly counted: readonly TrueMandate[];
  readonly newest: readonly TrueMandate[];
}

interface People extends BeforeDecisions {
  readonly members: ReadonlySet<string>;
}

/** L16: wherever its opening is seen, by who may state all, for an everMember. */
export function trueAccountsIn(around: People, decided: TrueDecisions): TrueAccount[] {
  const { entries, factRoles, members } = around;
  return entries.flatMap((entry) => {
    const { content, id, log } = entry;
    if (content.type !== 'account.open') return [];
    if (factRoles.get(writer(entry)) !== 0 || !members.has(log.member)) return [];
    const { kind, total, threshold, signers } = content;
    const first = { id, before: null, threshold, signers, places: new Map() };
    const mayState = (by: Entry): boolean => factRoles.get(writer(by)) === 0;
    // L16 of all signing: role 0. Before the end, by its place (0016).
    const counts = (by: Entry): boolean =>
      around.roles.get(writer(by)) === 0 && by.seq < around.endOf(writer(by));
    const claimed = following(first, id, around, mayState);
    const sure = following(first, id, around, counts);
    const counted = withoutRivals(sure, nameIn(decided, id));
    const newest = counted.filter((each) => !counted.some((b) => b.before === each.id));
    return [{ id, kind, total, claimed, counted, newest }];
  });
}

function nameIn(decided: TrueDecisions, account: string): string | null {
  const matter = decided.said(`signers ${account}`);
  return matter?.about === 'rule' && matter.key === 'signers' ? matter.value : null;
}

/** Everything that follows from `first` by changes of which a quorum `counts`. */
function following(
  first: TrueMandate,
  account: string,
  { entries, members }: People,
  counts: (by: Entry) => boolean,
): TrueMandate[] {
  const found = [first];
  for (let size = 0; size !== found.length;) {
    size = found.length;
    for (const entry of entries) {
      const { content } = entry;
      if (content.type !== 'account.change' || content.account !== account) continue;
      const id = trueMandateId(content);
      const before = found.find((each) => each.id === content.before);
      if (before === undefined || found.some((each) => each.id === id)) continue;
      const by = new Set(
        entries
          .filter((each) => {
            const said = each.content;
            return said.type === 'account.change' && trueMandateId(said) === id;
          })
          .filter(counts)
          .map(({ log }) => log.member as string)
          .filter((member) => members.has(member) && before.signers.includes(member)),
      );
      if (2 * by.size <= before.signers.length || by.size < before.threshold) continue;
      found.push({
        id,
        before: before.id,
        threshold: content.threshold,
        signers: content.signers,
        places: new Map(content.places.map(({ device, place }) => [device, place])),
      });
    }
  }
  return found;
}

const trueMandateId = (change: AccountChange): string =>
  toHex(
    taggedHash(
      'mandate',
      encode([
        fromHex(change.account),
        fromHex(change.before),
        change.threshold,
        change.signers.map((each) => fromHex(each)),
        change.places.map(({ device, place }) => [fromHex(device), place]),
      ]),
    ),
  );

/** L17: rivals of the mandate that is named, and of what leads to it, do not count. */
function withoutRivals(mandates: TrueMandate[], named: string | null): TrueMandate[] {
  if (!mandates.some(({ id }) => id === named)) return mandates;
  const pathOf = (id: string | null): string[] => {
    const at = mandates.find((each) => each.id === id);
    return at === undefined ? [] : [...pathOf(at.before), at.id];
  };
  const path = pathOf(named);
  return mandates.filter(({ id }) => {
    const own = pathOf(id);
    return own.every((each, i) => i >= path.length || path[i] === each);
  });
}

/** L19: below the place that every counted mandate after this one lists for the device. */
export const isTrulyInTime = (
  { counted }: TrueAccount,
  { id }: TrueMandate,
  { log, seq }: Entry,
  fork: number,
): boolean =>
  counted
    .filter(({ before }) => before === id)
    .every(({ places }) => seq < fork && seq < (places.get(log.device) ?? 0));
