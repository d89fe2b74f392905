/** What stands on the boards about accounts, motions, covered cards and sessions (B18, B25). */
import { setUnder } from '@manyhands/base';
import type { AccountId, Hex, ListingId, MemberId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { AccountCard, Cover, OnBehalf, WordsAbout } from '../sharedContent.ts';
import { NewestOf, newestAmong } from './newest.ts';
import type { NewestVersion } from './newest.ts';
import { SessionsHeld } from './sessions.ts';
import type { ShownAccountCard, ShownWords } from './views.ts';

/** Whether a member signs for an account now; asked of the fold. */
export type SignsFor = (member: MemberId, account: AccountId) => boolean;

export class SharedBoard {
  readonly #signsFor: SignsFor;
  readonly #cards = new NewestOf<AccountCard>();
  /** Who has written a card for it, whoever they are: few, while all cards may be many. */
  readonly #cardWriters = new Map<AccountId, Set<MemberId>>();
  readonly #words = new NewestOf<WordsAbout>();
  /** Who wrote about what: each member is asked for, and one alone may write thousands. */
  readonly #wordWriters = new Map<Hex, Set<MemberId>>();
  readonly #behalf = new NewestOf<OnBehalf>();
  readonly sessions = new SessionsHeld();
  /** Of each of the circle and each body the word with the highest turn. */
  readonly #covers = new Map<
    string,
    { readonly by: MemberId; readonly cover: Cover }
  >();

  constructor(signsFor: SignsFor) {
    this.#signsFor = signsFor;
  }

  /** Takes what is of these kinds, and nothing else. */
  take(entry: Entry): void {
    const { content, log } = entry;
    switch (content.type) {
      case 'account.card':
        this.#cards.take(`${log.member}/${content.account}`, content, entry);
        setUnder(this.#cardWriters, content.account, log.member);
        break;
      case 'words':
        this.#words.take(`${log.member}/${content.about}`, content, entry);
        setUnder(this.#wordWriters, content.about, log.member);
        break;
      case 'behalf':
        this.#behalf.take(`${log.member}/${content.listing}`, content, entry);
        break;
      case 'cover':
        this.#takeCover(log.member, content);
        break;
      default:
        this.sessions.take(entry);
        break;
    }
  }

  #takeCover(by: MemberId, cover: Cover): void {
    const name = `${by}/${cover.member}/${cover.bodyHash}`;
    const held = this.#covers.get(name)?.cover;
    const isLater =
      held === undefined ||
      cover.turn > held.turn ||
      (cover.turn === held.turn && cover.on);
    if (isLater) this.#covers.set(name, { by, cover });
  }

  clear(): void {
    this.#cards.clear();
    this.#cardWriters.clear();
    this.#words.clear();
    this.#wordWriters.clear();
    this.#behalf.clear();
    this.sessions.clear();
    this.#covers.clear();
  }

  cardOf(account: AccountId): AccountCard | null {
    return this.#newestCard(account)?.content ?? null;
  }

  /** Of each account that shows itself the card that counts, in no order. */
  cards(): ShownAccountCard[] {
    return [...this.#cardWriters.keys()].flatMap((account) => {
      const found = this.#newestCard(account);
      if (found === null) return [];
      const { content: card, entry } = found;
      return [{ member: entry.log.member, card, entry }];
    });
  }

  #newestCard(account: AccountId): NewestVersion<AccountCard> | null {
    const signed = [...(this.#cardWriters.get(account) ?? [])].filter((member) =>
      this.#signsFor(member, account),
    );
    return newestAmong(signed.map((member) => this.#cards.get(`${member}/${account}`)));
  }

  wordsAbout(about: Hex): ShownWords[] {
    return [...(this.#wordWriters.get(about) ?? [])].flatMap((member) => {
      const found = this.#words.get(`${member}/${about}`);
      if (found === undefined) return [];
      const { content, entry } = found;
      return [{ member, text: content.text, entry }];
    });
  }

  accountOf(member: MemberId, listing: ListingId): AccountId | null {
    const account = this.#behalf.get(`${member}/${listing}`)?.content.account ?? null;
    return account !== null && this.#signsFor(member, account) ? account : null;
  }

  coverersOf(member: MemberId, bodyHash: Hex): MemberId[] {
    const said = [...this.#covers.values()].filter(
      ({ cover }) => cover.on && cover.member === member && cover.bodyHash === bodyHash,
    );
    return said.map(({ by }) => by).sort();
  }
}
