/**
 * T5: the rules a second time, written from formats §2 to §8 and the SPEC, and from
 * nothing else: no line of packages/ledger is used here. It reads raw bytes, holds the
 * whole set at once, and finds every fixpoint by trying until nothing changes. Slow and
 * plain: where it and the fold differ, one of them has misread the rules.
 *
 * Like the fold of this version it knows found, admit, vouch, leave (rawMembers.ts), transfers
 * (rawLines.ts), proofs of forks and witnesses (rawForks.ts), identities with their devices
 * (rawStatements.ts, rawIdentities.ts, rawStanding.ts), accounts and decisions (rawShared.ts,
 * rawAccounts.ts, rawDecisions.ts); every other type has no effect (ledger/L15).
 */
import { compareBytes, encode, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys';
import { boardIn } from './rawBoard.ts';
import type { BoardTruth } from './rawBoard.ts';
import { rawDevicesIn, keptIn } from './rawDevices.ts';
import type { DeviceTruth } from './rawDevices.ts';
import { rawAccountsOf } from './rawAccounts.ts';
import type { RawAccount } from './rawAccounts.ts';
import { rawDecisionsOf } from './rawDecisions.ts';
import type { RawDecision } from './rawDecisions.ts';
import { arrayOf, foundingOf, readRuns } from './rawEntries.ts';
import type { RawAct, RawRun } from './rawEntries.ts';
import { bytesOfName, carriedIn, forksIn, rawNameOf } from './rawForks.ts';
import { rawLinesOf } from './rawLines.ts';
import type { Line } from './rawLines.ts';
import { rawMembersOf, rawVoicesOf } from './rawMembers.ts';
import { lineSubjectOf, memberSubjectOf, ruleSubjectOf } from './rawShared.ts';
import { rawStandingOf } from './rawStanding.ts';
import type { RawStanding } from './rawStanding.ts';
import { statementsIn } from './rawStatements.ts';

export interface Truth {
  readonly stateHash: string;
  readonly balances: ReadonlyMap<string, number>;
  readonly members: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
  /** Every line of a proposal that counts, by proposal and party. */
  readonly lines: ReadonlyMap<string, Line>;
  readonly accounts: ReadonlyMap<string, RawAccount>;
  readonly motions: readonly RawDecision[];
  /** Of whom it is decided that they leave. */
  readonly letGo: ReadonlySet<string>;
  readonly board: BoardTruth;
  /** Every device that stands. */
  readonly devices: readonly DeviceTruth[];
  /** By member and device in one: whose logs there is a reason to keep (replica/A15). */
  readonly kept: ReadonlySet<string>;
  /** Of everybody of whom anything is said: the identities that count. */
  readonly chains: RawStanding['chains'];
}

export async function truthOf(
  community: Uint8Array,
  runs: readonly RawRun[],
): Promise<Truth> {
  const read = readRuns(community, runs);
  const forks = await forksIn(community, read.acts);
  const carried = await carriedIn(community, read.acts);
  const inHand = new Set(carried.map(({ id }) => id));
  /** Facts count wherever they are seen; acts by their place, or inside a witness (ledger/L9). */
  const all = [
    ...new Map([...read.acts, ...carried].map((act) => [act.id, act])).values(),
  ];
  const written = new Set([
    ...read.written,
    ...carried.map(rawNameOf),
    ...forks.ledger.keys(),
    ...forks.board.keys(),
  ]);
  const charter = await foundingOf(community, all);
  const said = await statementsIn(community, charter === null ? [] : all);
  const standing = rawStandingOf(charter, said, forks.ledger);
  const { factRoles, roles, ends, chains } = standing;
  const cuts = {
    ledger: lowest(forks.ledger, ends.ledger),
    board: lowest(forks.board, ends.board),
  };
  const isBeyond = (act: RawAct): boolean =>
    act.seq >= (cuts.ledger.get(rawNameOf(act)) ?? never);
  const acts = all.filter((act) => inHand.has(act.id) || !isBeyond(act));
  const members = rawMembersOf(charter, said.attestations, standing);
  const voicesBy = (given: readonly RawAct[]) =>
    rawVoicesOf(charter, given, standing, members, forks.ledger);
  const voices = voicesBy(all);
  // A statement that ends a log at its fork or before ends the pause (ledger/L9).
  const isPaused = (member: string): boolean =>
    [...forks.ledger].some(
      ([name, seq]) =>
        name.startsWith(member) &&
        [0, 2].includes(roles.get(name) ?? 3) &&
        seq < (ends.ledger.get(name) ?? never),
    );
  // However it is carried, by its place alone (decision 0016).
  const left = new Set(
    all
      .filter((act) => act.type === 9 && !isBeyond(act))
      .filter((act) => arrayOf(act.payload, 0) !== null)
      .filter((act) => roles.get(act.member + act.device) === 0)
      .map((act) => act.member),
  );
  const { motions, held } = rawDecisionsOf(all, {
    factRoles,
    roles,
    ends: ends.ledger,
    cuts: cuts.ledger,
    left,
    voices,
    voicesWithout: (isLeftOut) => {
      const left = all
        .filter(({ type }) => type === 8)
        .filter((act) => !isLeftOut(act));
      return voicesBy(left);
    },
  });
  const letGo = new Set(
    [...members].filter((member) => held.get(memberSubjectOf(member)) === 2),
  );
  const accounts = rawAccountsOf(all, {
    factRoles,
    roles,
    ends: ends.ledger,
    members,
    decided: (account) => nameIn(held.get(ruleSubjectOf(10, account))),
  });
  const isVoid = (proposal: string, party: string): boolean =>
    held.get(lineSubjectOf(proposal, party)) === false;
  const known = { roles, written, members, accounts, isVoid };
  const logs = { ends: ends.ledger, forks: forks.ledger };
  const lines = rawLinesOf(acts, { ...known, ...logs }, isBeyond);
  const balances = new Map([...members, ...accounts.keys()].map((one) => [one, 0]));
  for (const { from, to, minutes, status } of lines) {
    if (status !== 1) continue;
    balances.set(from, (balances.get(from) ?? 0) - minutes);
    balances.set(to, (balances.get(to) ?? 0) + minutes);
  }
  const state: Value = [
    community,
    sorted(
      [...members].map((member) => [
        fromHex(member),
        chains.get(member)?.newest.version ?? 0,
        fromHex(chains.get(member)?.newest.key ?? member),
        (voices.has(member) ? 1 : 0) +
          (left.has(member) ? 2 : 0) +
          (held.get(memberSubjectOf(member)) === 2 ? 4 : 0) +
          (isPaused(member) ? 8 : 0),
      ]),
    ),
    sorted(
      [...roles].map(([name, role]) => [
        ...bytesOfName(name),
        role,
        cuts.ledger.get(name) ?? null,
        cuts.board.get(name) ?? null,
      ]),
    ),
    sorted(
      [...accounts].map(([account, { kind, total, newest }]) => [
        fromHex(account),
        kind,
        total,
        newest.map(({ id, threshold, signers }) => [
          fromHex(id),
          threshold,
          signers.map((signer) => fromHex(signer)),
        ]),
      ]),
    ),
    sorted(
      lines.map(({ proposal, party, from, to, minutes, status }) => [
        ...[proposal, party, from, to].map((each) => fromHex(each)),
        minutes,
        status,
      ]),
    ),
    sorted(
      motions.map(({ id, yes, no, isTaken, holds }) => [
        ...[fromHex(id), yes.length, no.length, isTaken],
        holds.reduce((bits, isHeld, at) => bits + (isHeld ? 2 ** at : 0), 0),
      ]),
    ),
    sorted([...balances].map(([party, minutes]) => [fromHex(party), minutes])),
  ];
  const stateHash = toHex(taggedHash('state', encode(state)));
  const named = new Map(
    lines.map((line) => [`${line.proposal}/${line.party}`, line] as const),
  );
  const board = boardIn(community, runs, {
    stands: (name) => roles.has(name),
    ends: ends.board,
    forks: forks.board,
  });
  const devices = rawDevicesIn(standing, written);
  const kept = keptIn(charter, said, factRoles);
  return {
    stateHash,
    balances,
    members,
    left,
    lines: named,
    accounts,
    motions,
    letGo,
    board,
    devices,
    kept,
    chains,
  };
}

const never = Number.POSITIVE_INFINITY;

const nameIn = (value: Value | undefined): string | null =>
  value instanceof Uint8Array ? toHex(value) : null;

/** Where logs are cut: at the proven fork or at the end, whichever is lower. */
function lowest(
  forks: ReadonlyMap<string, number>,
  ends: ReadonlyMap<string, number>,
): Map<string, number> {
  const cuts = [...forks.keys(), ...ends.keys()].map((name): [string, number] => [
    name,
    Math.min(forks.get(name) ?? never, ends.get(name) ?? never),
  ]);
  return new Map(cuts.filter(([, seq]) => seq < never));
}

const sorted = (items: Value[]): Value[] =>
  items.toSorted((a, b) => compareBytes(encode(a), encode(b)));
