import type { CommunityId, DeviceKey, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSealingKey, createSigningKey } from '@manyhands/keys';
import type { SigningKey } from '@manyhands/keys';
import type { Entry } from '@manyhands/ledger';
import { encodePage, pageLimit } from '@manyhands/replica';
import type { Run } from '@manyhands/replica';
import { Community, confirmed, helped, profileOf } from '@manyhands/testing';
import type { Person } from '@manyhands/testing';

export interface TownSize {
  readonly members: number;
  /** How many of the members have a second device. */
  readonly secondDevices: number;
  readonly transfers: number;
}

/** A whole community's record, as it travels to somebody who has nothing of it. */
export interface Town {
  readonly community: CommunityId;
  readonly pages: readonly Uint8Array[];
  readonly entries: readonly Entry[];
}

/** When the bench's town writes: the size of a real number, in minutes since 1970. */
const time = 29_000_000;

/**
 * Every entry is really signed by the device that wrote it. Each member is let in by
 * one who came not long before, as invites travel; whom somebody helps is the same
 * every time, keys are not.
 */
export async function buildTown(size: TownSize): Promise<Town> {
  const devices = await createDevices(size);
  const [founder] = devices;
  if (!founder) throw new Error('Bug: a town of nobody');
  const community = await Community.of(founder);
  const write = (person: Person) => community.ledgerOf(person);
  for (const [i, person] of devices.entries()) {
    if (i >= size.members) {
      const first = deviceAt(devices, i - size.members);
      await write(first).add(await community.enrolContent(person), { time });
    } else if (i > 0) {
      const host = deviceAt(devices, Math.floor(i / 3));
      await write(host).add(await community.admitContent(person), { time });
    }
    if (i < size.members) await community.boardOf(person).add(profileOf(person));
  }
  for (let i = 0; i < size.transfers; i += 1) {
    const by = deviceAt(devices, (i * 7) % devices.length);
    const party = deviceAt(devices, (i * 13 + 1) % size.members);
    const other = party.member === by.member ? founder : party;
    if (other.member === by.member) continue;
    const asked = await write(by).add(helped(other, 15 + (i % 12) * 15), { time });
    await write(other).add(confirmed(asked.id), { time });
  }
  const entries = community.logs().flatMap((log) => log.entries);
  return { community: community.id, pages: pagesOf(community.runs()), entries };
}

/** The first devices of all members, then the second ones. */
async function createDevices(size: TownSize): Promise<Person[]> {
  const identities: SigningKey[] = [];
  const devices: Person[] = [];
  for (let i = 0; i < size.members + size.secondDevices; i += 1) {
    const identity = identities[i % size.members] ?? (await createSigningKey());
    identities[i % size.members] = identity;
    const signing = await createSigningKey();
    devices.push({
      name: `Member ${i % size.members}`,
      identity,
      signing,
      sealing: await createSealingKey(),
      member: toHex(identity.publicKey) as MemberId,
      device: toHex(signing.publicKey) as DeviceKey,
    });
  }
  return devices;
}

function deviceAt(devices: readonly Person[], index: number): Person {
  const device = devices[index];
  if (!device) throw new Error(`Bug: no device ${index}`);
  return device;
}

/** Runs as whole pages; a log's certificate lies in a log before it. */
function pagesOf(runs: readonly Run[]): Uint8Array[] {
  const pages: Uint8Array[] = [];
  let filling: Run[] = [];
  let bytes = 0;
  const finish = (): void => {
    pages.push(encodePage({ evidence: [], runs: filling }));
    filling = [];
    bytes = 0;
  };
  for (const run of runs) {
    const weight = weigh(run);
    if (filling.length > 0 && bytes + weight > pageLimit) finish();
    filling.push(run);
    bytes += weight;
  }
  finish();
  return pages;
}

/** An upper bound: names and heads take less than 128 bytes, an item's head three. */
const weigh = ({ items }: Run): number =>
  128 + items.reduce((sum, item) => sum + (item as Uint8Array).length + 3, 0);
