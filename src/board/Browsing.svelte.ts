import type { Listing } from '@manyhands/ledger';
import { categoryCode } from '@manyhands/community/people';
import {
  haystackOf,
  listingsOf,
  matcherOf,
  meets,
  partsFor,
} from '@manyhands/community/board';
import type { BoardCard, PartOfDay } from '@manyhands/community/board';
import type { Community } from '../phone/Community.svelte.ts';
import { ofBoard } from '@manyhands/community/opened';
import { words } from '../words/words.ts';
import { textsOf } from '../naming/cardWords.ts';
import { kindChoices } from '../naming/kindNames.ts';

/** So few cards are little: whoever looks may want to hear of the next. */
const littleAtMost = 2;
/** A word that many kinds have means none of them. */
const wantedAtMost = 3;

export type CardKind = Listing['kind'];

/** What is looked through of one card, and of which texts and when it was made. */
interface Haystack {
  readonly asOf: readonly BoardCard[];
  readonly texts: readonly string[];
  readonly hay: string;
}

/** How many cards of a list can be looked through without waiting. */
interface Prepared {
  readonly asOf: readonly BoardCard[];
  readonly cards: number;
}

/** In one go, while nothing else is to be done. */
const preparedATime = 64;

/** What somebody looks for on the board, and what is found. Nothing orders people. */
export class Browsing {
  readonly #community: Community;
  text = $state('');
  kind = $state<CardKind | null>(null);
  /** As lists of the browser have them: empty for all. */
  category = $state('');
  area = $state('');
  /** "weekdays morning" */
  when = $state('');

  /** Another list whenever what the board says has changed, or the language it is read in. */
  cards: readonly BoardCard[] = $derived.by(() =>
    words.language.code === '' ? [] : this.#community.see(listingsOf, ...ofBoard),
  );
  readonly #folded = new Map<string, string>();
  readonly #haystacks = new WeakMap<BoardCard, Haystack>();
  /** What is asked for, in one line: the same while the answer may only grow or shrink. */
  question: string = $derived(
    [this.kind, this.category, this.area, this.when, this.text.trim()].join('/'),
  );
  isAll = $derived(this.question === '////');
  found: readonly BoardCard[] = $derived.by(() => {
    const tests = this.#tests();
    if (tests.length === 0) return this.cards;
    return this.cards.filter((card) => tests.every((isMet) => isMet(card)));
  });
  /**
   * Where those live who have a card here, in their own words, by what is the same to whoever
   * reads it: "mill lane" is where "Mill Lane" is.
   */
  areas: ReadonlyMap<string, string> = $derived.by(() => {
    const named = this.cards.map((card) => this.#areaIn(card));
    // Of several spellings one that begins with a capital, where the script has them.
    const spelled = named.filter((area) => this.#plain(area) !== '').sort();
    return new Map(spelled.toReversed().map((area) => [this.#plain(area), area]));
  });
  /** Whether an area leaves anybody out: all cards may be of one, or of none. */
  hasAreas = $derived.by(() => {
    if (this.areas.size !== 1) return this.areas.size > 1;
    return this.cards.some((card) => this.areaOf(card) === '');
  });
  /** The kinds of help of which a card hangs here. */
  codes: ReadonlySet<number> = $derived(
    new Set(this.cards.map(({ listing }) => listing.category)),
  );
  /** How many of the choices beneath the search are made. */
  narrowed = $derived(
    [this.category, this.area, this.when].filter((choice) => choice !== '').length,
  );
  /** How many cards have been made ready to be looked through, and of which list. */
  #prepared = $state.raw<Prepared>({ asOf: [], cards: 0 });
  /** How many are not ready yet. */
  unprepared: number = $derived.by(() => {
    const { asOf, cards } = this.#prepared;
    const ready = asOf === this.cards ? cards : 0;
    return Math.max(0, this.cards.length - ready);
  });

  /** The kinds that were looked for where little hangs: by choice, or by a word of theirs. */
  wanted: readonly number[] = $derived.by(() => {
    if (this.found.length > littleAtMost) return [];
    if (this.category !== '') return [Number(this.category)];
    if (this.text.trim() === '') return [];
    const matches = matcherOf(this.text);
    const codes = kindChoices(this.#community)
      .filter(({ code }) => code !== categoryCode('other'))
      .filter(({ label, hint }) => matches(haystackOf([label, hint])))
      .map(({ code }) => code);
    return codes.length > wantedAtMost ? [] : codes;
  });

  constructor(community: Community) {
    this.#community = community;
  }

  /** Makes some more cards ready to be looked through, so that no letter waits for it. */
  prepare(): void {
    const { cards } = this;
    const from = this.#prepared.asOf === cards ? this.#prepared.cards : 0;
    const to = from + preparedATime;
    for (const card of cards.slice(from, to)) this.#haystack(card, cards);
    this.#prepared = { asOf: cards, cards: to };
  }

  /** What a card must meet to be found; nothing when all are. */
  #tests(): ((card: BoardCard) => boolean)[] {
    const { kind, category, area, cards } = this;
    const tests: ((card: BoardCard) => boolean)[] = [];
    if (kind !== null) tests.push(({ listing }) => listing.kind === kind);
    if (category !== '')
      tests.push(({ listing }) => String(listing.category) === category);
    if (area !== '') tests.push((card) => this.areaOf(card) === area);
    if (this.when !== '') {
      const asked = partsOf(this.when);
      tests.push(({ listing }) => meets(listing.terms.free, asked));
    }
    if (this.text.trim() !== '') {
      const matches = matcherOf(this.text);
      tests.push((card) => matches(this.#haystack(card, cards)));
    }
    return tests;
  }

  /** What is looked through of one card, made once for each list of them. */
  #haystack(card: BoardCard, asOf: readonly BoardCard[]): string {
    const known = this.#haystacks.get(card);
    if (known?.asOf === asOf) return known.hay;
    const texts = textsOf(this.#community, card);
    const isSame = known?.texts.every((text, i) => text === texts[i]) ?? false;
    const hay = known && isSame ? known.hay : haystackOf(texts);
    this.#haystacks.set(card, { asOf, texts, hay });
    return hay;
  }

  clear(): void {
    this.text = '';
    this.kind = null;
    this.category = '';
    this.area = '';
    this.when = '';
  }

  /** The area of a card as `areas` has it; empty when none is said. */
  areaOf = (card: BoardCard): string => this.#plain(this.#areaIn(card));

  #areaIn({ member }: BoardCard): string {
    return this.#community.place.replica.board.profileOf(member)?.area.trim() ?? '';
  }

  /** Folded once: it is asked of thousands of cards at each keystroke. */
  #plain(area: string): string {
    const known = this.#folded.get(area);
    if (known !== undefined) return known;
    const plain = haystackOf([area]).trim();
    this.#folded.set(area, plain);
    return plain;
  }
}

function partsOf(when: string): number[] {
  const [days, part] = when.split(' ') as ['weekdays' | 'weekend', PartOfDay];
  return partsFor(days, part);
}
