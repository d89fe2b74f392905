/** People whom somebody hostile made up and lets in, with all signatures in order. */
import type { CommunityId, Hex } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { deviceStatement } from '@manyhands/ledger';
import type { MemberAdmit } from '@manyhands/ledger';
import { LogBuilder } from '../../logBuilder.ts';
import { puppetOf } from '../forgery.ts';

export interface LetIn {
  readonly admission: MemberAdmit;
  readonly ledger: LogBuilder;
  readonly member: LogBuilder['log']['member'];
}

export async function letPuppetIn(
  community: CommunityId,
  name: string,
): Promise<LetIn> {
  const puppet = puppetOf(name);
  const { member, device, identity } = puppet;
  const box: Hex = device;
  const claim = { community, member, device, box, role: 0, version: 0 } as const;
  const certSig = toHex(await identity.sign(deviceStatement(claim)));
  return {
    admission: {
      type: 'member.admit',
      member,
      device,
      box,
      role: 0,
      certSig,
      invite: null,
    },
    ledger: new LogBuilder(community, 'ledger', puppet),
    member,
  };
}
