/**
 * T5: the rules a second time, written from formats §2 to §8 and the SPEC, and from
 * nothing else: no line of packages/ledger is used here. It reads raw bytes, holds the
 * whole set at once, and finds every fixpoint by trying until nothing changes. Slow and
 * plain: where it and the fold differ, one of them has misread the rules.
 *
 * Like the fold of this version it knows found, admit, vouch, leave, transfers between
 * members, proofs of forks and witnesses (rawForks.ts), and identities with their devices
 * (rawStatements.ts, rawIdentities.ts, rawStanding.ts); every other type has no effect
 * (ledger/L15).
 */
import { compareBytes, encode, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys';
import { boardIn } from './rawBoard.ts';
import type { BoardTruth } from './rawBoard.ts';
import { rawDevicesIn, keptIn } from './rawDevices.ts';
import type { DeviceTruth } from './rawDevices.ts';
import { arrayOf, foundingOf, isBytes, readRuns } from './rawEntries.ts';
import type { RawAct, RawCharter, RawRun } from './rawEntries.ts';
import { bytesOfName, carriedIn, forksIn, rawNameOf } from './rawForks.ts';
import { rawLinesOf } from './rawLines.ts';
import { rawStandingOf } from './rawStanding.ts';
import type { RawStanding } from './rawStanding.ts';
import { statementsIn } from './rawStatements.ts';
import type { RawAttestation } from './rawStatements.ts';

export interface Truth {
  readonly stateHash: string;
  readonly balances: ReadonlyMap<string, number>;
  readonly members: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
  /** Proposal and party of every transfer of which a side counts only by a witness. */
  readonly rests: ReadonlySet<string>;
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
  const members = everMembers(charter, said.attestations, standing);
  const voices = voicesOf(charter, all, standing, members, forks.ledger);
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
  const lines = rawLinesOf(acts, { roles, written, members }, isBeyond);
  const balances = new Map([...members].map((member) => [member, 0]));
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
    [],
    sorted(
      lines.map(({ proposal, party, from, to, minutes, status }) => [
        ...[proposal, party, from, to].map((each) => fromHex(each)),
        minutes,
        status,
      ]),
    ),
    [],
    sorted([...balances].map(([party, minutes]) => [fromHex(party), minutes])),
  ];
  const stateHash = toHex(taggedHash('state', encode(state)));
  const rests = new Set(
    lines
      .filter(({ status, isCarried }) => status === 1 && isCarried)
      .map(({ proposal, party }) => `${proposal}/${party}`),
  );
  const board = boardIn(community, runs, {
    stands: (name) => roles.has(name),
    ends: ends.board,
    forks: forks.board,
  });
  const devices = rawDevicesIn(standing, written);
  const kept = keptIn(charter, said, factRoles);
  return {
    ...{ stateHash, balances, members, left, rests },
    ...{ board, devices, kept, chains },
  };
}

const never = Number.POSITIVE_INFINITY;

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

/** ledger/L8: the founder, whom the founding log let in early, and whom `join` members admitted. */
function everMembers(
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
function voicesOf(
  charter: RawCharter | null,
  acts: readonly RawAct[],
  { factRoles }: RawStanding,
  members: ReadonlySet<string>,
  forks: ReadonlyMap<string, number>,
): Set<string> {
  const voices = new Set<string>(charter ? [charter.founder] : []);
  if (!charter) return voices;
  const fork = forks.get(charter.founder + charter.device) ?? never;
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

const sorted = (items: Value[]): Value[] =>
  items.toSorted((a, b) => compareBytes(encode(a), encode(b)));
