import { assert } from '@manyhands/base';
import type { DeviceKey, MinuteOfTime } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSealingKey, createSigningKey, randomBytes } from '@manyhands/keys';
import { encodeTravelling } from '@manyhands/ledger';
import { openReplica, openWriter, pageOf } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import { comingBackWith } from '../threshold/comingBack.ts';
import type { ComingBack } from '../threshold/comingBack.ts';
import { whoHolds } from '@manyhands/door';
import { returnLinkFor } from '../recovery/returnLinkFor.ts';
import type { Village } from './village.ts';
import { VillagePlace } from './villagePlace.ts';

/** The new phone of somebody who lost everything. */
export interface LostPhone {
  readonly place: VillagePlace;
  readonly comingBack: ComingBack;
  /** Asks at a member's door whose key it holds, and takes what it is told (mesh/M12). */
  asks(): Promise<void>;
}

/**
 * The phone on which `name` comes back, once `by` has shown the way: it holds a link and a
 * new key, and on its own replica nothing.
 */
export async function lostPhone(
  village: Pick<Village, 'placeOf' | 'memberOf' | 'id' | 'name' | 'clock'>,
  name: string,
  by: string,
): Promise<LostPhone> {
  const text = returnLinkFor(village.placeOf(by), village.memberOf(name));
  assert(text !== null, 'a member can show the way');
  const [identity, device] = [await createSigningKey(), await createSigningKey()];
  const sealing = await createSealingKey();
  const membership = {
    community: village.id,
    device: toHex(device.publicKey) as DeviceKey,
    member: village.memberOf(name),
    communityName: village.name,
    demo: false,
  };
  const store = createMemoryStore();
  const replica = await openReplica({ community: village.id, store, own: membership });
  assert(replica.ok, 'memory opens');
  const writer = await openWriter({
    replica: replica.value,
    member: membership.member,
    device,
    store,
    now: () => village.clock.minute as MinuteOfTime,
    randomBytes,
  });
  assert(writer.ok, 'an empty journal opens');
  const keys = { identity: identity.publicKey, box: sealing.publicKey };
  const comingBack = comingBackWith(text, { membership, ...keys });
  assert(comingBack !== null, 'a return link is one');
  const place = new VillagePlace({
    membership,
    replica: replica.value,
    writer: writer.value,
    notes: store.notes,
    journalFor: (other) => store.journalFor(other),
    device,
    sealing,
    identity,
    comingBack,
    clock: village.clock,
    secret: null,
  });
  return {
    place,
    comingBack,
    async asks() {
      const door = village.placeOf(by).replica;
      const known = whoHolds(door, toHex(identity.publicKey));
      const founding = door.founding();
      if (known === null || founding === null) return;
      const paths = door.ledger
        .devicesOf(known.member)
        .flatMap((each) => door.evidenceFor({ ...each, member: known.member }));
      const page = pageOf([encodeTravelling(founding), ...paths, ...known.statements]);
      await place.replica.receive(page, { type: 'message' });
    },
  };
}
