import type { DeviceKey, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import { deviceStatement } from '@manyhands/ledger';
import type { DeviceEnrol } from '@manyhands/ledger';
import type { Place } from '../opened/index.ts';

/** "This phone writes for me": the word of the `key` that speaks for `member`. */
export async function enrolmentOf(
  { replica: { ledger }, membership: { community } }: Place,
  { member, device }: { readonly member: MemberId; readonly device: DeviceKey },
  key: Signer,
): Promise<DeviceEnrol> {
  const { version } = ledger.identityOf(member);
  const owner = ledger.memberOfDevice(device);
  const own = owner && ledger.devicesOf(owner).find((each) => each.device === device);
  const named = { member, device, box: own?.box ?? '', role: 2, version } as const;
  const certSig = toHex(await key.sign(deviceStatement({ community, ...named })));
  const by = version === 0 ? null : toHex(key.publicKey);
  return { type: 'device.enrol', ...named, by, certSig };
}
