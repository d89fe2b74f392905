import type { CommunityId, Hex, MemberId, PartyId } from '@manyhands/base';
import { encode, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { startSha256, tag } from '@manyhands/keys/hash';
import type { AccountKind } from '../accountContent.ts';
import type { Accounts } from './accounts.ts';
import type { Balances } from './balances.ts';
import type { Decisions } from './decisions.ts';
import type { Logs } from './logs.ts';
import type { MembershipFold } from './membership.ts';
import type { Transfers } from './transfers.ts';
import { shownCutOf } from './presence.ts';
import type { Tally } from './verdict.ts';
import type { Identity, Transfer } from './views.ts';

/** The steps of the fold, each of which reads only those before it. */
interface Steps {
  readonly logs: Logs;
  readonly membership: MembershipFold;
  readonly decisions: Decisions;
  readonly accounts: Accounts;
  readonly transfers: Transfers;
  readonly balances: Balances;
}

/** The steps, and what is said of a member by several of them. */
export interface State {
  readonly steps: Steps;
  readonly identityOf: (member: MemberId) => Identity;
  readonly hasLeft: (member: MemberId) => boolean;
  readonly isPaused: (member: MemberId) => boolean;
}

/**
 * The hash of F9. Every list is sorted by its bytes: the fields before the first
 * difference have one length, so sorting by names is sorting by bytes.
 *
 * It comes a little at a time: 100,000 transfers take longer than a screen may stand
 * still. All of the state is read before the first yield, so that it is of that moment.
 */
export function* hashState(
  community: CommunityId,
  state: State,
): Generator<undefined, Hex> {
  const { steps } = state;
  const before = [
    fromHex(community),
    membersOf(state),
    standingOf(steps),
    accountsOf(steps),
  ];
  const transfers = bucketsOf(steps.transfers.unmarked(), ({ proposal }) => proposal);
  const motions = bucketsOf(steps.decisions.tallies(), ({ id }) => id);
  const balances = balancesOf(steps);
  const hash = startSha256();
  hash.update(tag('state'));
  hash.update(listHead(before.length + 3));
  for (const part of before) hash.update(encode(part));
  hash.update(listHead(sizeOf(transfers)));
  for (const bucket of transfers) {
    yield undefined;
    for (const transfer of inOrder(bucket)) hash.update(encode(valueOf(transfer)));
  }
  hash.update(listHead(sizeOf(motions)));
  for (const bucket of motions) {
    if (bucket.length > 0) yield undefined;
    const sortedById = sorted(bucket, ({ id }) => id);
    for (const motion of sortedById) hash.update(encode(motionValueOf(motion)));
  }
  hash.update(encode(balances));
  return toHex(hash.digest());
}

/** The same without a pause. */
export function finishHash(hashing: Generator<undefined, Hex>): Hex {
  for (;;) {
    const step = hashing.next();
    if (step.done === true) return step.value;
  }
}

/** What stands before `count` items in a list: their number, under another major type. */
function listHead(count: number): Uint8Array {
  const head = encode(count);
  head[0] = (head[0] ?? 0) | 0x80; // RFC 8949 §3.1: 4 for a list, 0 for a number
  return head;
}

const voiceFlag = 1;
const leftFlag = 2;
const removedFlag = 4;
const frozenFlag = 8;

function membersOf({ steps, identityOf, hasLeft, isPaused }: State): Value[] {
  const { membership, decisions } = steps;
  return sorted(membership.everMembers(), (member) => member).map((member) => {
    const voice = membership.hasVoice(member) ? voiceFlag : 0;
    const left = hasLeft(member) ? leftFlag : 0;
    const removed = decisions.standingOf(member) === 'removed' ? removedFlag : 0;
    const frozen = isPaused(member) ? frozenFlag : 0;
    const { version, key } = identityOf(member);
    return [fromHex(member), version, fromHex(key), voice + left + removed + frozen];
  });
}

function standingOf({ logs }: Steps): Value[] {
  const standing = [...logs.all()].filter((log) => log.role !== null);
  return sorted(standing, (log) => log.member + log.device).map((log) => [
    fromHex(log.member),
    fromHex(log.device),
    log.role,
    shownCutOf(log, 'ledger'),
    shownCutOf(log, 'board'),
  ]);
}

const statusNumbers: Record<Transfer['status'], number> = {
  open: 0,
  exists: 1,
  void: 2,
  declined: 3,
  withdrawn: 3,
};

/** Items by the first byte of their names: sorted by parts they are sorted. */
function bucketsOf<T>(items: Iterable<T>, nameOf: (item: T) => string): T[][] {
  const buckets = Array.from({ length: 256 }, (): T[] => []);
  for (const each of items) {
    buckets[Number.parseInt(nameOf(each).slice(0, 2), 16)]?.push(each);
  }
  return buckets;
}

const sizeOf = (buckets: readonly (readonly unknown[])[]): number =>
  buckets.reduce((sum, { length }) => sum + length, 0);

const inOrder = (bucket: readonly Transfer[]): Transfer[] =>
  sorted(bucket, (each) => each.proposal + each.party);

const valueOf = (each: Transfer): Value => [
  fromHex(each.proposal),
  fromHex(each.party),
  fromHex(each.helped),
  fromHex(each.helper),
  each.minutes,
  statusNumbers[each.status],
];

const kindNumbers: Record<AccountKind, number> = {
  organisation: 0,
  pot: 1,
  opening: 2,
};

function accountsOf({ accounts }: Steps): Value[] {
  return sorted([...accounts.all()], ({ account }) => account).map((held) => [
    fromHex(held.account),
    kindNumbers[held.opened.kind],
    held.opened.total,
    accounts
      .countedOf(held)
      .newest.map(({ id, threshold, signers }) => [
        fromHex(id),
        threshold,
        [...signers].map((signer) => fromHex(signer)),
      ]),
  ]);
}

/** `holds` has a bit for each subject, from the first line on. */
const motionValueOf = ({ id, yes, no, isTaken, holds }: Tally): Value => [
  fromHex(id),
  yes,
  no,
  isTaken,
  holds.reduce((bits, isHeld, at) => bits + (isHeld ? 2 ** at : 0), 0),
];

function balancesOf({ membership, accounts, balances }: Steps): Value[] {
  const parties: PartyId[] = membership.everMembers();
  for (const { account } of accounts.all()) parties.push(account);
  return sorted(parties, (party) => party).map((party) => [
    fromHex(party),
    balances.of(party),
  ]);
}

function sorted<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const named = items.map((item) => ({ item, name: nameOf(item) }));
  named.sort((a, b) => (a.name < b.name ? -1 : 1));
  return named.map(({ item }) => item);
}
