import { minutesPerDay, SerialQueue } from '@manyhands/base';
import type { AccountId, Day, Minutes, MinuteOfTime } from '@manyhands/base';
import type { EntryId, MemberId } from '@manyhands/base';
import { encodeAs, hex, integer, list, nullable, tuple } from '@manyhands/codec';
import { sayYes } from '../hours/index.ts';
import { isOff, oneEach, readNoteAs } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { organisation } from './organisation.ts';
import { signingsForMe } from './signing.ts';
import type { Signing } from './signing.ts';
import { isLetThrough } from './yesRules.ts';
import type { SaidByItself, YesRule } from './yesRules.ts';

/** Rules and yeses that are kept, the latest: a note that grows for ever fills the disk. */
const keptAtMost = { rules: 64, said: 500, members: 16 } as const;

const time = integer<MinuteOfTime>(0, Number.MAX_SAFE_INTEGER);
const minutesShape = integer<Minutes>(0, 100_000);
const dayShape = integer<Day>(0, 1_000_000);
const people = tuple<Omit<Extract<YesRule, { type: 'people' }>, 'type'>>({
  members: list(hex<MemberId>(32), 1, keptAtMost.members),
  minutes: minutesShape,
  until: dayShape,
});
const shape = tuple({
  /** The latest minute that this phone's clock has shown. */
  latest: time,
  /** What its owner chose: 0 nothing, 1 what brings hours in, 2 these people, 3 first hours too. */
  rules: list(
    tuple({
      account: hex<AccountId>(32),
      kind: integer(0, 3),
      people: nullable(people),
    }),
    0,
    keptAtMost.rules,
  ),
  said: list(
    tuple({
      account: hex<AccountId>(32),
      proposal: hex<EntryId>(32),
      member: hex<MemberId>(32),
      minutes: minutesShape,
      day: dayShape,
      at: time,
    }),
    0,
    keptAtMost.said,
  ),
});
const limits = { bytes: 262_144, depth: 5 };
const note = 'standingYes';

const kindOf = (rule: YesRule | null): number =>
  rule === null ? 0 : rule.type === 'welcome' ? 3 : 1;

type Said = SaidByItself & { readonly account: AccountId };

/**
 * What a signer's phone says yes to by itself (C19), by a rule that is kept on it alone and
 * works while the app is open. A pot has one from the start; its owner ends it with a tap.
 */
export class StandingYes {
  readonly #place: Place;
  readonly #loading: Promise<void>;
  readonly #writing = new SerialQueue();
  #isLoaded = false;
  /** A clock that is put back gives no time again. */
  #latest = 0 as MinuteOfTime;
  /** Null: its owner wants none. */
  readonly #rules = new Map<AccountId, YesRule | null>();
  #said: Said[] = [];

  constructor(place: Place) {
    this.#place = place;
    this.#loading = this.#load();
  }

  loaded = (): Promise<void> => this.#loading;

  /** The rule for an organisation; null: none, or not read yet. */
  ruleFor(account: AccountId): YesRule | null {
    if (!this.#isLoaded) return null;
    const chosen = this.#rules.get(account);
    if (chosen?.type === 'people') return this.#hasEnded(chosen) ? null : chosen;
    if (chosen !== undefined) return chosen;
    const isPot = organisation(this.#place, account)?.kind === 'pot';
    return isPot ? { type: 'brings' } : null;
  }

  /** What it has said yes to for it, the latest first. */
  saidFor = (account: AccountId): readonly SaidByItself[] =>
    this.#said.filter((each) => each.account === account).toReversed();

  /** From now on by this rule; null: its owner says each yes. */
  async choose(account: AccountId, rule: YesRule | null): Promise<void> {
    await this.#loading;
    this.#trustClock();
    this.#rules.delete(account);
    this.#rules.set(account, rule);
    await this.#keep();
    await this.look();
  }

  /** Says yes to what its rules let through. */
  async look(): Promise<void> {
    await this.#loading;
    const place = this.#place;
    const { member, device } = place.membership;
    if (isOff(place) || place.replica.ledger.roleOf(member, device) !== 0) return;
    this.#latest = Math.max(this.#latest, place.now()) as MinuteOfTime;
    for (const signing of signingsForMe(place)) await this.#answer(signing);
  }

  async #answer(signing: Signing): Promise<void> {
    const { of, transfer } = signing;
    const { account } = of;
    const rule = this.ruleFor(account);
    const said = this.saidFor(account);
    if (!rule || !isLetThrough(this.#place, signing, rule, said, this.#latest)) return;
    const { proposal, helper, helped, minutes, day } = transfer;
    const member = (helper === account ? helped : helper) as MemberId;
    const yes = { account, proposal, member, minutes, day, at: this.#latest };
    // It is counted before it is said: a phone that dies in between says too little.
    this.#said = [...this.#said, yes].slice(-keptAtMost.said);
    await this.#keep();
    const answered = await sayYes(this.#place, proposal, account);
    if (answered.ok) return;
    this.#said = this.#said.filter((each) => each !== yes);
    await this.#keep();
  }

  /** A clock that was wrong for a while is right again, where its owner comes by. */
  #trustClock(): void {
    this.#latest = this.#place.now();
    this.#said = this.#said.map((each) => ({
      ...each,
      at: Math.min(each.at, this.#latest) as MinuteOfTime,
    }));
  }

  #hasEnded({ until }: { readonly until: Day }): boolean {
    const day = Math.max(
      this.#place.today(),
      Math.floor(this.#latest / minutesPerDay) - 1,
    );
    return day > until;
  }

  async #load(): Promise<void> {
    const read = await readNoteAs(this.#place.notes, note, shape, limits);
    if (read.ok && read.value) {
      this.#latest = read.value.latest;
      this.#said = [...read.value.said];
      for (const { account, kind, people: chosen } of read.value.rules) {
        const rule = chosen ? { type: 'people' as const, ...chosen } : null;
        const plain = kind === 1 ? 'brings' : kind === 3 ? 'welcome' : null;
        this.#rules.set(account, plain === null ? rule : { type: plain });
      }
    }
    this.#isLoaded = true;
    this.#place.tell('disk');
  }

  /** A disk that refuses is told of where somebody writes; this is noted again later. */
  async #keep(): Promise<void> {
    this.#place.tell('disk');
    const rules = [...this.#rules].slice(-keptAtMost.rules).map(([account, rule]) => {
      if (rule?.type !== 'people') return { account, kind: kindOf(rule), people: null };
      const { members, minutes, until } = rule;
      return { account, kind: 2, people: { members, minutes, until } };
    });
    const kept = encodeAs(shape, { latest: this.#latest, rules, said: this.#said });
    await this.#writing.run(() => this.#place.notes.put(note, kept));
  }
}

/** The one of a place: the same for every screen. */
export const standingYesOf = oneEach((place: Place) => new StandingYes(place));

/** For as long as a place is open its phone says yes by its rules. Returns its end. */
export function keepStandingYes(place: Place): () => void {
  const look = new SerialQueue().coalesce(() => standingYesOf(place).look());
  void look();
  return place.subscribe('ledger', () => void look());
}
