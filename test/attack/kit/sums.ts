/** What a phone would show: two that hold the same must say the same (class 14). */
import type { DeviceKey, MemberId } from '@manyhands/base';
import type { CastMember } from '@manyhands/testing';
import type { Reader } from './phones.ts';

type Named = Pick<CastMember, 'member' | 'device'>;

/** Hours, members, devices and ends of logs, as anybody can see them. */
export function hoursOf({ replica: { ledger } }: Reader, people: readonly Named[]) {
  const members = [...new Set(people.map(({ member }) => member))];
  return {
    state: ledger.stateHash(),
    members: members.map((member) => ({
      ...(ledger.member(member) ?? { member }),
      identity: ledger.identityOf(member),
      isContested: ledger.isContested(member),
      underWay: ledger.recoveriesUnderWay(member),
    })),
    devices: people.map(({ member, device }) => ({
      member,
      device,
      speaks: ledger.speaks(member, device),
      isOut: ledger.isOut(member, device),
      of: ledger.memberOfDevice(device),
    })),
    accounts: ledger.accounts(),
    motions: ledger.motions(),
    needsUpdate: ledger.needsUpdate(),
  };
}

/** Everything that the boards show. */
export function boardsOf({ replica: { board } }: Reader, people: readonly Named[]) {
  const members = [...new Set(people.map(({ member }) => member))];
  const byEntry = (a: { entry: { id: string } }, b: { entry: { id: string } }) =>
    a.entry.id < b.entry.id ? -1 : 1;
  return {
    hash: board.boardHash(),
    profiles: members.map((member) => board.profileOf(member)),
    wishes: members.map((member) => board.wishesOf(member)),
    listings: board
      .listings()
      .toSorted(byEntry)
      .map(({ entry }) => entry.id),
    categories: board.categories().map(({ entry }) => entry.id),
    gifts: board.gifts().map(({ content, signedBy }) => ({ content, signedBy })),
    handOvers: board
      .handOvers()
      .map(({ content, signedBy }) => ({ content, signedBy })),
    handed: board.handed().map(({ content, signedBy }) => ({ content, signedBy })),
    reserved: board
      .listings()
      .map(({ member, listing: { listing } }) => board.reservedAfter(member, listing)),
    invites: board.openInvites().map(({ entry }) => entry.id),
    posters: board.openPosters().map(({ entry }) => entry.id),
    sealed: people.map(({ device }) =>
      board.sealedFor(device).map(({ entry }) => entry.id),
    ),
  };
}

export const sumsOf = (phone: Reader, people: readonly Named[]) => ({
  digest: phone.replica.digest(),
  hours: hoursOf(phone, people),
  boards: boardsOf(phone, people),
});

/** Whether anything this phone shows or holds has this device's word in a chain. */
export const isHeld = (
  { replica }: Reader,
  { member, device }: { readonly member: MemberId; readonly device: DeviceKey },
): boolean =>
  replica.vector().some(({ log }) => log.device === device && log.member === member);
