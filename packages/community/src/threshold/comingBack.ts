/**
 * The phone of somebody who lost everything, until their neighbours have recognised them:
 * it holds a new key, and knows from a member's link who its owner was. It writes nothing
 * before that key counts; then the first entry of its log says that it is theirs.
 */
import type { CommunityId, DeviceKey } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { readReturnLink } from '@manyhands/ledger';
import type { RecoveryLink, ReturnLink } from '@manyhands/ledger';

/** Who this phone's owner says they are, and what their neighbours are shown. */
export interface ComingBack {
  readonly link: ReturnLink;
  readonly ask: RecoveryLink;
}

interface NewPhone {
  readonly membership: {
    readonly community: CommunityId;
    readonly device: DeviceKey;
  };
  readonly identity: Uint8Array;
  readonly box: Uint8Array;
}

/** What this phone came with, if it came by a member's link for somebody who lost all. */
export function comingBackWith(
  knock: string | null,
  { membership: { community, device }, identity, box }: NewPhone,
): ComingBack | null {
  const link = knock === null ? null : readReturnLink(knock);
  if (link?.ok !== true) return null;
  const keys = { key: toHex(identity), device, box: toHex(box) };
  return { link: link.value, ask: { community, ...keys, name: link.value.called } };
}
