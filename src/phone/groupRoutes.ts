import type { GroupId } from '@manyhands/base';
import { isId } from './ids.ts';

/** Where somebody is in what neighbours do in company. */
export type GroupRoute =
  /** A group: its page, or how it looks changed. */
  | {
      readonly name: 'group';
      readonly place: string;
      readonly group: GroupId;
      readonly changes: boolean;
    }
  /** Founding one; `follows`: in the place of this one. */
  | {
      readonly name: 'newGroup';
      readonly place: string;
      readonly follows: GroupId | null;
    };

/** Null for an address that names none of it. */
export function readGroupRoute(
  place: string,
  name: string,
  first: string | undefined,
  second: string | undefined,
): GroupRoute | null {
  const of = isId(first) ? first : null;
  if (name === 'newGroup') return { name, place, follows: of as GroupId | null };
  if (name === 'group' && of !== null)
    return { name, place, group: of as GroupId, changes: second === 'change' };
  return null;
}

/** What stands behind the name. */
export function groupPath(route: GroupRoute): string {
  switch (route.name) {
    case 'group':
      return `/${route.group}${route.changes ? '/change' : ''}`;
    case 'newGroup':
      return `/${route.follows ?? ''}`;
  }
}
