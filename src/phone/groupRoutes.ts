import type { GroupId, Hex } from '@manyhands/base';
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
    }
  /** The room of all, of a group or of a gathering. */
  | {
      readonly name: 'room';
      readonly place: string;
      readonly kind: 'all' | 'group' | 'gathering';
      readonly of: Hex | null;
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
  if (name !== 'room') return null;
  if (of === null) return { name, place, kind: 'all', of };
  return { name, place, kind: second === 'gathering' ? second : 'group', of };
}

/** What stands behind the name. */
export function groupPath(route: GroupRoute): string {
  switch (route.name) {
    case 'group':
      return `/${route.group}${route.changes ? '/change' : ''}`;
    case 'newGroup':
      return `/${route.follows ?? ''}`;
    case 'room':
      return route.of === null
        ? ''
        : `/${route.of}${route.kind === 'gathering' ? '/gathering' : ''}`;
  }
}
