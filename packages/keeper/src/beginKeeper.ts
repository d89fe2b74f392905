import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { createSealingKey, createSigningKey } from '@manyhands/keys';
import type { StoredKey } from '@manyhands/keys';
import { encodeDeviceLink } from '@manyhands/ledger';
import type { DeviceLink } from '@manyhands/ledger';
import type { StoreFault } from '@manyhands/replica';
import { beginDiskStore } from './disk/diskStore.ts';
import type { Files } from './disk/files.ts';
import { keepSelf } from './keptSelf.ts';
import type { KeptSelf } from './keptSelf.ts';

/**
 * Makes a keeper of a folder: two keys of its own, an empty store, and last the file that
 * says so. What a crash leaves before that file is there is written over by the next try (K2).
 */
export async function beginKeeper(
  files: Files,
  link: DeviceLink,
): Promise<Result<KeptSelf, StoreFault>> {
  const signing = await createSigningKey('bytes');
  const sealing = await createSealingKey('bytes');
  const self: KeptSelf = {
    community: link.community,
    member: link.member,
    name: link.name,
    signing: inBytes(signing.stored),
    sealing: inBytes(sealing.stored),
    link: encodeDeviceLink(link),
    secret: null,
  };
  const begun = await beginDiskStore(files);
  if (!begun.ok) return err(begun.error);
  const kept = await keepSelf(files, self);
  return kept.ok ? ok(self) : err(kept.error);
}

function inBytes({ publicKey, secret }: StoredKey): KeptSelf['signing'] {
  if (!(secret instanceof Uint8Array))
    throw new Error('Bug: a key was asked for in bytes');
  return { publicKey, secret };
}
