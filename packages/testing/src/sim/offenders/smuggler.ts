/**
 * Carries to honest phones what no honest phone wrote, in every order there is: statement
 * before certificate, cut before board, erase before bytes, page before cut, all of it
 * torn into single entries, and the app closed and opened again in between.
 */
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { encodePage, pageOf } from '@manyhands/replica';
import type { Chance } from '../../chance.ts';
import type { LogBuilder } from '../../logBuilder.ts';
import type { SimPhone } from '../phone.ts';
import { publish } from '../rogue.ts';
import type { RoguePhone } from '../rogue.ts';
import type { World } from '../world.ts';

/** The entries of a log from one place on. */
export interface Part {
  readonly log: LogBuilder;
  readonly from: number;
}

/** So many entries are torn out of their logs at a time. */
const tornAtMost = 24;

/** In how many pieces something comes. */
const manners = { whole: 3, parts: 3, alone: 3 };
const inOnePiece: typeof manners = { whole: 1, parts: 0, alone: 0 };

export class Smuggler {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #manners: typeof manners;
  /** Logs that few have the beginning of: it goes along. */
  readonly #unknown = new Set<LogBuilder>();

  constructor(world: World, chance: Chance, isWhole = false) {
    this.#world = world;
    this.#chance = chance;
    this.#manners = isWhole ? inOnePiece : manners;
  }

  /** Nobody may have what stands in these so far. */
  introduce(logs: readonly LogBuilder[]): void {
    for (const log of logs) this.#unknown.add(log);
  }

  /**
   * What `work` adds to `logs`, which may grow meanwhile, goes to some, and by the phones
   * of `by` to their neighbours.
   */
  async write(
    logs: () => readonly LogBuilder[],
    by: readonly RoguePhone[],
    work: () => Promise<unknown>,
  ): Promise<void> {
    const before = new Map(logs().map((log) => [log, log.entries.length]));
    await work();
    const parts = logs().flatMap((log): Part[] => {
      const from = before.get(log) ?? 0;
      if (log.entries.length === from) return [];
      return [{ log, from: this.#unknown.has(log) ? 0 : from }];
    });
    await this.spread(parts, by);
  }

  async spread(parts: readonly Part[], by: readonly RoguePhone[]): Promise<void> {
    if (parts.length === 0) return;
    for (const each of by) {
      if (this.#chance.percent(40)) continue;
      for (const { log, from } of parts) await publish(each, log, from);
    }
    const up = this.#world.honestPhones().filter(({ isUp }) => isUp);
    const victims = this.#chance.shuffled(up).slice(0, this.#chance.between(1, 3));
    for (const victim of victims) this.hand(victim, this.pagesOf(parts));
  }

  /** One after the other, some time later, with the app opened again in between. */
  hand(victim: SimPhone, pages: readonly Uint8Array[]): void {
    const { schedule } = this.#world;
    let at = this.#chance.between(50, 3_000);
    const reopened = this.#chance.percent(20)
      ? this.#chance.between(0, pages.length)
      : null;
    for (const [i, page] of pages.entries()) {
      if (i === reopened) {
        schedule.after(at, 'reopened', () => this.#reopen(victim));
        at += this.#chance.between(100, 600);
      }
      schedule.after(at, 'smuggled', () => {
        const { running } = victim;
        if (running === null) return;
        this.#world.watch(running.replica.receive(page, { type: 'message' }));
      });
      at += this.#chance.between(10, 800);
    }
  }

  #reopen(victim: SimPhone): void {
    if (!victim.isUp || victim.isRetired || !victim.soul.isHonest) return;
    this.#world.note(`${victim.name} is opened again`);
    victim.crash();
    victim.boot();
  }

  /** In one page, part by part or entry by entry; in order, shuffled, or the last first. */
  pagesOf(given: readonly Part[]): Uint8Array[] {
    // Who wrote it may have gone back in it since, to write another history.
    const parts = given.filter(({ log, from }) => from < log.entries.length);
    if (parts.length === 0) return [];
    const whole = encodePage({
      evidence: [],
      runs: parts.map(({ log, from }) => log.run(from)),
    });
    const byPart = parts.map(({ log, from }) =>
      encodePage({ evidence: [], runs: [log.run(from)] }),
    );
    const alone = parts
      .flatMap(({ log, from }): Entry[] => log.entries.slice(from))
      .slice(0, tornAtMost)
      .map((entry) => pageOf([encodeTravelling(entry)]));
    const manner = this.#chance.weighted(this.#manners);
    const pages = { whole: [whole], parts: byPart, alone }[manner];
    const order = this.#chance.weighted({ asWritten: 2, shuffled: 3, backwards: 2 });
    const inOrder =
      order === 'shuffled'
        ? this.#chance.shuffled(pages)
        : order === 'backwards'
          ? pages.toReversed()
          : pages;
    // What came too early was forgotten; now and then all of it comes once more.
    return this.#chance.percent(60) ? [...inOrder, whole] : inOrder;
  }
}
