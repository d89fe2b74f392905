/**
 * The rules once more, as slowly and plainly as they can be said, to compare the fold
 * with: the whole set at once, every fixpoint by trying until nothing changes. It
 * shares no code with the fold, only the reading of entries, the codec and the hash.
 */
import type { Hex, MemberId } from '@manyhands/base';
import { compareBytes, encode, equalBytes, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';
import { encodeCharter } from '../charter.ts';
import type { Entry } from '../entry.ts';
import type { FoldEntry } from '../fold/views.ts';
import { trueCutsOf, isTrulyPaused, pair, witnessed, writer } from './trueCuts.ts';
import type { Roles } from './trueCuts.ts';
import { trueAccountsIn } from './trueAccounts.ts';
import type { TrueAccount } from './trueAccounts.ts';
import { trueDecisionsOf } from './trueDecisions.ts';
import type { TrueMotion } from './trueDecisions.ts';
import { trueLinesOf } from './trueLines.ts';
import type { TrueTransfer } from './trueLines.ts';
import { trueDevicesIn, factRolesIn, withoutVoidAdmissions } from './trueIdentities.ts';
import type { Said } from './trueIdentities.ts';
import type { LedgerVillage } from './village.ts';

export interface LedgerTruth {
  readonly members: ReadonlySet<string>;
  readonly voices: ReadonlySet<string>;
  readonly balances: ReadonlyMap<string, number>;
  readonly transfers: readonly TrueTransfer[];
  readonly accounts: readonly TrueAccount[];
  readonly motions: readonly TrueMotion[];
  readonly needsUpdate: boolean;
  readonly hidden: ReadonlySet<string>;
  readonly stateHash: Hex;
}

export function ledgerTruthOf(
  { charter, community }: LedgerVillage,
  given: FoldEntry[],
): LedgerTruth {
  const all = unique(given.filter(({ entry }) => entry.log.kind === 'ledger'));
  const here = all.filter(({ proven }) => proven).map(({ entry }) => entry);
  const carried = here.flatMap((entry) =>
    entry.content.type === 'witness' ? [witnessed(entry)] : [],
  );
  const forks = trueCutsOf(here, 'ledger');
  const boardForks = trueCutsOf(here, 'board');
  const entries = [
    ...new Map([...here, ...carried].map((each) => [each.id, each])).values(),
  ];
  const hands = new Set(carried.map(({ id }) => id));
  const written = new Set([
    ...all.map(({ entry }) => writer(entry)),
    ...carried.map((entry) => writer(entry)),
    ...forks.keys(),
    ...boardForks.keys(),
  ]);
  const founding = pair(charter.founder, charter.device);
  const found = entries.some(
    ({ content, log }) =>
      content.type === 'community.found' &&
      pair(log.member, log.device) === founding &&
      equalBytes(content.charter, encodeCharter(charter)),
  );

  const said: Said = { entries, found, founding };
  const factRoles = factRolesIn(said);
  const devices = trueDevicesIn(withoutVoidAdmissions(said, factRoles), forks);
  const { roles, ends, identities } = devices;
  const cutOf = (name: string, kind: 'ledger' | 'board'): number =>
    Math.min(
      (kind === 'ledger' ? forks : boardForks).get(name) ?? Infinity,
      ends[kind].get(name) ?? Infinity,
    );
  /** What counts by its place, or because a witness carries it. */
  const isPresent = (entry: Entry): boolean =>
    hands.has(entry.id) || entry.seq < cutOf(writer(entry), 'ledger');
  const admissions = found ? admissionsOf(entries, factRoles) : [];
  const early = entries.filter(
    (entry) => writer(entry) === founding && entry.seq < charter.circle,
  );
  const founders = new Set(admissionsOf(early, factRoles).map(([, whom]) => whom));
  const members = grow(
    (member, already) =>
      found &&
      (member === charter.founder ||
        founders.has(member) ||
        countOf(admissions, member, already) >= charter.join),
    peopleIn(entries),
  );
  const voicesBy = (among: readonly Entry[]): Set<string> => {
    const vouches = found ? vouchesOf(among, factRoles) : [];
    const inCircle = new Set(
      (found && factRoles.get(founding) === 0 ? among : [])
        .filter((entry) => early.includes(entry))
        .filter(({ seq }) => seq < (forks.get(founding) ?? Infinity))
        .flatMap(({ content }) =>
          content.type === 'member.vouch' ? [content.member] : [],
        ),
    );
    return grow(
      (member, already) =>
        members.has(member) &&
        (member === charter.founder ||
          inCircle.has(member as MemberId) ||
          countOf(vouches, member, already) >= charter.voice),
      peopleIn(entries),
    );
  };
  const voices = voicesBy(entries);
  const acts = entries.filter(isPresent);
  const left = new Set(
    entries
      .filter((entry) => entry.content.type === 'member.leave')
      .filter((entry) => roles.get(writer(entry)) === 0)
      .filter((entry) => entry.seq < cutOf(writer(entry), 'ledger'))
      .map(({ log }) => log.member as string),
  );
  const endOf = (name: string): number => ends.ledger.get(name) ?? Infinity;
  const forkOf = (name: string): number => forks.get(name) ?? Infinity;
  const around = {
    entries,
    factRoles,
    roles,
    endOf,
    voices,
    left,
    voicesBy,
    members,
    cutOf: (name: string) => cutOf(name, 'ledger'),
  };
  const decided = trueDecisionsOf(around);
  const accounts = trueAccountsIn(around, decided);
  const isVoid = (proposal: string, party: string): boolean => {
    const matter = decided.said(`${proposal} ${party}`);
    return matter?.about === 'lines' && !matter.stands;
  };
  const transfers = trueLinesOf(acts, {
    roles,
    written,
    members,
    accounts,
    endOf,
    forkOf,
    isVoid,
  });
  const parties = [...members, ...accounts.map(({ id }) => id)];
  const balances = balancesOf(parties, transfers);
  const isRemoved = (member: string): boolean => {
    const matter = decided.said(`member ${member}`);
    return matter?.about === 'member' && matter.standing === 'removed';
  };
  const beyondUs = new Set<string>(
    entries
      .filter((entry) => entry.content.type === 'unknown')
      .filter((entry) => roles.has(writer(entry)))
      .filter((entry) => entry.seq < cutOf(writer(entry), 'ledger'))
      .map(({ log }) => log.member)
      .filter(
        (member) => members.has(member) || countOf(admissions, member, members) > 0,
      ),
  );
  const loud = [...voices].filter((member) => beyondUs.has(member)).length;
  const needsUpdate = loud >= (voices.size > 3 ? 3 : 2);
  const hidden = needsUpdate ? members : beyondUs;
  const state: Value = [
    fromHex(community),
    byBytes(
      [...members].map((member) => [
        fromHex(member),
        identities.get(member)?.version ?? 0,
        fromHex(identities.get(member)?.key ?? member),
        (voices.has(member) ? 1 : 0) +
          (left.has(member) ? 2 : 0) +
          (isRemoved(member) ? 4 : 0) +
          (isTrulyPaused(member, roles, forks, ends.ledger) ? 8 : 0),
      ]),
    ),
    byBytes(
      [...roles].map(([name, role]) => [
        ...name.split('/').map((each) => fromHex(each)),
        role,
        shown(cutOf(name, 'ledger')),
        shown(cutOf(name, 'board')),
      ]),
    ),
    byBytes(
      accounts.map(({ id, kind, total, newest }) => [
        fromHex(id),
        ['organisation', 'pot', 'opening'].indexOf(kind),
        total,
        byBytes(
          newest.map((each) => [
            fromHex(each.id),
            each.threshold,
            each.signers.map((signer) => fromHex(signer)),
          ]),
        ),
      ]),
    ),
    byBytes(
      transfers.map(({ proposal, party, from, to, minutes, status }) => [
        fromHex(proposal),
        fromHex(party),
        fromHex(from),
        fromHex(to),
        minutes,
        ['open', 'exists', 'void'].includes(status)
          ? ['open', 'exists', 'void'].indexOf(status)
          : 3,
      ]),
    ),
    byBytes(
      decided.motions.map(({ id, yes, no, taken, holds }) => [
        fromHex(id),
        yes,
        no,
        taken,
        holds.reduce((sum, each, i) => sum + (each ? 2 ** i : 0), 0),
      ]),
    ),
    byBytes([...balances].map(([party, sum]) => [fromHex(party), sum])),
  ];
  const stateHash = toHex(taggedHash('state', encode(state)));
  const sums = { balances, transfers, accounts, motions: decided.motions };
  return { ...sums, members, voices, needsUpdate, hidden, stateHash };
}

const shown = (cut: number): number | null => (cut === Infinity ? null : cut);

function unique(given: readonly FoldEntry[]): FoldEntry[] {
  return [...new Map(given.map((each) => [each.entry.id, each])).values()];
}

function peopleIn(entries: readonly Entry[]): string[] {
  const people = new Set<string>();
  for (const { content, log } of entries) {
    people.add(log.member);
    if ('member' in content) people.add(content.member);
  }
  return [...people];
}

const mayAdmit = (entry: Entry, roles: Roles): boolean =>
  [0, 1].includes(roles.get(writer(entry)) ?? 3);

type Pairs = [by: string, whom: string][];

function admissionsOf(entries: readonly Entry[], roles: Roles): Pairs {
  return entries.flatMap((entry): Pairs => {
    const { content, log } = entry;
    if (content.type !== 'member.admit' || !mayAdmit(entry, roles)) return [];
    if (content.role === 2 && content.device !== log.device) return [];
    return [[log.member, content.member]];
  });
}

function vouchesOf(entries: readonly Entry[], roles: Roles): Pairs {
  return entries.flatMap((entry): Pairs => {
    const { content, log } = entry;
    if (content.type !== 'member.vouch' || roles.get(writer(entry)) !== 0) return [];
    return [[log.member, content.member]];
  });
}

function countOf(pairs: Pairs, whom: string, among: ReadonlySet<string>): number {
  return new Set(
    pairs.filter(([by, one]) => one === whom && among.has(by)).map(([by]) => by),
  ).size;
}

function grow(
  belongs: (person: string, already: ReadonlySet<string>) => boolean,
  people: readonly string[],
): Set<string> {
  const already = new Set<string>();
  for (let size = -1; size !== already.size;) {
    size = already.size;
    for (const person of people) if (belongs(person, already)) already.add(person);
  }
  return already;
}

function balancesOf(
  parties: readonly string[],
  transfers: readonly TrueTransfer[],
): Map<string, number> {
  const balances = new Map(parties.map((party) => [party, 0]));
  for (const { from, to, minutes, status } of transfers) {
    if (status !== 'exists') continue;
    balances.set(from, (balances.get(from) ?? 0) - minutes);
    balances.set(to, (balances.get(to) ?? 0) + minutes);
  }
  return balances;
}

const byBytes = (items: Value[]): Value[] =>
  items.sort((a, b) => compareBytes(encode(a), encode(b)));
