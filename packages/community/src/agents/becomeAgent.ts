/**
 * Another neighbour writes for somebody without a phone, whose page says so. Where the page is
 * lost, those who keep a spare key give a new one its word first (`recovery`).
 */
import { err, ok } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { recoveryKeyOf } from '@manyhands/keys';
import type { RecoveryWords } from '@manyhands/keys';
import { encodeRecoveryLink, handOver, identityStatement } from '@manyhands/ledger';
import type { IdentityRefused } from '@manyhands/ledger';
import { headsOf } from '../devices/index.ts';
import { hasOwnPhone, isOff, write } from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import { enrolmentOf } from './enrolmentOf.ts';

export type AgentRefused =
  | WriteRefused
  | IdentityRefused
  /** No member's page, or one that another has taken the place of. */
  | { readonly type: 'UnknownPage' }
  /** They sign on a phone of their own: who writes for them, they say there. */
  | { readonly type: 'HasPhone' };

/** Whose page it is, if they have no phone and it counts. */
export async function whosePage(
  { replica: { ledger }, membership }: Pick<Place, 'replica' | 'membership'>,
  words: RecoveryWords,
): Promise<Result<MemberId, AgentRefused>> {
  const key = toHex((await recoveryKeyOf(words, membership.community)).publicKey);
  const [member] = ledger.membersWithKey(key);
  if (member === undefined) return err({ type: 'UnknownPage' });
  return hasOwnPhone(ledger, member) ? err({ type: 'HasPhone' }) : ok(member);
}

/**
 * From now on this phone writes for whose page it is: `alone`, and what another agent's phone
 * writes from then on counts nowhere, or beside them. Both are said by the page, on this phone.
 */
export async function becomeAgent(
  place: Place,
  words: RecoveryWords,
  { alone }: { readonly alone: boolean },
): Promise<Result<MemberId, AgentRefused>> {
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  const whose = await whosePage(place, words);
  return whose.ok ? writeByPage(place, whose.value, words, { alone }) : whose;
}

/**
 * The same of whoever's page it is; `last`: also what their own phones write from then on counts
 * nowhere.
 */
export async function writeByPage(
  place: Place,
  member: MemberId,
  words: RecoveryWords,
  { alone, last = false }: { readonly alone: boolean; readonly last?: boolean },
): Promise<Result<MemberId, AgentRefused>> {
  const { replica, membership } = place;
  const { ledger } = replica;
  const page = await recoveryKeyOf(words, membership.community);
  // First this phone, then the end of the others': nobody is left without anybody.
  if (!isNamed(place, member)) {
    const names = { member, device: membership.device };
    const enrolled = await write(
      place,
      'ledger',
      await enrolmentOf(place, names, page),
    );
    if (!enrolled.ok) return enrolled;
  }
  if (!alone && ledger.speaks(member, membership.device)) return ok(member);
  const claim = handOver(ledger, member, membership.device, headsOf(replica, member), {
    alone,
    last,
  });
  if (!claim.ok) return claim;
  const { community } = membership;
  const sig = toHex(await page.sign(identityStatement(community, claim.value)));
  const stated = await write(place, 'ledger', {
    type: 'identity.set',
    ...claim.value,
    sig,
  });
  return stated.ok ? ok(member) : stated;
}

/** Whether the newest key has named this phone as one that writes for them. */
const isNamed = (
  { replica: { ledger }, membership: { device } }: Place,
  member: MemberId,
): boolean => ledger.roleOf(member, device) === 2 && !ledger.isOut(member, device);

/**
 * The link by which those who keep a spare key for them give a new page its word, where the one
 * they had is lost: `words` are on the new one.
 */
export async function askWithNewPage(
  { replica: { ledger, board }, membership }: Place,
  member: MemberId,
  words: RecoveryWords,
): Promise<string> {
  const { community, device, member: owner } = membership;
  const own = ledger.devicesOf(owner).find((each) => each.device === device);
  const key = toHex((await recoveryKeyOf(words, community)).publicKey);
  const name = board.profileOf(member)?.name ?? '';
  return encodeRecoveryLink({ community, key, device, box: own?.box ?? '', name });
}
