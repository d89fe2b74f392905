import type { CommunityId, Hex, MemberId } from '@manyhands/base';
import { encode, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';
import type { Balances } from './balances.ts';
import type { Logs } from './logs.ts';
import type { Membership } from './membership.ts';
import type { Transfers } from './transfers.ts';
import { shownCutOf } from './presence.ts';
import type { Identity, Transfer } from './views.ts';

/** The steps of the fold, each of which reads only those before it. */
export interface Steps {
  readonly logs: Logs;
  readonly membership: Membership;
  readonly transfers: Transfers;
  readonly balances: Balances;
  readonly identityOf: (member: MemberId) => Identity;
  readonly hasLeft: (member: MemberId) => boolean;
  readonly isPaused: (member: MemberId) => boolean;
}

/**
 * The hash of annex §8. Every list is sorted by its bytes: the fields before the first
 * difference have one length, so sorting by names is sorting by bytes. Accounts and
 * motions are of later versions: none, here.
 */
export function stateHashOf(community: CommunityId, steps: Steps): Hex {
  const state: Value = [
    fromHex(community),
    membersOf(steps),
    standingOf(steps),
    [],
    transfersOf(steps),
    [],
    balancesOf(steps),
  ];
  return toHex(taggedHash('state', encode(state)));
}

const voiceFlag = 1;
const leftFlag = 2;
const frozenFlag = 8;

function membersOf({ membership, identityOf, hasLeft, isPaused }: Steps): Value[] {
  return sorted(membership.everMembers(), (member) => member).map((member) => {
    const voice = membership.hasVoice(member) ? voiceFlag : 0;
    const left = hasLeft(member) ? leftFlag : 0;
    const frozen = isPaused(member) ? frozenFlag : 0;
    const { version, key } = identityOf(member);
    return [fromHex(member), version, fromHex(key), voice + left + frozen];
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

function transfersOf({ transfers }: Steps): Value[] {
  return sorted([...transfers.all()], (each) => each.proposal + each.party).map(
    (each) => [
      fromHex(each.proposal),
      fromHex(each.party),
      fromHex(each.helped),
      fromHex(each.helper),
      each.minutes,
      statusNumbers[each.status],
    ],
  );
}

function balancesOf({ membership, balances }: Steps): Value[] {
  return sorted(membership.everMembers(), (member) => member).map((member) => [
    fromHex(member),
    balances.of(member),
  ]);
}

function sorted<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const named = items.map((item) => ({ item, name: nameOf(item) }));
  named.sort((a, b) => (a.name < b.name ? -1 : 1));
  return named.map(({ item }) => item);
}
