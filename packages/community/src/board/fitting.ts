import type { Place } from '../opened/index.ts';
import type { BoardCard } from './listings.ts';
import { listingsOf } from './listings.ts';
import { everybodyOf } from './matches.ts';

/** Why a card of somebody else's is shown to me of all people: what we both have said. */
export type WhyFitting =
  /** A need I have said I can answer; what we both speak. */
  | { readonly type: 'canHelp'; readonly languages: readonly string[] }
  /** An offer or thing of a kind I would be glad of. */
  | { readonly type: 'wished' }
  /** We live in the same part, as both of us call it. */
  | { readonly type: 'near'; readonly area: string }
  /** Nothing but that it has just been pinned. */
  | { readonly type: 'fresh' };

export interface FittingCard {
  readonly card: BoardCard;
  readonly why: WhyFitting;
}

const order: readonly WhyFitting['type'][] = ['canHelp', 'wished', 'near', 'fresh'];

/**
 * Every open card of others with the best reason to show it to me, what was said by both
 * first, and of one reason the newest first. No hours come in, and nothing anybody did.
 */
export function fittingCards(place: Place): FittingCard[] {
  const everybody = everybodyOf(place);
  const me = everybody.get(place.membership.member);
  if (!me) return [];
  const [can, wants] = [new Set(me.can), new Set(me.wants)];
  const area = me.area.trim().toLocaleLowerCase();
  const whyOf = ({ member, listing }: BoardCard): WhyFitting => {
    const them = everybody.get(member);
    const { kind, category } = listing;
    if (kind === 'need' && can.has(category)) {
      const languages = me.languages.filter((each) => them?.languages.includes(each));
      return { type: 'canHelp', languages };
    }
    if (kind !== 'need' && wants.has(category)) return { type: 'wished' };
    const theirs = them?.area.trim() ?? '';
    return area !== '' && theirs.toLocaleLowerCase() === area
      ? { type: 'near', area: theirs }
      : { type: 'fresh' };
  };
  return listingsOf(place)
    .filter(({ isMine }) => !isMine)
    .map((card) => ({ card, why: whyOf(card) }))
    .sort((a, b) => order.indexOf(a.why.type) - order.indexOf(b.why.type));
}
