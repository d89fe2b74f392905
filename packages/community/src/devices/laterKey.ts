/** What a device says with a later identity key: of words, or that neighbours vouched for. */
import type { CommunityId, DeviceKey, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import { claimStatement, deviceStatement } from '@manyhands/ledger';
import type { DeviceEnrol, WhoAmIRequest } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';

/** A new device's keys, and the identity key that is to speak for it. */
export interface LaterKeys {
  readonly identity: Signer;
  readonly device: Signer;
  readonly box: Uint8Array;
}

/** "Whose key is this? I hold it, and these are my device and its sealing key" (mesh/M12). */
export async function askWhoIAm(
  community: CommunityId,
  { identity, device, box }: LaterKeys,
): Promise<WhoAmIRequest> {
  const claim = {
    key: toHex(identity.publicKey),
    device: toHex(device.publicKey) as DeviceKey,
    box: toHex(box),
  };
  const sig = toHex(await identity.sign(claimStatement({ community, ...claim })));
  return { type: 'whoAmI', ...claim, sig };
}

/** The entry a new log begins with: the key that speaks for `member` says it is theirs. */
export async function enrolmentBy(
  { community, ledger }: Pick<Replica, 'community' | 'ledger'>,
  member: MemberId,
  { identity, device, box }: LaterKeys,
): Promise<DeviceEnrol> {
  const named = {
    member,
    device: toHex(device.publicKey) as DeviceKey,
    box: toHex(box),
    role: 0 as const,
    version: ledger.identityOf(member).version,
  };
  const statement = deviceStatement({ community, ...named });
  const certSig = toHex(await identity.sign(statement));
  const by = named.version === 0 ? null : toHex(identity.publicKey);
  return { type: 'device.enrol', ...named, by, certSig };
}
