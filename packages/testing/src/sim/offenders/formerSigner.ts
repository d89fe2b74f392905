/**
 * Somebody signed for an account and was dropped, or handed it over who had signed alone: they
 * go on signing for it, in this history of their log or in another one, with somebody of their
 * own who says yes, and say once more that they sign.
 */
import type { AccountId, Day, Minutes } from '@manyhands/base';
import { mandateIdOf, witnessEntry } from '@manyhands/ledger';
import type { AccountChange, Entry, TransferPropose } from '@manyhands/ledger';
import type { Chance } from '../../chance.ts';
import { confirmed } from '../../community.ts';
import type { LogBuilder } from '../../logBuilder.ts';
import { placesOf } from '../ours/drafts.ts';
import type { SimPhone } from '../phone.ts';
import type { RoguePhone } from '../rogue.ts';
import type { Soul } from '../soul.ts';
import type { World } from '../world.ts';
import type { Offender } from './kinds.ts';
import { letPuppetIn } from './puppets.ts';
import type { LetIn } from './puppets.ts';
import { Smuggler } from './smuggler.ts';

const misdeeds = { late: 40, back: 35, rival: 25 };
type Misdeed = keyof typeof misdeeds;

export class FormerSigner implements Offender {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #by: RoguePhone;
  readonly #isSole: boolean;
  readonly #smuggler: Smuggler;
  /** Whether another history is shown as one, or only what a witness carries of it. */
  readonly #showing: Chance;
  readonly #from: number;
  /** Who signs after them. */
  #others: readonly Soul[] = [];
  #account: AccountId | null = null;
  #change: AccountChange | null = null;
  #helper: LetIn | null = null;
  readonly #said = new Set<Soul>();
  /** Hours that they signed although they were dropped. */
  readonly #late: { readonly hour: Entry; readonly isByPlace: boolean }[] = [];
  #hasRival = false;
  #isBusy = false;

  constructor(world: World, chance: Chance, by: RoguePhone, isSole: boolean) {
    this.#world = world;
    this.#chance = chance;
    this.#by = by;
    this.#isSole = isSole;
    this.#smuggler = new Smuggler(world, chance.branch('smuggler'));
    this.#showing = chance.branch('showing');
    this.#from = chance.between(1, 12);
  }

  turn(day: number): void {
    if (day < this.#from || this.#isBusy || !this.#chance.percent(40)) return;
    const work = this.#next();
    if (work === null) return;
    this.#isBusy = true;
    this.#world.watch(work.finally(() => (this.#isBusy = false)));
  }

  leave(): void {
    // It is one of the rogues, who leave or stay.
  }

  /** The proof of a fork that somebody else's witness shows is written when its turn comes. */
  owed(): string | null {
    return this.#takenForPlain();
  }

  judge(): void {
    const taken = this.#takenForPlain();
    if (taken !== null) this.#world.fail(taken);
  }

  /** While nobody followed that change, and no rival of it counts, what came late is marked. */
  #takenForPlain(): string | null {
    const [id, change] = [this.#account, this.#change];
    if (id === null || change === null || this.#hasRival) return null;
    // Who signs for it now may have signed that hour as well: then it is plain by right.
    const signed = new Set(
      [...this.#world.witness.honest.values()].flatMap(({ content }) =>
        content.type === 'transfer.confirm' && content.as === id
          ? [content.proposal]
          : [],
      ),
    );
    for (const { name, running } of this.#world.honestPhones()) {
      const ledger = running?.replica.ledger;
      const [newest, ...others] = ledger?.account(id)?.newest ?? [];
      if (newest?.id !== mandateIdOf(change) || others.length > 0) continue;
      for (const { hour, isByPlace } of this.#late) {
        if (signed.has(hour.id)) continue;
        // A fork at its place or below marks it (ledger/L19), also of a history that a witness
        // alone has shown (ledger/L25), as long as somebody has something else at that place.
        const cut = ledger?.cutOf(hour.log) ?? Number.POSITIVE_INFINITY;
        const there =
          running?.replica.forks.idAt(hour.logId.slice(0, 32), hour.seq) ?? hour.id;
        if (!isByPlace && cut > hour.seq && there === hour.id) continue;
        const plain = ledger
          ?.linesOf(hour.id)
          .find(({ status, mark }) => status === 'exists' && mark === null);
        if (plain)
          return `${name} takes what a dropped signer signed for plain: ${hour.id}`;
      }
    }
    return null;
  }

  #next(): Promise<unknown> | null {
    if (this.#account === null) return this.#open();
    if (this.#change === null) {
      const isEarly = this.#chance.percent(60);
      return isEarly ? this.#write(() => this.#ask(this.#by.ledger)) : this.#drop();
    }
    if (!this.#isDropped()) return this.#repeat(this.#change);
    const misdeed = this.#chance.weighted(misdeeds);
    this.#world.note(`${this.#by.phone.name} (former signer): ${misdeed}`);
    return this.#misdeeds[misdeed]();
  }

  /** A phone at work that knows the account, of one of those who sign after them. */
  #phoneOf(souls: readonly Soul[]): SimPhone | undefined {
    const account = this.#account;
    const phones = this.#world.writers().filter(({ soul, running }) => {
      const ledger = running?.replica.ledger;
      return (
        souls.includes(soul) && account !== null && ledger?.account(account) != null
      );
    });
    return this.#chance.pick(phones);
  }

  #open(): Promise<unknown> | null {
    const own = this.#by.phone.soul;
    const writers = this.#world.writers();
    const isIn = writers.some(({ running }) =>
      running?.replica.ledger.isEverMember(own.member),
    );
    const souls = [...new Set(writers.map(({ soul }) => soul))];
    if (!isIn || souls.length < 2) return null;
    this.#others = this.#chance.shuffled(souls).slice(0, 2);
    const all = this.#isSole ? [own] : [own, ...this.#others];
    const signers = all.map(({ member }) => member).sort();
    return this.#write(async () => {
      const opened = await this.#by.ledger.add({
        type: 'account.open',
        kind: 'organisation',
        threshold: 1,
        signers,
        total: null,
      });
      this.#account = opened.id as string as AccountId;
    });
  }

  #drop(): Promise<unknown> | null {
    const host = this.#phoneOf(this.#others);
    const account = this.#account;
    if (host?.running == null || account === null) return null;
    const own = this.#by.phone.soul;
    const old = this.#isSole ? [own] : [own, ...this.#others];
    const names = old.map(({ member }) => member);
    const change: AccountChange = {
      type: 'account.change',
      account,
      before: account,
      threshold: 1,
      signers: this.#others.map(({ member }) => member).sort(),
      places: placesOf(host.running.replica, names),
    };
    this.#change = change;
    this.#world.note(`${own.name} is dropped from an account`);
    return this.#repeat(change);
  }

  #isDropped(): boolean {
    return this.#said.size >= (this.#isSole ? 1 : 2);
  }

  async #repeat(change: AccountChange): Promise<unknown> {
    if (this.#isSole) {
      this.#said.add(this.#by.phone.soul);
      return this.#write(() => this.#by.ledger.add(change));
    }
    const phone = this.#phoneOf(this.#others.filter((each) => !this.#said.has(each)));
    if (phone === undefined) return null;
    if ((await phone.sign('ledger', change)) !== null) this.#said.add(phone.soul);
    return null;
  }

  readonly #misdeeds: Record<Misdeed, () => Promise<unknown>> = {
    late: () => this.#write(() => this.#move(this.#by.ledger)),

    /** Below the place up to which they signed: another history of their own log. */
    back: async () => {
      const { ledger, hand } = this.#by;
      const places = this.#change?.places ?? [];
      const place = places.find(({ device }) => device === hand.device)?.place ?? 0;
      const at = this.#chance.between(0, Math.min(place, ledger.entries.length));
      const other = ledger.branch(hand, at);
      const helper = await this.#helped();
      const from = helper.ledger.entries.length;
      const hour = await this.#move(other);
      const witness = hour && witnessEntry(hour);
      if (witness !== null) await helper.ledger.add(witness);
      const own = { log: helper.ledger, from };
      const isShown = this.#showing.percent(40);
      const parts = isShown ? [{ log: other, from: at }, own] : [own];
      if (!isShown) this.#world.note('  … shown inside a witness alone');
      await this.#smuggler.spread(parts, [this.#by]);
    },

    /** "We sign", in place of the change that dropped them: a rival, where one was enough. */
    rival: async () => {
      const account = this.#account;
      if (account === null || (this.#isSole && this.#chance.percent(60))) return;
      this.#hasRival ||= this.#isSole;
      const { member } = this.#by.phone.soul;
      await this.#write(() =>
        this.#by.ledger.add({
          type: 'account.change',
          account,
          before: account,
          threshold: 1,
          signers: [member],
          places: [],
        }),
      );
    },
  };

  /** Hours of the account to whoever helps them, who says yes at once. */
  async #move(log: LogBuilder): Promise<Entry | null> {
    const helper = await this.#helped();
    const hour = await this.#ask(log, helper);
    if (hour === null) return null;
    await helper.ledger.add(confirmed(hour.id));
    const places = this.#change?.places ?? [];
    const place = places.find(({ device }) => device === this.#by.hand.device)?.place;
    const isInOtherHistory = log !== this.#by.ledger;
    const isByPlace = hour.seq >= (place ?? 0);
    if (isInOtherHistory || isByPlace) this.#late.push({ hour, isByPlace });
    return hour;
  }

  async #ask(log: LogBuilder, helper?: LetIn): Promise<Entry | null> {
    const account = this.#account;
    const whom = this.#chance.pick(this.#others)?.member;
    const party = helper?.member ?? whom;
    if (account === null || party === undefined) return null;
    const minutes = this.#chance.between(1, 600) as Minutes;
    return log.add({
      type: 'transfer.propose',
      gave: false,
      day: 20_000 as Day,
      kind: 'gift',
      lines: [{ party, minutes }],
      ref: null,
      note: null,
      as: account,
    } satisfies TransferPropose);
  }

  async #helped(): Promise<LetIn> {
    if (this.#helper !== null) return this.#helper;
    const name = `whoever helps ${this.#by.phone.name}`;
    const helper = await letPuppetIn(this.#world.community, name);
    this.#helper ??= helper;
    await this.#write(() => this.#by.ledger.add(helper.admission));
    this.#smuggler.introduce([helper.ledger]);
    return this.#helper;
  }

  #write(work: () => Promise<unknown>): Promise<void> {
    const { ledger, board } = this.#by;
    const logs = () => [ledger, board, ...(this.#helper ? [this.#helper.ledger] : [])];
    return this.#smuggler.write(logs, [this.#by], work);
  }
}
