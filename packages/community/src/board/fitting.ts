import { minutesPerDay } from '@manyhands/base';
import { ofBoardAndPeople, remembered } from '../opened/index.ts';
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
  /** Nothing but that it was pinned lately. */
  | { readonly type: 'fresh' };

export interface FittingCard {
  readonly card: BoardCard;
  readonly why: WhyFitting;
}

/** For so many days a card is new. */
const freshDays = 30;

const order: readonly WhyFitting['type'][] = ['canHelp', 'wished', 'near', 'fresh'];

/**
 * The open cards of others that there is a reason to show me, with the best one: what was
 * said by both first, and of one reason the newest first. No hours come in, and nothing anybody did.
 */
export const fittingCards = remembered(
  (place): readonly FittingCard[] => {
    const everybody = everybodyOf(place);
    const me = everybody.get(place.membership.member);
    if (!me) return [];
    const [can, wants] = [new Set(me.can), new Set(me.wants)];
    const area = me.area.trim().toLocaleLowerCase();
    const freshSince = place.now() - freshDays * minutesPerDay;
    const whyOf = ({ member, listing, entry }: BoardCard): WhyFitting | null => {
      const them = everybody.get(member);
      const { kind, category } = listing;
      if (kind === 'need' && can.has(category)) {
        const languages = me.languages.filter((each) => them?.languages.includes(each));
        return { type: 'canHelp', languages };
      }
      if (kind !== 'need' && wants.has(category)) return { type: 'wished' };
      const theirs = them?.area.trim() ?? '';
      if (area !== '' && theirs.toLocaleLowerCase() === area)
        return { type: 'near', area: theirs };
      return entry.time >= freshSince ? { type: 'fresh' } : null;
    };
    return listingsOf(place)
      .filter(({ isMine }) => !isMine)
      .flatMap((card) => {
        const why = whyOf(card);
        return why === null ? [] : [{ card, why }];
      })
      .sort((a, b) => order.indexOf(a.why.type) - order.indexOf(b.why.type));
  },
  ...ofBoardAndPeople,
);
