import type { Gift } from '@manyhands/community/hours';
import type { Community } from '../phone/Community.svelte.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';
import { nameOf } from '../naming/naming.ts';

/** Who helped whom; before I have said so too, what the other one says of it. */
export function giftSentence(
  community: Community,
  { iHelped, day, other, signed }: Gift,
): string {
  const { gift } = later();
  const name = nameOf(community.person(other));
  if (!signed.signedBy.includes(community.me.id))
    return iHelped ? gift.saysWasHelped(name) : gift.saysHelped(name);
  const when = words.dayInText(day, community.today);
  return iHelped ? gift.iHelped(name, when) : gift.wasHelped(name, when);
}
