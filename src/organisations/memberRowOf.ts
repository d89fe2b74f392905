import type { MemberId } from '@manyhands/base';
import type { MarkKind } from '../ui/markShape.ts';
import type { Community } from '../phone/Community.svelte.ts';
import { detailOf, markKindOf, nameOf } from '../naming/naming.ts';
import { words } from '../words/words.ts';

/** A member in a list of this feature. */
export function memberRowOf(community: Community, id: MemberId) {
  const person = community.person(id);
  const kind: MarkKind = markKindOf(person);
  const detail = person.isMe ? words.person.you : detailOf(community, person);
  return { id, name: nameOf(person), seed: person.seed, kind, detail };
}
