import type { ConversationItem } from '@manyhands/community';
import { isMyTurn } from '@manyhands/community/talk';
import type { Community } from '../phone/Community.svelte.ts';
import { later } from '../words/later.ts';
import { said } from '../words/said.ts';
import { words } from '../words/words.ts';
import { mannerOf, titlesOf } from '../naming/handOverWords.ts';
import { nameOf, sentenceOf, standingOf } from '../naming/naming.ts';
import { planDay } from './planWords.ts';

type Of<K extends ConversationItem['kind']> = Extract<ConversationItem, { kind: K }>;

/** Where a plan stands, in few words. */
export function planState(
  { arranged }: Of<'plan'>,
  name: string,
  today: number,
): string {
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
export function handedOver({ open }: Of<'handOver'>, name: string): string {
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
export function inOneLine(community: Community, item: ConversationItem): string {
  const line = wholeLine(community, item);
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
      const state = planState(item, name, community.today);
      return `${said(item.arranged.plan.what)} · ${state}`;
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
