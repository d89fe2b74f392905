import type { MemberId } from '@manyhands/base';
import type { CategoryName } from '../boardContent.ts';
import type { NewestVersion } from './newest.ts';
import type { NamedCategory } from './views.ts';

export const named = ({
  content,
  entry,
}: NewestVersion<CategoryName>): NamedCategory => ({
  member: entry.log.member,
  ...content,
  entry,
});

/**
 * Of several members' names for one kind the one of whoever is nearest to the founder by
 * admissions, then the one at the lower place: nobody's clock is asked, and nobody moves
 * nearer by themself (B15). In the order of the codes.
 */
export function nearestOf(
  all: readonly NamedCategory[],
  distanceOf: (member: MemberId) => number,
): Map<number, NamedCategory> {
  const nearest = new Map<number, NamedCategory>();
  for (const each of [...all].sort((a, b) => a.code - b.code)) {
    const known = nearest.get(each.code);
    if (known && !isBefore(each, known, distanceOf)) continue;
    nearest.set(each.code, each);
  }
  return nearest;
}

function isBefore(
  a: NamedCategory,
  b: NamedCategory,
  distanceOf: (member: MemberId) => number,
): boolean {
  const [near, far] = [distanceOf(a.member), distanceOf(b.member)];
  if (near !== far) return near < far;
  if (a.entry.seq !== b.entry.seq) return a.entry.seq < b.entry.seq;
  return a.entry.id < b.entry.id;
}
