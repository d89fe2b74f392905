import { assert } from '@manyhands/base';
import type { DeviceKey, MemberId } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { createSealingKey, sha256, signingKeyFromSeed } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import {
  TestCommunity,
  confirmed,
  helped,
  pagesHolding,
  profileOf,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import type { Town } from './town.ts';

export interface TownSize {
  readonly members: number;
  /** How many of the members have a second device. */
  readonly secondDevices: number;
  readonly transfers: number;
}

/** When the bench's town writes: the size of a real number, in minutes since 1970. */
const time = 29_000_000;

/**
 * Every entry is really signed by the device that wrote it, and every byte is the same
 * each time. Each member is let in by one who came not long before, as invites travel, and
 * who vouches for them: of guests a phone takes less a day than a town has. Who confirms
 * does so on the first device.
 */
export async function buildTown(size: TownSize): Promise<Town> {
  const devices = await createDevices(size);
  const founder = deviceAt(devices, 0);
  const community = await TestCommunity.of(founder, [], { voice: 1 });
  const write = (person: CastMember) => community.ledgerOf(person);
  for (const [i, person] of devices.entries()) {
    if (i >= size.members) {
      const first = deviceAt(devices, i - size.members);
      await write(first).add(await community.enrolContent(person), { time });
    } else if (i > 0) {
      const host = deviceAt(devices, Math.floor(i / 3));
      await write(host).add(await community.admitContent(person), { time });
      const { member } = person;
      await write(host).add({ type: 'member.vouch', member }, { time });
    }
    if (i < size.members) await community.boardOf(person).add(profileOf(person));
  }
  for (let i = 0; i < size.transfers; i += 1) {
    const by = deviceAt(devices, (i * 7) % devices.length);
    const party = deviceAt(devices, (i * 13 + 1) % size.members);
    const next = deviceAt(devices, (i * 13 + 2) % size.members);
    const other = party.member === by.member ? next : party;
    const asked = await write(by).add(helped(other, 15 + (i % 12) * 15), { time });
    await write(other).add(confirmed(asked.id), { time });
  }
  return { community: community.id, pages: pagesHolding(community.runs()) };
}

/** The first devices of all members, then the second ones. */
async function createDevices(size: TownSize): Promise<CastMember[]> {
  // Nobody seals anything to this town: its boxes are bytes, one key stands for all.
  const sealing = await createSealingKey('bytes');
  const devices: CastMember[] = [];
  for (let i = 0; i < size.members + size.secondDevices; i += 1) {
    const member = i % size.members;
    const first = devices[member];
    const identity =
      first?.identity ?? (await signingKeyFromSeed(seedOf(`identity ${member}`)));
    const signing = await signingKeyFromSeed(seedOf(`device ${i}`));
    devices.push({
      name: `Member ${member}`,
      identity,
      signing,
      sealing: { ...sealing, publicKey: seedOf(`box ${i}`) },
      member: toHex(identity.publicKey) as MemberId,
      device: toHex(signing.publicKey) as DeviceKey,
    });
  }
  return devices;
}

const seedOf = (words: string): Uint8Array => sha256(utf8Bytes(`town ${words}`));

/** The first device of a member of any town, to speak in its name. */
export async function townMember(
  index: number,
): Promise<{ member: MemberId; device: Signer }> {
  const identity = await signingKeyFromSeed(seedOf(`identity ${index}`));
  const device = await signingKeyFromSeed(seedOf(`device ${index}`));
  return { member: toHex(identity.publicKey) as MemberId, device };
}

function deviceAt(devices: readonly CastMember[], index: number): CastMember {
  const device = devices[index];
  assert(device, `no device ${index}`);
  return device;
}
