import type { MemberId } from '@manyhands/base';
import { categories, categoryOf, ownKinds } from '@manyhands/community/people';
import type { Category } from '@manyhands/community/people';
import type { Community } from '../phone/Community.svelte.ts';
import type { IconName } from '../ui/icons.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';
import { spoken, whatOf } from './naming.ts';

/** A kind of help that can be chosen. */
export interface KindChoice {
  readonly code: number;
  readonly label: string;
  /** A kind beneath another has that one's. */
  readonly icon: IconName;
  /** What it can be, for whoever hesitates; a member's own kind has none. */
  readonly hint: string;
}

/** The drawing of each of the app's own kinds. */
const drawings: Readonly<Record<Category, IconName>> = {
  errands: 'errands',
  digital: 'laptop',
  pets: 'paw',
  company: 'company',
  lift: 'lift',
  repair: 'tools',
  garden: 'garden',
  food: 'food',
  home: 'home-help',
  children: 'child',
  care: 'care',
  safety: 'lamp',
  forms: 'paper',
  civic: 'townhall',
  together: 'people',
  learning: 'learn',
  language: 'speech',
  arts: 'music',
  body: 'exercise',
  other: 'waiting',
};

/** What a kind of help is drawn as; a kind of a later version, or under none, as any other. */
export const kindIcon = (code: number | null): IconName =>
  drawings[categoryOf(code) ?? 'other'];

/** What a kind of help is called: the app's own in the reader's language. */
export const kindName = (
  community: Community,
  code: number,
  writer: MemberId | null = null,
): string => whatOf(community, code, writer) ?? later().kinds.unknown;

/** The kinds that members named, without those they hid, unless they are chosen here already. */
const toChooseFrom = (community: Community, chosen: readonly number[]) =>
  community
    .see(ownKinds, 'board', 'ledger')
    .filter(({ isShown, code }) => isShown || chosen.includes(code))
    .map(({ code, parent, name }) => ({
      code,
      parent,
      label: spoken(name),
      icon: kindIcon(parent),
      hint: '',
    }));

/** The kinds that members named, in their own words; hidden ones only if chosen already. */
export const ownKindChoices = (
  community: Community,
  chosen: readonly number[],
): Omit<KindChoice, 'hint'>[] => toChooseFrom(community, chosen);

/**
 * What can be chosen: the app's kinds, each followed by those that members put beneath.
 * What is chosen already stays among them, also when its member has hidden it since.
 */
export function kindChoices(
  community: Community,
  chosen: readonly number[] = [],
): KindChoice[] {
  const own = toChooseFrom(community, chosen);
  const known = new Set(categories.map(({ code }) => code));
  const apart = own.filter(({ parent }) => parent === null || !known.has(parent));
  return categories.flatMap(({ category, code }) => {
    const label = words.category[category];
    const choice = {
      code,
      label,
      icon: kindIcon(code),
      hint: later().kinds.hints[category],
    };
    const beneath = own.filter(({ parent }) => parent === code);
    // "Something else" stays last, whatever members have named.
    return category === 'other' ? [...apart, choice, ...beneath] : [choice, ...beneath];
  });
}
