import { toHex } from '@manyhands/codec';
import { signingKeyFromSeed } from '@manyhands/keys';
import { inviteStatement } from '@manyhands/ledger';
import type { InviteOpen, InviteUse, PosterOpen } from '@manyhands/ledger';
import type { TestCommunity } from './community.ts';
import type { CastMember } from './people.ts';

type Pair = Pick<CastMember, 'member' | 'device'>;

/** The key of an invite or a poster, as its link holds it; each number another. */
const keyNumber = (n: number) => signingKeyFromSeed(new Uint8Array(32).fill(n));

/** That whoever holds the key of that number is this pair (ledger/F3). */
export async function proofFor(
  { id }: TestCommunity,
  pair: Pair,
  n = 3,
): Promise<InviteUse> {
  const key = await keyNumber(n);
  const { member, device } = pair;
  const statement = inviteStatement({ community: id, member, device });
  return { invitePub: toHex(key.publicKey), proof: toHex(await key.sign(statement)) };
}

/** The invite of that number, opened by `host`. */
export const inviteContent = async (
  community: TestCommunity,
  host: Pair,
  { uses = 1, label = '' }: Partial<Pick<InviteOpen, 'uses' | 'label'>> = {},
  n = 3,
): Promise<InviteOpen> => ({
  type: 'invite.open',
  ...(await proofFor(community, host, n)),
  uses,
  label,
});

/** The poster of that number, hung by `host`. */
export async function posterContent(
  community: TestCommunity,
  host: Pair,
  label = '',
  n = 3,
): Promise<PosterOpen> {
  const { invitePub, proof } = await proofFor(community, host, n);
  return { type: 'poster.open', posterPub: invitePub, label, proof };
}
