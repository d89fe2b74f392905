import type { Signing } from '@manyhands/community/accounts';
import type { Hour } from '@manyhands/community/hours';
import type { Community } from '../phone/Community.svelte.ts';
import { later } from '../words/later.ts';
import { nameOf, sentenceOf } from '../naming/naming.ts';

/** What somebody says or asks that waits for a signer, in their own words. */
export function askFor(community: Community, { of, transfer, by }: Signing): string {
  const say = later().organisations;
  const name = nameOf(of.who);
  const isOurs = transfer.proposer === of.account;
  const gains = transfer.helper === of.account;
  const other = nameOf(community.person(gains ? transfer.helped : transfer.helper));
  const from = nameOf(community.person(isOurs ? by : transfer.proposer));
  if (transfer.kind === 'undo') return say.asksPutRight(from, name);
  if (transfer.kind === 'gift') {
    if (gains) return say.givesIt(other, name);
    return isOurs ? say.wouldGive(from, name, other) : say.asksIt(from, name);
  }
  if (!isOurs)
    return gains ? say.saysItHelped(from, name) : say.saysHelpedIt(from, name);
  return gains
    ? say.saysForItHelped(from, name, other)
    : say.saysForItWasHelped(from, name, other);
}

/** One of its hours as everybody reads it: whoever gave, in front. */
export function betweenOf(hour: Hour): string {
  const say = later().organisations;
  const { helper, helped, transfer } = hour;
  const [one, other] = [nameOf(helper), nameOf(helped)];
  if (transfer.kind === 'undo') return say.corrects(one, other);
  return transfer.kind === 'gift' ? sentenceOf(hour) : say.helped(one, other);
}
