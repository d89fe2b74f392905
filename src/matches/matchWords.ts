import { categoryOf } from '@manyhands/community/people';
import type { Match } from '@manyhands/community/board';
import type { Community } from '../phone/Community.svelte.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';
import { kindName } from '../naming/kindNames.ts';
import { nameOf, spoken, whatOf } from '../naming/naming.ts';

/** A kind within a sentence: the app's begin small, a member's own stay as written. */
function kindInText(community: Community, code: number): string {
  const name = kindName(community, code);
  return categoryOf(code) === null
    ? name
    : name.charAt(0).toLocaleLowerCase(words.language.code) + name.slice(1);
}

const kindsInText = (community: Community, codes: readonly number[]): string[] =>
  codes
    .filter((code) => whatOf(community, code) !== null)
    .map((code) => kindInText(community, code));

/** What these tags are called; those that mean nothing are left out. */
export const languageNamesOf = (tags: readonly string[]): string[] =>
  tags.map(later().profile.languageName).filter((name) => name !== null);

/** Why two people fit, in one sentence of the reader's language. */
export const reasonOf = (community: Community, match: Match): string =>
  later().matches.reason({
    name: nameOf(community.person(match.id)),
    theyCan: kindsInText(community, match.theyCan),
    iCan: kindsInText(community, match.iCan),
    languages: languageNamesOf(match.languages),
    area: match.area === null ? null : spoken(match.area),
  });
