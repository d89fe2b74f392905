/**
 * Small communities in which somebody writes two histories of one log and shows each
 * to others: real replicas, writers, duties and sessions, from one seed.
 */
import { assert } from '@manyhands/base';
import { proveFork, witnessEntry } from '@manyhands/ledger';
import type { KnownContent } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  deliver,
  helped,
  profileOf,
} from '@manyhands/testing';
import type { LogBuilder, CastMember } from '@manyhands/testing';
import { meetHonest, openHonest, settle } from './honest.ts';
import type { Honest, Traffic } from './honest.ts';

/** A whole number from 0 to `below`, the next of a seed. */
export type Dice = (below: number) => number;

function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export interface Forker {
  readonly person: CastMember;
  readonly ledgers: LogBuilder[];
  readonly boards: LogBuilder[];
}

const pick = <T>(dice: Dice, items: readonly T[]): T | undefined =>
  items[dice(Math.max(1, items.length))];

/** One community, forked in some way, from one seed. */
export class ForkWorld {
  readonly dice: Dice;
  readonly community: TestCommunity;
  readonly honest: Honest[] = [];
  readonly forkers: Forker[] = [];
  readonly traffic: Traffic = { messages: 0, loud: 0, offences: [] };

  private constructor(seed: number, community: TestCommunity) {
    this.dice = diceOf(seed);
    this.community = community;
  }

  static async open(seed: number, cast: readonly CastMember[]): Promise<ForkWorld> {
    const [founder, ...others] = cast;
    assert(founder, 'somebody founds it');
    // The founder's log as it is written on paper: honest, it is only read.
    const world = new ForkWorld(seed, await TestCommunity.of(founder, others));
    await world.#cast(cast);
    return world;
  }

  async #cast(cast: readonly CastMember[]): Promise<void> {
    const first = this.dice(cast.length);
    const second =
      this.dice(4) === 0 ? (first + 1 + this.dice(3)) % cast.length : first;
    for (const [i, person] of cast.entries()) {
      if (i === first || i === second) await this.#addForker(person);
      else this.honest.push(await openHonest(this.community, person));
    }
    const founding = this.community.ledgerOf(this.community.founder);
    for (const here of this.honest) {
      if (here.person === this.community.founder)
        await this.#writeAgain(here, founding);
    }
    for (const here of this.honest) {
      const histories = this.forkers
        .filter(({ person }) => person === this.community.founder)
        .flatMap(({ ledgers }) => ledgers);
      const run = (pick(this.dice, histories) ?? founding).run();
      await deliver(here, { runs: [run] }, this.community.founder);
      await settle([here]);
    }
  }

  /** An honest founder writes what stands on paper into a journal of their own. */
  async #writeAgain(here: Honest, paper: LogBuilder): Promise<void> {
    const [found, ...admits] = paper.entries.splice(0);
    for (const entry of [found, ...admits]) {
      const written = await here.writer.append(
        'ledger',
        entry?.content as KnownContent,
      );
      assert(written.ok, 'the founder writes');
      paper.entries.push(written.value);
    }
  }

  async #addForker(person: CastMember): Promise<void> {
    const paper = this.community.ledgerOf(person);
    const ledgers = [paper];
    if (person === this.community.founder) {
      // Everything, or all but the beginning, in a second history of the founding.
      const twin = paper.branch(person, this.dice(paper.entries.length));
      for (const { content } of paper.entries.slice(twin.entries.length)) {
        await twin.add(content as KnownContent, { time: 500 + this.dice(9) });
      }
      if (this.dice(2) === 0) ledgers.push(twin);
    }
    this.forkers.push({
      person,
      ledgers,
      boards: [this.community.boardOf(person)],
    });
  }

  /** One thing happens, anywhere. */
  async step(): Promise<void> {
    const { dice } = this;
    const what = dice(10);
    if (what < 2) await this.#propose();
    else if (what < 4) await this.#confirm();
    else if (what < 7) await this.#forge();
    else if (what < 9) await this.#show();
    else await this.#meetTwo();
    await settle(this.honest);
    this.check();
  }

  async #propose(): Promise<void> {
    const here = pick(this.dice, this.honest);
    const others = this.#everybody().filter((each) => each !== here?.person);
    const party = pick(this.dice, others);
    if (!here || !party) return;
    await here.writer.append('ledger', helped(party, 1 + this.dice(90)));
  }

  async #confirm(): Promise<void> {
    const here = pick(this.dice, this.honest);
    const { member } = here?.person ?? {};
    const asked = member ? here?.replica.ledger.waitingFor(member) : [];
    const one = pick(this.dice, asked ?? []);
    if (!here || !one || !(await here.replica.isSigned(one.proposal))) return;
    await here.writer.append('ledger', confirmed(one.proposal));
  }

  async #forge(): Promise<void> {
    const forker = pick(this.dice, this.forkers);
    if (!forker) return;
    const { person } = forker;
    const isBoard = this.dice(6) === 0;
    const histories = isBoard ? forker.boards : forker.ledgers;
    let log = pick(this.dice, histories);
    if (!log) return;
    if (this.dice(histories.length === 1 ? 2 : 5) === 0 && histories.length < 4) {
      log = log.branch(person, this.dice(log.entries.length + 1));
      histories.push(log);
    }
    const time = this.dice(5_000);
    if (isBoard) {
      await log.add(profileOf(person, this.dice(9)), { time });
      return;
    }
    const content = await this.#forgedContent(person);
    const isLazy = content.type === 'transfer.propose' && this.dice(8) === 0;
    await log.add(content, { time, ...(isLazy ? { signer: null } : {}) });
  }

  async #forgedContent(person: CastMember): Promise<KnownContent> {
    const { dice } = this;
    const others = this.#everybody().filter((each) => each !== person);
    const somebody = pick(dice, others) ?? person;
    const known = this.honest.flatMap(({ replica }) => [...replica.ledger.transfers()]);
    const mine = known.filter(({ party }) => party === person.member);
    const asked = pick(dice, mine);
    const what = dice(10);
    if (what < 4 && asked) return confirmed(asked.proposal);
    if (what === 8) return { type: 'member.vouch', member: somebody.member };
    if (what === 9) return this.community.admitContent(somebody);
    if (what === 7) return this.#forgedProof() ?? helped(somebody, 1 + dice(90));
    if (what === 6) {
      const all = this.forkers.flatMap(({ ledgers }) =>
        ledgers.flatMap((l) => l.entries),
      );
      const entry = pick(dice, all);
      const witness = entry && witnessEntry(entry);
      if (witness) return witness;
    }
    return helped(somebody, 1 + dice(90));
  }

  /** A true proof of somebody's fork, perhaps told beyond the cut of its own log. */
  #forgedProof(): KnownContent | null {
    const forker = pick(this.dice, this.forkers);
    const [one, other] = forker?.ledgers ?? [];
    const seq = one?.entries.findIndex(
      (entry, i) => other?.entries[i]?.id !== entry.id,
    );
    const [a, b] = [one?.entries[seq ?? 0], other?.entries[seq ?? 0]];
    const isBoth = a && b && [a, b].every(({ stored }) => stored.at(-1) !== 0);
    return isBoth ? proveFork([a], [b]) : null;
  }

  async #show(): Promise<void> {
    const here = pick(this.dice, this.honest);
    const forker = pick(this.dice, this.forkers);
    const logs = this.dice(5) === 0 ? forker?.boards : forker?.ledgers;
    const log = pick(this.dice, logs ?? []);
    if (!here || !forker || !log || log.entries.length === 0) return;
    await deliver(here, { runs: [log.run()] }, forker.person);
  }

  async #meetTwo(): Promise<void> {
    const a = pick(this.dice, this.honest);
    const b = pick(this.dice, this.honest);
    if (a && b && a !== b) await meetHonest(a, b, this.traffic);
  }

  /** Everybody meets everybody once; how much was said beyond "we are level". */
  async round(): Promise<number> {
    const before = this.traffic.loud;
    for (const [i, a] of this.honest.entries()) {
      for (const b of this.honest.slice(i + 1)) await meetHonest(a, b, this.traffic);
    }
    await settle(this.honest);
    this.check();
    return this.traffic.loud - before;
  }

  /** At every step, on every honest replica. */
  check(): void {
    for (const { replica, person, signed } of this.honest) {
      const { ledger } = replica;
      const sum = ledger
        .members()
        .reduce((all, m) => all + ledger.balanceOf(m.member), 0);
      assert(sum === 0, 'balances sum to zero');
      for (const [proposal, party] of signed.values()) {
        const status = ledger.transfer(proposal, party)?.status;
        assert(status === 'exists', `${person.name} signed it and it is ${status}`);
      }
      for (const { status, proposal, party, proposer } of ledger.transfers()) {
        if (status !== 'exists') continue;
        if (party !== person.member && proposer !== person.member) continue;
        signed.set(proposal + party, [proposal, party as never]);
      }
    }
  }

  #everybody(): CastMember[] {
    return [...this.honest, ...this.forkers].map(({ person }) => person);
  }
}
