import { err, ok } from '@manyhands/base';
import type { CommunityId, MemberId, Result } from '@manyhands/base';
import {
  bytes,
  decodeAs,
  encodeAs,
  hex,
  integer,
  nullable,
  text,
  tuple,
} from '@manyhands/codec';
import type { StoredKey } from '@manyhands/keys';
import type { StoreFault } from '@manyhands/replica';
import { tryDisk } from './disk/fileFaultOf.ts';
import type { Files } from './disk/files.ts';

/**
 * What a keeper is, in one file that its owner alone may read: its own two keys, the link
 * it came with, and the community's secret once it was told. Not a key of its member.
 */
export interface KeptSelf {
  readonly community: CommunityId;
  readonly member: MemberId;
  readonly name: string;
  readonly signing: KeptKey;
  readonly sealing: KeptKey;
  /** The device link, as it was pasted or fetched. */
  readonly link: string;
  readonly secret: { readonly epoch: number; readonly secret: Uint8Array } | null;
}

interface KeptKey extends StoredKey {
  readonly secret: Uint8Array;
}

const key = tuple<KeptKey>({ publicKey: bytes(32), secret: bytes(32) });
const shape = tuple<KeptSelf>({
  community: hex<CommunityId>(32),
  member: hex<MemberId>(32),
  name: text(96),
  signing: key,
  sealing: key,
  link: text(4_000),
  secret: nullable(tuple({ epoch: integer(0, 2 ** 32 - 1), secret: bytes(32) })),
});
const limits = { bytes: 8_192, depth: 3 };
const file = 'keys';

/** Null where no keeper has begun yet. */
export async function readSelf(
  files: Files,
): Promise<Result<KeptSelf | null, StoreFault>> {
  const read = await tryDisk(() => files.read(file));
  if (!read.ok || read.value === null) return read.ok ? ok(null) : read;
  const self = decodeAs(shape, read.value, limits);
  const why = 'the file "keys" is not what was written';
  return self.ok ? ok(self.value) : err({ type: 'StoreLost', why });
}

export const keepSelf = (
  files: Files,
  self: KeptSelf,
): Promise<Result<void, StoreFault>> =>
  tryDisk(() => files.replace(file, encodeAs(shape, self)));
