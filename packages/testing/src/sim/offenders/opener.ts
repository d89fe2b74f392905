/** One voice that asks everybody a thousand questions. */
import type { EntryId, Minutes } from '@manyhands/base';
import type { Matter } from '@manyhands/ledger';
import type { Chance } from '../../chance.ts';
import { publish } from '../rogue.ts';
import type { RoguePhone } from '../rogue.ts';
import type { World } from '../world.ts';
import type { Offender } from './kinds.ts';

/** So many at a time, and in all. */
const [atOnce, atMost] = [100, 1_000];

export class Opener implements Offender {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #by: RoguePhone;
  readonly #opened: EntryId[] = [];
  #hasAsked = false;

  constructor(world: World, chance: Chance, by: RoguePhone) {
    this.#world = world;
    this.#chance = chance;
    this.#by = by;
  }

  turn(): void {
    if (!this.#chance.percent(40)) return;
    const { founder } = this.#world;
    const { member } = this.#by.phone.soul;
    if (!this.#hasAsked && founder.running !== null) {
      this.#hasAsked = true;
      this.#world.watch(founder.sign('ledger', { type: 'member.vouch', member }));
    } else if (this.#opened.length < atMost) {
      this.#world.note(`${this.#by.phone.name} opens ${atOnce} motions`);
      this.#world.watch(this.#openMany());
    }
  }

  leave(): void {
    // It is one of the rogues, who leave or stay.
  }

  /** Nothing is decided by one voice, however often it speaks. */
  judge(): void {
    const opened = new Set<EntryId>(this.#opened);
    for (const { name, running } of this.#world.honestPhones()) {
      const taken = running?.replica.ledger
        .motions()
        .find(
          ({ motion, isTaken, yes }) => opened.has(motion) && isTaken && yes.length < 2,
        );
      if (taken) this.#world.fail(`${name} takes what one voice alone says yes to`);
    }
  }

  async #openMany(): Promise<void> {
    const { ledger } = this.#by;
    const start = ledger.entries.length;
    for (let n = 0; n < atOnce; n++) {
      const before = this.#chance.shuffled(this.#opened.slice(-20)).slice(0, 8).sort();
      const replaces = this.#chance.percent(50) ? before : [];
      const matter = this.#matter();
      const { id } = await ledger.add({ type: 'motion.open', matter, replaces });
      this.#opened.push(id);
      const motion = this.#chance.pick(this.#opened);
      if (motion === undefined || !this.#chance.percent(20)) continue;
      const yes = this.#chance.percent(50);
      await ledger.add({ type: 'motion.vote', motion, yes });
    }
    await publish(this.#by, ledger, start);
  }

  #matter(): Matter {
    const whom = this.#chance.pick(this.#world.souls);
    if (whom !== undefined && this.#chance.percent(40))
      return { about: 'member', member: whom.member, standing: 'removed' };
    const value = this.#chance.between(0, 100) as Minutes;
    return { about: 'rule', key: 'limit', account: null, value };
  }
}
