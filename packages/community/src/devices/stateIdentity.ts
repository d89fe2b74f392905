import type { Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import { identityStatement } from '@manyhands/ledger';
import type { Entry, IdentityClaim } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import type { Place } from '../opened/index.ts';

/** Says for good what a claim says, signed by the key that spoke for the member before. */
export async function stateIdentity(
  { membership, writer }: Pick<Place, 'membership' | 'writer'>,
  key: Signer,
  claim: IdentityClaim,
): Promise<Result<Entry, AppendRefused>> {
  const sig = toHex(await key.sign(identityStatement(membership.community, claim)));
  return writer.append('ledger', { type: 'identity.set', ...claim, sig });
}
