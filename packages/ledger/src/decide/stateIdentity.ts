/**
 * What a member may say of their own identity (L12). Each answers a claim for the next
 * number; the key of the version before signs `identityStatement` of it, and with that
 * signature it is an `identity.set` entry. Two of them made without knowing of each other
 * cancel, so an app makes none while another device of the member is out of reach for
 * long, if it can wait.
 */
import { err, ok } from '@manyhands/base';
import type { DeviceKey, Hex, MemberId, Result } from '@manyhands/base';
import type { Ledger } from '../fold/views.ts';
import { guardianLimit, lastVersion, listedLimit } from '../identityContent.ts';
import type { IdentityClaim, ListedDevice } from '../identityContent.ts';

/** How far a device's two logs are known here, as the replica has them. */
export type Heads = (device: DeviceKey) => {
  readonly ledger: number;
  readonly board: number;
};

export type IdentityRefused =
  | {
      readonly type:
        | 'NotAMember'
        /** Rival claims stand at the next number: only guardians can decide it. */
        | 'Contested'
        | 'NoSuchDevice'
        /** It would leave nobody who can sign for this member. */
        | 'LastDevice'
        /** A guardian is another person, and a member. */
        | 'WithOneself'
        /** The first kit needs a new key: the one a member starts with is not from words. */
        | 'SameKey'
        /** No number is left: they join anew. */
        | 'TooManyKeys';
    }
  | { readonly type: 'UnknownMember'; readonly member: MemberId }
  | { readonly type: 'TooManyDevices'; readonly limit: number }
  | { readonly type: 'TooManyGuardians'; readonly limit: number }
  /** It takes more than half of them, or none of none. */
  | { readonly type: 'Quorum'; readonly g: number; readonly guardians: number };

type Claimed = Result<IdentityClaim, IdentityRefused>;

export interface Guardians {
  readonly guardians: readonly MemberId[];
  readonly g: number;
}

export const noGuardians: Guardians = { guardians: [], g: 0 };

/**
 * A kit: from now on the key that the words give speaks for this member, and these
 * guardians can bring it back. All devices that stand and are not ended stay as they are.
 */
export function setKit(
  ledger: Ledger,
  by: MemberId,
  { key, guardians, g }: Guardians & { readonly key: Hex },
  heads: Heads,
): Claimed {
  if (ledger.identityOf(by).key === key) return err({ type: 'SameKey' });
  return claim(ledger, by, { key, guardians, g }, endedOf(ledger, by, heads));
}

/** Other guardians, or none, under the same key. */
export const nameGuardians = (
  ledger: Ledger,
  by: MemberId,
  { guardians, g }: Guardians,
  heads: Heads,
): Claimed => claim(ledger, by, { guardians, g }, endedOf(ledger, by, heads));

/**
 * Ends the logs of these devices where they are known, so that what they write from now
 * on counts nowhere. A log that is forked ends at its fork, which also ends the pause
 * that the fork put on this member (L9).
 */
export function switchOff(
  ledger: Ledger,
  by: MemberId,
  devices: readonly DeviceKey[],
  heads: Heads,
): Claimed {
  const own = ledger.devicesOf(by);
  const known = new Set(own.map(({ device }) => device));
  if (!devices.every((device) => known.has(device))) {
    return err({ type: 'NoSuchDevice' });
  }
  const off = new Set(devices);
  // An agent's may be the last one (L14): a keeper signs nothing.
  const stays = own.some(({ device, role, ledgerCut }) => {
    return role !== 1 && ledgerCut === null && !off.has(device);
  });
  if (!stays) return err({ type: 'LastDevice' });
  const list = endedOf(ledger, by, heads).map((each) =>
    off.has(each.device) ? endedAt(each, heads(each.device)) : each,
  );
  return claim(ledger, by, {}, list);
}

/**
 * From now on `to` writes for this member, an agent's device (L14), also where its log had
 * ended; if `alone`, no other agent's: what those write beyond what is known here counts
 * nowhere. Devices of the member's own stay, unless it is `last`.
 */
export function handOver(
  ledger: Ledger,
  member: MemberId,
  to: DeviceKey,
  heads: Heads,
  { alone, last = false }: { readonly alone: boolean; readonly last?: boolean },
): Claimed {
  const own = ledger.devicesOf(member);
  const agents = own.filter(({ role }) => role === 2).map(({ device }) => device);
  if (!agents.includes(to)) return err({ type: 'NoSuchDevice' });
  const others = endedOf(ledger, member, heads)
    .filter(({ device }) => device !== to)
    .map((each) =>
      last || (alone && agents.includes(each.device))
        ? endedAt(each, heads(each.device))
        : each,
    );
  return claim(ledger, member, {}, [
    ...others,
    { device: to, ledgerCut: null, boardCut: null },
  ]);
}

/** Ends a listing no later than at these lengths. */
export const endedAt = (
  { device, ledgerCut, boardCut }: ListedDevice,
  { ledger, board }: ReturnType<Heads>,
): ListedDevice => ({
  device,
  ledgerCut: Math.min(ledger, ledgerCut ?? ledger),
  boardCut: Math.min(board, boardCut ?? board),
});

/**
 * The member's devices as they stand: ended where they are ended already. Whose hours are
 * (a fork ends them alone) is switched off by being listed so, and its board ends where it is
 * known: what erases must not go on where nobody is let in (replica/H3). Those that are out because
 * no newest key names them end without a word, so that an old page's dozens leave room for
 * one's own (L12).
 */
export const endedOf = (
  ledger: Ledger,
  member: MemberId,
  heads: Heads,
): ListedDevice[] =>
  ledger
    .devicesOf(member)
    .filter(
      ({ device }) =>
        !ledger.isOut(member, device) || ledger.isSwitchedOff(member, device),
    )
    .map(({ device, ledgerCut, boardCut }) => {
      const isOpen = ledgerCut === null || boardCut !== null;
      return { device, ledgerCut, boardCut: isOpen ? boardCut : heads(device).board };
    });

function claim(
  ledger: Ledger,
  by: MemberId,
  change: Partial<IdentityClaim>,
  devices: readonly ListedDevice[],
): Claimed {
  if (!ledger.isEverMember(by)) return err({ type: 'NotAMember' });
  if (ledger.isContested(by)) return err({ type: 'Contested' });
  const now = ledger.identityOf(by);
  const { key = now.key, guardians = now.guardians, g = now.g } = change;
  const refused = refusedGuardians(ledger, by, { guardians, g });
  if (refused) return err(refused);
  if (devices.length > listedLimit) {
    return err({ type: 'TooManyDevices', limit: listedLimit });
  }
  const version = now.version + 1;
  if (version > lastVersion) return err({ type: 'TooManyKeys' });
  const named = [...guardians].sort();
  const signer = version === 1 ? null : now.key;
  return ok({ member: by, version, key, devices, g, guardians: named, by: signer });
}

function refusedGuardians(
  ledger: Ledger,
  by: MemberId,
  { guardians, g }: Guardians,
): IdentityRefused | null {
  if (guardians.length > guardianLimit) {
    return { type: 'TooManyGuardians', limit: guardianLimit };
  }
  if (guardians.includes(by)) return { type: 'WithOneself' };
  const unknown = guardians.find((each) => !ledger.isEverMember(each));
  if (unknown !== undefined) return { type: 'UnknownMember', member: unknown };
  const count = new Set(guardians).size;
  const isQuorum = count === 0 ? g === 0 : 2 * g > count && g <= count;
  return isQuorum && count === guardians.length
    ? null
    : { type: 'Quorum', g, guardians: count };
}
