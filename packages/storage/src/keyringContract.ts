import { assert } from '@manyhands/base';
import type { CommunityId, DeviceKey, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import {
  createSealingKey,
  createSigningKey,
  openSealingKey,
  openSigningKey,
  randomBytes,
  verify,
} from '@manyhands/keys';
import { describe, expect, test } from 'vitest';
import type { Keyring, StoredMembership } from './keyring.ts';

/** The exam that every keyring sits. `open` opens the same one again. */
export function keyringContract(
  name: string,
  begin: () => { open: () => Promise<Keyring>; readonly outlives: boolean },
): void {
  describe(name, () => {
    test('[S7] a membership comes back with keys that sign and agree', async () => {
      const { open, outlives } = begin();
      const first = await open();
      const ana = await newMembership('Els Plataners', 1);
      expect(await first.save(ana)).toEqual({ ok: true, value: undefined });
      if (outlives) first.close();

      const listed = await (outlives ? await open() : first).list();
      assert(listed.ok, 'the keyring lists');
      const [back] = listed.value;
      assert(back?.identity, 'the membership is there');
      expect(back).toMatchObject({ name: 'Els Plataners', member: ana.member });
      for (const key of [back.signing, back.identity]) {
        const opened = await openSigningKey(key);
        assert(opened.ok, 'the key opens');
        const message = new Uint8Array([1, 2, 3]);
        const signature = await opened.value.sign(message);
        expect(await verify(signature, message, key.publicKey)).toBe(true);
      }
      expect((await openSealingKey(back.sealing)).ok).toBe(true);
    });

    test('[S7] several communities, and several people in one, last used first', async () => {
      const keyring = await begin().open();
      const ana = await newMembership('Els Plataners', 5);
      const biel = { ...(await newMembership('', 9)), community: ana.community };
      const other = await newMembership('La Sínia', 7);
      for (const membership of [ana, biel, other]) await keyring.save(membership);
      await keyring.save({ ...ana, lastUsedAt: 10, identity: null });

      const listed = await keyring.list();
      assert(listed.ok, 'the keyring lists');
      expect(listed.value.map(({ device }) => device)).toEqual([
        ana.device,
        biel.device,
        other.device,
      ]);
      expect(listed.value[0]?.identity).toBeNull();

      await keyring.remove(biel.community, biel.device);
      const fewer = await keyring.list();
      expect(fewer.ok && fewer.value.map(({ device }) => device)).toEqual([
        ana.device,
        other.device,
      ]);
    });

    test('[S7] how it was left is noted, and its keys stay as they were', async () => {
      const keyring = await begin().open();
      const ana = await newMembership('Els Plataners', 5);
      const other = await newMembership('La Sínia', 7);
      for (const membership of [ana, other]) await keyring.save(membership);
      const use = { lastUsedAt: 9, waiting: 2 };
      await keyring.noteUse(ana.community, ana.device, use);

      const listed = await keyring.list();
      assert(listed.ok, 'the keyring lists');
      expect(listed.value.map(({ device }) => device)).toEqual([
        ana.device,
        other.device,
      ]);
      const [back] = listed.value;
      expect(back).toMatchObject(use);
      assert(back, 'the membership is there');
      expect((await openSigningKey(back.signing)).ok).toBe(true);
      expect(back.identity?.publicKey).toEqual(ana.identity?.publicKey);

      await keyring.remove(ana.community, ana.device);
      await keyring.noteUse(ana.community, ana.device, use);
      const left = await keyring.list();
      expect(left.ok && left.value.map(({ device }) => device)).toEqual([other.device]);
    });

    test('[S8] a key that does not do what it says is refused, and not listed', async () => {
      const keyring = await begin().open();
      const ana = await newMembership('Els Plataners', 1);
      const other = await createSigningKey();
      const swapped = {
        ...ana,
        signing: { ...ana.signing, secret: other.stored.secret },
      };
      expect(await keyring.save(swapped)).toMatchObject({
        ok: false,
        error: { type: 'StoreRefused' },
      });
      expect(await keyring.list()).toEqual({ ok: true, value: [] });
    });

    test('[S8] the probe leaves nothing', async () => {
      const keyring = await begin().open();
      expect(await keyring.probe()).toEqual({ ok: true, value: 'engine' });
      expect(await keyring.list()).toEqual({ ok: true, value: [] });
    });
  });
}

export async function newMembership(
  name: string,
  lastUsedAt: number,
): Promise<StoredMembership> {
  const [identity, signing, sealing] = [
    await createSigningKey(),
    await createSigningKey(),
    await createSealingKey(),
  ];
  return {
    community: toHex(randomBytes(32)) as CommunityId,
    device: toHex(signing.publicKey) as DeviceKey,
    member: toHex(identity.publicKey) as MemberId,
    name,
    identity: identity.stored,
    signing: signing.stored,
    sealing: sealing.stored,
    demo: false,
    addedAt: 0,
    lastUsedAt,
  };
}
