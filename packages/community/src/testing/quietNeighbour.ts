import { assert } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import { certify } from '@manyhands/door';
import { createSealingKey, createSigningKey, randomBytes } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import { openWriter } from '@manyhands/replica';
import type { Writer } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import type { VillagePlace } from './villagePlace.ts';

/** A member on whose phone nobody looks: keys and logs, and no place of their own. */
export interface QuietNeighbour {
  readonly member: MemberId;
  readonly device: Signer;
  readonly writer: Writer;
}

/** Lets one in where `host` stands. Hundreds of places that are told of all would take minutes. */
export async function quietNeighbour(
  host: VillagePlace,
  hostWriter: Writer = host.writer,
): Promise<QuietNeighbour> {
  const { replica, membership, now } = host;
  const [identity, device, sealing] = await Promise.all([
    createSigningKey(),
    createSigningKey(),
    createSealingKey(),
  ]);
  const own = { identity, device, box: sealing.publicKey };
  const certificate = await certify(membership.community, own);
  const content = { type: 'member.admit' as const, ...certificate, invite: null };
  const admitted = await hostWriter.append('ledger', content);
  assert(admitted.ok, 'a member lets them in');
  const { member } = certificate;
  const store = createMemoryStore();
  const writer = await openWriter({ replica, member, device, store, now, randomBytes });
  assert(writer.ok, 'an empty journal opens');
  return { member, device, writer: writer.value };
}
