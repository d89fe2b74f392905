/**
 * What the oracle says of accounts (ledger/L16, ledger/L17), from raw acts and without
 * packages/ledger: which exist, and which mandates of each are claimed, counted and newest. Every
 * set is found from the opening upwards, by trying until nothing changes.
 */
import type { RawAct } from './rawEntries.ts';
import { rawNameOf } from './rawForks.ts';
import type { RawRoles } from './rawIdentities.ts';
import { changeIn, openingIn } from './rawShared.ts';
import type { RawMandate, RawOpening } from './rawShared.ts';

/** What accounts ask of the steps before them. */
export interface Signatories {
  readonly factRoles: RawRoles;
  readonly roles: RawRoles;
  /** Where identities end ledgers. */
  readonly ends: RawRoles;
  readonly members: ReadonlySet<string>;
  /** The mandate that holds by a decision (key 10); null for none. */
  readonly decided: (account: string) => string | null;
}

export interface RawAccount extends RawOpening {
  readonly claimed: readonly RawMandate[];
  readonly counted: readonly RawMandate[];
  /** Those that nothing counted follows, by id. */
  readonly newest: readonly RawMandate[];
}

/** Who wrote a change, and where. */
interface Written {
  readonly mandate: RawMandate;
  readonly by: readonly RawAct[];
}

const never = Number.POSITIVE_INFINITY;

/** By their ids. `all`: every authentic entry, wherever it was seen. */
export function rawAccountsOf(
  all: readonly RawAct[],
  known: Signatories,
): Map<string, RawAccount> {
  const { factRoles, roles, ends, members, decided } = known;
  const accounts = new Map<string, RawAccount>();
  const mayState = (act: RawAct): boolean =>
    factRoles.get(rawNameOf(act)) === 0 && members.has(act.member);
  // By their place, however they came: a witness does not help (decision 0016).
  const counts = (act: RawAct): boolean =>
    roles.get(rawNameOf(act)) === 0 &&
    members.has(act.member) &&
    act.seq < (ends.get(rawNameOf(act)) ?? never);
  const changes = changesIn(all);
  for (const act of all) {
    const opening = openingIn(act);
    if (opening === null || !mayState(act)) continue;
    const own = changes.filter(({ mandate }) => mandate.account === act.id);
    const claimed = following(opening.mandate, own, mayState);
    const counted = following(
      opening.mandate,
      withoutRivals(following(opening.mandate, own, counts), decided(act.id), own),
      counts,
    );
    const newest = counted.filter(({ id }) => {
      return !counted.some(({ before }) => before === id);
    });
    newest.sort((a, b) => (a.id < b.id ? -1 : 1));
    accounts.set(act.id, { ...opening, claimed, counted, newest });
  }
  return accounts;
}

function changesIn(all: readonly RawAct[]): Written[] {
  const changes = new Map<string, { mandate: RawMandate; by: RawAct[] }>();
  for (const act of all) {
    const mandate = changeIn(act);
    if (mandate === null) continue;
    const known = changes.get(mandate.id) ?? { mandate, by: [] };
    known.by.push(act);
    changes.set(mandate.id, known);
  }
  return [...changes.values()];
}

/** The opening, and whatever a quorum of the signers of one of these wrote. */
function following(
  opening: RawMandate,
  changes: readonly Written[],
  counts: (act: RawAct) => boolean,
): RawMandate[] {
  const all = [opening];
  for (let before = 0; before !== all.length;) {
    before = all.length;
    for (const { mandate, by } of changes) {
      const previous = all.find(({ id }) => id === mandate.before);
      if (previous === undefined || all.includes(mandate)) continue;
      const { signers, threshold } = previous;
      const writers = new Set(by.filter(counts).map(({ member }) => member));
      const quorum = signers.filter((signer) => writers.has(signer)).length;
      if (2 * quorum > signers.length && quorum >= threshold) all.push(mandate);
    }
  }
  return all;
}

/** Where a decision names a counted mandate: what is no rival of it, or of what leads to it. */
function withoutRivals(
  counted: readonly RawMandate[],
  decided: string | null,
  changes: readonly Written[],
): readonly Written[] {
  const path: RawMandate[] = [];
  const find = (name: string | null) => counted.find(({ id }) => id === name);
  for (let at = find(decided); at !== undefined; at = find(at.before)) path.push(at);
  return changes.filter(
    ({ mandate: { id, before } }) =>
      !path.some((each) => each.before === before && each.id !== id),
  );
}

/**
 * ledger/L19: below the place that every counted change after this mandate lists, and, if there
 * is one, before any proven fork of the log (decision 0074).
 */
export function isRawInTime(
  { counted }: RawAccount,
  mandate: RawMandate,
  act: RawAct,
  forks: ReadonlyMap<string, number>,
): boolean {
  const after = counted.filter(({ before }) => before === mandate.id);
  const fork = forks.get(rawNameOf(act)) ?? never;
  return after.every(
    ({ places }) => act.seq < fork && act.seq < (places.get(act.device) ?? 0),
  );
}
