import { toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import { deviceStatement, identityStatement } from '@manyhands/ledger';
import type {
  DeviceAdd,
  DeviceEnrol,
  IdentityClaim,
  IdentitySet,
  ListedDevice,
} from '@manyhands/ledger';
import type { TestCommunity } from './community.ts';
import type { CastMember } from './people.ts';

/** What `signer`, the key of the version before, says of a person's identity. */
export async function identityContent(
  { id }: TestCommunity,
  { member }: Pick<CastMember, 'member'>,
  claim: Partial<Omit<IdentityClaim, 'key'>> & { readonly key: Signer },
  signer: Signer,
): Promise<IdentitySet> {
  const key = toHex(claim.key.publicKey);
  const whole: IdentityClaim = {
    version: 1,
    devices: [],
    g: 0,
    guardians: [],
    ...claim,
    member,
    key,
    by: (claim.version ?? 1) === 1 ? null : toHex(signer.publicKey),
  };
  const sig = toHex(await signer.sign(identityStatement(id, whole)));
  return { type: 'identity.set', ...whole, sig };
}

/** A certificate for a person's device, by their key of that version. */
export async function enrolmentUnder(
  { id }: TestCommunity,
  { member, device, sealing }: CastMember,
  version: number,
  signer: Signer,
): Promise<DeviceEnrol> {
  const of = {
    member,
    device,
    box: toHex(sealing.publicKey),
    role: 0,
    version,
  } as const;
  const by = version === 0 ? null : toHex(signer.publicKey);
  const certSig = toHex(await signer.sign(deviceStatement({ community: id, ...of })));
  return { type: 'device.enrol', ...of, by, certSig };
}

export const additionOf = ({ device, sealing }: CastMember): DeviceAdd => ({
  type: 'device.add',
  device,
  box: toHex(sealing.publicKey),
  role: 0,
});

/** A device as a statement lists it, ended or not. */
export const listing = (
  { device }: Pick<CastMember, 'device'>,
  ledgerCut: number | null = null,
  boardCut = ledgerCut,
): ListedDevice => ({ device, ledgerCut, boardCut });
