/** What members bring along, in the reader's language. */
import type { MemberId } from '@manyhands/base';
import type { OpeningLine } from '@manyhands/community/accounts';
import type { Community } from '../phone/Community.svelte.ts';
import { nameOf } from '../naming/naming.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

/** "Ana, Biel and Carme" */
export const namesOfAll = (
  community: Community,
  members: readonly MemberId[],
): string =>
  words.list(
    members
      .map((member) => nameOf(community.person(member)))
      .sort((one, other) => one.localeCompare(other)),
  );

/** "12 h 30 to ask for" */
export function broughtText({
  minutes,
  putsRight,
}: Pick<OpeningLine, 'minutes' | 'putsRight'>): string {
  const say = later().brought;
  const much = words.duration(Math.abs(minutes));
  if (putsRight) return say.takesAway(much);
  return minutes < 0 ? say.toGive(much) : say.toAsk(much);
}

/** Where a line stands, for everybody who looks at it. */
export function broughtState(community: Community, line: OpeningLine): string {
  const say = later().brought;
  const name = nameOf(community.person(line.member));
  switch (line.stage) {
    case 'signing':
      return say.waitsSign(line.missing);
    case 'asked':
      return say.waitsThem(name);
    case 'agreed':
      return say.counts;
    case 'different':
      return say.different(name);
    case 'out':
      return say.out;
  }
}
