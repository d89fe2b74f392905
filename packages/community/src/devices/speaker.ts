import { toHex } from '@manyhands/codec';
import type { MemberId } from '@manyhands/base';
import { recoveryKeyOf } from '@manyhands/keys';
import type { RecoveryWords, Signer } from '@manyhands/keys';
import type { Ledger } from '@manyhands/ledger';
import type { Place } from '../opened/index.ts';

/**
 * The key that speaks for this member now (ledger/L12): the one these words give, or, without
 * words, the one they began with, while it is on this device. Null: it is not that one.
 */
export async function speakerOf(
  place: Pick<Place, 'identity' | 'membership' | 'replica'>,
  words: RecoveryWords | null = null,
): Promise<Signer | null> {
  const { community, member } = place.membership;
  const key = words ? await recoveryKeyOf(words, community) : await place.identity();
  const { key: speaks } = place.replica.ledger.identityOf(member);
  return key && toHex(key.publicKey) === speaks ? key : null;
}

/**
 * The version with which the key that speaks now came to speak; 0 while it is the one
 * that the member began with. Statements that only end devices keep the key.
 */
export function keyVersionOf(ledger: Ledger, member: MemberId): number {
  const { key, version } = ledger.identityOf(member);
  const first = ledger.identitiesOf(member).find((each) => each.key === key);
  return first?.version ?? version;
}
