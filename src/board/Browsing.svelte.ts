import { untrack } from 'svelte';
import type { Listing } from '@manyhands/ledger';
import { categoryCode } from '@manyhands/community/people';
import {
  Finder,
  haystackOf,
  haystacksOf,
  listingsOf,
  matcherOf,
  meets,
  partsFor,
} from '@manyhands/community/board';
import type { BoardCard, Haystacks, PartOfDay } from '@manyhands/community/board';
import type { Community } from '../phone/Community.svelte.ts';
import { ofBoard } from '@manyhands/community/opened';
import { words } from '../words/words.ts';
import { textsOf } from '../naming/cardWords.ts';
import type { CardTexts } from '../naming/cardWords.ts';
import { kindChoices } from '../naming/kindNames.ts';

/** So few cards are little: whoever looks may want to hear of the next. */
const littleAtMost = 2;
/** A word that many kinds have means none of them. */
const kindsAtMost = 3;

export type CardKind = Listing['kind'];

/** What is looked through of one card, and of which texts it was made. */
interface Prepared {
  readonly texts: string;
  readonly haystacks: Haystacks;
}

/** Whoever comes back to the board finds what was made ready before. */
const prepared = new WeakMap<BoardCard, Prepared>();

/** A kind of help that is called as what was looked for, or can be that. */
export interface KindFound {
  readonly code: number;
  readonly label: string;
  /** How many cards of it hang here. */
  readonly cards: number;
}

/** In one go; then for as many milliseconds as a frame can spare. */
const preparedATime = 64;
const preparedFor = 6;

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
  /** What is asked for, in one line: the same while the answer may only grow or shrink. */
  question: string = $derived(
    [this.kind, this.category, this.area, this.when, this.text.trim()].join('/'),
  );
  isAll = $derived(this.question === '////');
  found: readonly BoardCard[] = $derived.by(() => {
    const tests = this.#tests();
    const named = this.text.trim() === '' ? this.cards : this.#named();
    if (tests.length === 0) return named;
    return named.filter((card) => tests.every((isMet) => isMet(card)));
  });
  /** Grows whenever more cards are ready to be looked through. */
  #turn = $state(0);
  #hasBeenWhole = false;
  /** Made anew for another list, and when kinds are called otherwise. */
  readonly #finder = $derived.by(() => {
    void words.language.code;
    const { cards } = this;
    const finder = new Finder(cards, (card) => this.#haystacksOf(card));
    // Whoever has the whole answer keeps it when one card comes or goes.
    const isAsked = untrack(() => this.#hasBeenWhole && this.text.trim() !== '');
    untrack(() => finder.prepare(isAsked ? cards.length : preparedATime));
    return finder;
  });
  /** How many cards are not ready yet. */
  unprepared: number = $derived.by(() => {
    void this.#turn;
    return this.cards.length - this.#finder.ready;
  });
  /** Whether all cards were looked through; until then more may be found. */
  readonly #isReady = $derived(this.unprepared === 0);
  isWhole = $derived(this.#isReady || this.text.trim() === '');
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

  readonly #kinds = $derived.by(() =>
    kindChoices(this.#community)
      .filter(({ code }) => code !== categoryCode('other'))
      .map(({ code, label, hint }) => ({
        code,
        label,
        hay: haystackOf([label, hint]),
      })),
  );
  /** The kinds that what was written may mean: what they are called, or can be, has its words. */
  kindsFound: readonly KindFound[] = $derived.by(() => {
    if (this.text.trim() === '' || this.category !== '') return [];
    const matches = matcherOf(this.text);
    const kinds = this.#kinds.filter(({ hay }) => matches(hay));
    if (kinds.length > kindsAtMost) return [];
    return kinds.map(({ code, label }) => ({
      code,
      label,
      cards: this.cards.filter(({ listing }) => listing.category === code).length,
    }));
  });

  /** Those of which more hangs than was found. */
  kindsFurther: readonly KindFound[] = $derived(
    this.isWhole
      ? this.kindsFound.filter(
          ({ code, cards }) =>
            cards >
            this.found.filter(({ listing }) => listing.category === code).length,
        )
      : [],
  );

  /** The kinds that were looked for where little hangs: by choice, or by a word of theirs. */
  wanted: readonly number[] = $derived.by(() => {
    if (!this.isWhole || this.found.length > littleAtMost) return [];
    if (this.category !== '') return [Number(this.category)];
    return this.kindsFound.map(({ code }) => code);
  });

  constructor(community: Community) {
    this.#community = community;
  }

  /** Makes some more cards ready to be looked through, so that no letter waits for it. */
  prepare(): void {
    const [finder, all] = [this.#finder, this.cards.length];
    const until = performance.now() + preparedFor;
    do finder.prepare(finder.ready + preparedATime);
    while (finder.ready < all && performance.now() < until);
    this.#hasBeenWhole ||= finder.ready === all;
    this.#turn += 1;
  }

  /** Those with the words: of the cards that are ready, and of all once those are. */
  #named(): readonly BoardCard[] {
    void this.#isReady;
    return this.#finder.find(this.text);
  }

  /** What a card must meet to be found; nothing when all are. */
  #tests(): ((card: BoardCard) => boolean)[] {
    const { kind, category, area } = this;
    const tests: ((card: BoardCard) => boolean)[] = [];
    if (kind !== null) tests.push(({ listing }) => listing.kind === kind);
    if (category !== '')
      tests.push(({ listing }) => String(listing.category) === category);
    if (area !== '') tests.push((card) => this.areaOf(card) === area);
    if (this.when !== '') {
      const asked = partsOf(this.when);
      tests.push(({ listing }) => meets(listing.terms.free, asked));
    }
    return tests;
  }

  #haystacksOf(card: BoardCard): Haystacks {
    const known = prepared.get(card);
    const said = textsOf(this.#community, card);
    const texts = inOneLine(said);
    if (known?.texts === texts) return known.haystacks;
    const haystacks = haystacksOf(said.title, said.own, said.kinds);
    prepared.set(card, { texts, haystacks });
    return haystacks;
  }

  /** All that hangs of one kind of help, whatever was written. */
  lookAtKind(code: number): void {
    this.clear();
    this.category = String(code);
  }

  clear(): void {
    this.text = '';
    this.kind = null;
    this.widen();
  }

  /** Takes back all that narrows it down beneath the words and the kind of card. */
  widen(): void {
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

const inOneLine = ({ title, own, kinds }: CardTexts): string =>
  [title, ...own, '', ...kinds].join('\n');
