import type { ConversationItem, InboxItem } from '@manyhands/community';
import { isMyTurn } from '@manyhands/community/talk';
import type { Arranged } from '@manyhands/community/talk';
import type { OpenHandOver } from '@manyhands/community/things';
import type { Community } from '../phone/Community.svelte.ts';
import { later } from '../words/later.ts';
import { said } from '../words/said.ts';
import { planTitle } from './forThat.ts';
import { words } from '../words/words.ts';
import { giftSentence } from '../hours/giftWords.ts';
import { mannerOf, sayHandedOver, titlesOf } from '../naming/handOverWords.ts';
import {
  askOf,
  nameOf,
  sentenceOf,
  standingOf,
  whatAndWhen,
} from '../naming/naming.ts';
import { planDay } from './planWords.ts';

type BetweenKind = 'hour' | 'plan' | 'gift' | 'handOver';

/** What two have done or plan: of a conversation, or of what waits for me. */
export type Between =
  | Extract<InboxItem, { kind: BetweenKind }>
  | Extract<ConversationItem, { kind: BetweenKind }>;

/** What it is, and where it stands; closed it says its facts as well. */
export function headingOf(
  community: Community,
  of: Between,
  isOpen: boolean,
): { readonly title: string; readonly details: readonly string[] } {
  switch (of.kind) {
    case 'hour': {
      const { hour } = of;
      const title = hour.stage === 'answer' ? askOf(hour) : sentenceOf(hour);
      if (isOpen) return { title, details: [hourState(of)] };
      const length = words.duration(hour.transfer.minutes);
      const facts = `${length} · ${whatAndWhen(community, hour)}`;
      return {
        title,
        details: [facts, standingOf(hour)].filter((each) => each !== null),
      };
    }
    case 'plan': {
      const { arranged } = of;
      const name = nameOf(community.person(arranged.other));
      const state =
        isOpen && arranged.stage === 'agreed'
          ? later().arrange.agreed
          : planState(arranged, name, community.today);
      return { title: planTitle(arranged.plan.what), details: [state] };
    }
    case 'gift': {
      const { gift } = of;
      const name = nameOf(community.person(gift.other));
      const state = gift.signed.isBoth
        ? later().gift.title
        : words.hours.stateAsked(name);
      return { title: giftSentence(community, gift), details: [state] };
    }
    case 'handOver': {
      const { open } = of;
      const name = nameOf(community.person(open.other));
      const how = handedOver(open, name);
      const state = open.handing.isBoth
        ? how
        : `${how} · ${words.hours.stateAsked(name)}`;
      return { title: titlesOf(open), details: [state] };
    }
  }
}

function hourState({ hour }: Extract<Between, { kind: 'hour' }>): string {
  if (hour.stage === 'asked' && !hour.other.hasLeft)
    return later().record.askedTitle(nameOf(hour.other));
  return standingOf(hour) ?? later().confirm.metTitle;
}

/** What the other one says or asks, where it waits for me. */
export function askTitle(community: Community, of: Between): string {
  switch (of.kind) {
    case 'hour':
      return askOf(of.hour);
    case 'plan': {
      const { arranged } = of;
      const name = nameOf(community.person(arranged.other));
      return isMyTurn(arranged)
        ? planState(arranged, name, community.today)
        : later().arrange.overTitle(name);
    }
    case 'gift':
      return giftSentence(community, of.gift);
    case 'handOver':
      return sayHandedOver(of.open, nameOf(community.person(of.open.other)));
  }
}

/** The day that the other one names, where its facts do not. */
export function askedDay({ today }: Community, of: Between): string | undefined {
  if (of.kind === 'gift') return words.day(of.gift.day, today);
  if (of.kind === 'handOver') return words.day(of.open.handing.content.day, today);
  return undefined;
}

/** Where a plan stands, in few words. */
export function planState(arranged: Arranged, name: string, today: number): string {
  const { arrange } = later();
  if (isMyTurn(arranged))
    return arranged.stage === 'asked'
      ? arrange.asksYou(name)
      : arrange.suggestsTo(name);
  if (arranged.stage === 'agreed') return planDay(arranged.plan, today);
  if (arranged.stage === 'off') return arrange.off;
  return arranged.stage === 'done' ? arrange.done : arrange.waitsFor(name);
}

/** How a thing changed hands, or is to. */
function handedOver(open: OpenHandOver, name: string): string {
  const { handed } = later().talk;
  const side = open.iAmOwner ? 'mine' : 'theirs';
  const { step } = open.handing.content;
  if (step === 'out' && open.inReturn.length > 0)
    return later().handOver.swappedThese(name);
  if (step === 'back') return handed.back[side](name);
  return handed.out[mannerOf(open.thing.listing)][side](name);
}

/** UTF-16 units of a line in a list of conversations, before it is cut between two letters. */
const lineLimit = 80;

/** What it was, in one line: for a list of conversations. Of many words the beginning. */
export const inOneLine = (community: Community, item: ConversationItem): string =>
  shortened(wholeLine(community, item));

/** Of many words the beginning, and never half a letter. */
export function shortened(line: string): string {
  if (line.length <= lineLimit) return line;
  const cut = new Intl.Segmenter().segment(line).containing(lineLimit)?.index;
  return `${line.slice(0, cut ?? lineLimit).trimEnd()}…`;
}

function wholeLine(community: Community, item: ConversationItem): string {
  const { talk, matches, gift } = later();
  const isMine = item.by === community.me.id;
  switch (item.kind) {
    case 'word': {
      const text = said(item.word.word.text);
      return isMine ? talk.you(text) : text;
    }
    case 'thanks':
      return isMine ? talk.you(said(item.text)) : said(item.text);
    case 'plan': {
      const name = nameOf(community.person(item.other));
      const state = planState(item.arranged, name, community.today);
      return `${planTitle(item.arranged.plan.what)} · ${state}`;
    }
    case 'hour': {
      const { hour } = item;
      const what = `${sentenceOf(hour)}, ${words.duration(hour.transfer.minutes)}`;
      return [what, standingOf(hour)].filter((part) => part !== null).join(' · ');
    }
    case 'gift':
      return gift.title;
    case 'handOver':
      return titlesOf(item.open);
    case 'introduction':
      return matches.thinks(nameOf(community.person(item.by)));
  }
}
