import type { MemberId } from '@manyhands/base';
import { helpedWith } from '../hours/index.ts';
import type { Place } from '../opened/index.ts';
import type { BoardCard } from './listings.ts';
import { everybodyOf, rankOfPair } from './matches.ts';
import type { Somebody } from './matches.ts';

/** What somebody who reads a need could do about it, and why they of all people. */
export type YouCould =
  | { readonly type: 'help'; readonly languages: readonly string[] }
  /** These know how, and I know them: I could bring them together. */
  | { readonly type: 'introduce'; readonly people: readonly MemberId[] };

const introducedAtMost = 2;

/**
 * What I could do about a need of somebody else's: help, when it is among what I can do;
 * else bring them together with people I share hours with. Null without a reason.
 */
export function youCould(place: Place, card: BoardCard): YouCould | null {
  const { category, kind } = card.listing;
  if (kind !== 'need' || card.isMine || card.stage !== 'open') return null;
  const everybody = everybodyOf(place);
  const me = everybody.get(place.membership.member);
  const them = everybody.get(card.member);
  if (!me || !them) return null;
  if (me.can.includes(category)) return { type: 'help', languages: both(me, them) };
  // An organisation is nobody whom one makes known to somebody.
  if (card.account !== null) return null;
  const people = helpedWith(place)
    .filter((id) => id !== card.member && everybody.get(id)?.can.includes(category))
    .sort((a, b) => rankOfPair(card.member, a) - rankOfPair(card.member, b))
    .slice(0, introducedAtMost);
  return people.length === 0 ? null : { type: 'introduce', people };
}

const both = (me: Somebody, them: Somebody): string[] =>
  me.languages.filter((language) => them.languages.includes(language));
