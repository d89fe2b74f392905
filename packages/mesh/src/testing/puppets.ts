/** Many devices of one member, each certified by it and each with a log: volume. */
import type { DeviceKey } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSigningKey } from '@manyhands/keys';
import { LogBuilder, helped } from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';

/** Enrols `count` devices of `owner`'s, who each write that they helped `party`. */
export async function writePuppets(
  community: TestCommunity,
  owner: CastMember,
  party: CastMember,
  count: number,
): Promise<LogBuilder[]> {
  const logs: LogBuilder[] = [];
  for (let i = 0; i < count; i++) {
    const signing = await createSigningKey();
    const device = toHex(signing.publicKey) as DeviceKey;
    const puppet: CastMember = { ...owner, signing, device };
    await community.ledgerOf(owner).add(await community.enrolContent(puppet));
    const log = new LogBuilder(community.id, 'ledger', puppet);
    await log.add(helped(party, 1 + (i % 90)));
    logs.push(log);
  }
  return logs;
}
