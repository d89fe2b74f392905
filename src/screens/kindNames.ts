import { categories } from '../state/category.ts';
import type { Community } from '../state/Community.svelte.ts';
import { ownKindName, ownKinds } from '../state/kinds.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';
import { spoken, whatOf } from './naming.ts';

/** A kind of help that can be chosen. */
export interface KindChoice {
  readonly code: number;
  readonly label: string;
  /** What it can be, for whoever hesitates; a member's own kind has none. */
  readonly hint: string;
}

/** What a kind of help is called: the app's own in the reader's language. */
export function kindName(community: Community, code: number): string {
  const known = whatOf(code);
  if (known !== null) return known;
  const own = community.see((place) => ownKindName(place, code));
  return own === null ? later().kinds.unknown : spoken(own);
}

/** The kinds that members named, in their own words. */
export const ownKindChoices = (
  community: Community,
): { readonly code: number; readonly label: string }[] =>
  community
    .see(ownKinds)
    .filter(({ isShown }) => isShown)
    .map(({ code, name }) => ({ code, label: spoken(name) }));

/** What these kinds are called; a number that nobody has named says nothing. */
export const kindNamesOf = (community: Community, codes: readonly number[]): string[] =>
  [...new Set(codes)]
    .filter((code) => whatOf(code) ?? community.see((of) => ownKindName(of, code)))
    .map((code) => kindName(community, code));

/** What can be chosen: the app's kinds, each followed by those that members put beneath. */
export function kindChoices(community: Community): KindChoice[] {
  const own = community.see(ownKinds).filter(({ isShown }) => isShown);
  const choiceOf = ({ code, name }: { code: number; name: string }): KindChoice => ({
    code,
    label: spoken(name),
    hint: '',
  });
  const known = new Set(categories.map(({ code }) => code));
  const apart = own.filter(({ parent }) => parent === null || !known.has(parent));
  return categories.flatMap(({ category, code }) => {
    const label = words.category[category];
    const choice = { code, label, hint: later().kinds.hints[category] };
    const beneath = own.filter(({ parent }) => parent === code).map(choiceOf);
    // "Something else" stays last, whatever members have named.
    return category === 'other'
      ? [...apart.map(choiceOf), choice, ...beneath]
      : [choice, ...beneath];
  });
}
