import type { DeviceKey, MemberId } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { createSealingKey, sha256, signingKeyFromSeed } from '@manyhands/keys';
import type { SealingKey, SigningKey } from '@manyhands/keys';

/** Somebody with one device. The same name gives the same identity and device again (T1). */
export interface CastMember {
  readonly name: string;
  readonly identity: SigningKey;
  readonly signing: SigningKey;
  readonly sealing: SealingKey;
  readonly member: MemberId;
  readonly device: DeviceKey;
}

/** A person, or the same person with another `device`. */
export async function createPerson(
  name: string,
  device = 'phone',
): Promise<CastMember> {
  const identity = await signingKeyOf(`${name}'s identity`);
  const signing = await signingKeyOf(`${name}'s ${device}`);
  return {
    name,
    identity,
    signing,
    sealing: await createSealingKey('bytes'),
    member: toHex(identity.publicKey) as MemberId,
    device: toHex(signing.publicKey) as DeviceKey,
  };
}

/** Ana, Biel, Carme and Didac (T3). */
export async function createCast(): Promise<
  [CastMember, CastMember, CastMember, CastMember]
> {
  return [
    await createPerson('Ana'),
    await createPerson('Biel'),
    await createPerson('Carme'),
    await createPerson('Didac'),
  ];
}

/** Their public halves are computed in JavaScript, once for each of them. */
const known = new Map<string, Promise<SigningKey>>();

function signingKeyOf(words: string): Promise<SigningKey> {
  const key = known.get(words) ?? signingKeyFromSeed(sha256(utf8Bytes(words)));
  known.set(words, key);
  return key;
}
