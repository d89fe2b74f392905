/**
 * Fills what is told first with proofs of forks of its own, so that nothing else finds
 * room there. Meanwhile a phone that was switched off adds others beyond its end, and
 * whoever was handed none of that has to hear of it.
 */
import type { DeviceKey } from '@manyhands/base';
import { proveFork } from '@manyhands/ledger';
import type { DeviceAdd, Entry } from '@manyhands/ledger';
import { encodePage } from '@manyhands/replica';
import type { Chance } from '../../chance.ts';
import { helped } from '../../community.ts';
import { LogBuilder } from '../../logBuilder.ts';
import { puppetOf } from '../forgery.ts';
import { publish } from '../rogue.ts';
import type { RoguePhone } from '../rogue.ts';
import type { World } from '../world.ts';
import { Ended } from './ended.ts';
import type { Offender } from './kinds.ts';
import { profileSaying } from './words.ts';

/** More than a page of evidence takes, and so many of them a day. */
const [proofs, aDay] = [264, 66];
/** Devices that each of two adds beyond its end: few enough to stand near that. */
const added = 24;

export class Crowder implements Offender {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #by: RoguePhone;
  readonly #phone: Ended;
  readonly #from: number;
  #written = 0;
  #hasAdded = false;

  constructor(world: World, chance: Chance, by: RoguePhone) {
    this.#world = world;
    this.#chance = chance;
    this.#by = by;
    this.#from = chance.between(1, 12);
    this.#phone = new Ended(world, chance.branch('phone'), by, {
      deed: (from, invent) => this.#addMany(from, invent()),
      // Nobody hears of it from the device itself, nor entry by entry.
      opens: false,
      isWhole: true,
      mayAct: () => this.#written >= proofs && !this.#hasAdded,
    });
  }

  turn(day: number): void {
    this.#phone.turn(day);
    if (day < this.#from || this.#written >= proofs || !this.#chance.percent(40))
      return;
    this.#written += aDay;
    this.#world.note(`${this.#by.phone.name} proves ${aDay} forks of its own`);
    this.#world.watch(this.#crowd());
  }

  leave(): void {
    this.#phone.leave();
  }

  judge(): void {
    this.#phone.judge();
  }

  /** More than anybody says again of one member in an hour (ledger/L10). */
  async #addMany(from: RoguePhone, other: RoguePhone): Promise<void> {
    this.#hasAdded = true;
    await from.ledger.add(additionOf(other.hand.device));
    for (const { ledger } of [from, other]) {
      for (let n = 1; n < added; n++) {
        const { device } = puppetOf(`device ${n} added by ${ledger.log.device}`);
        await ledger.add(additionOf(device));
      }
    }
  }

  /** Of devices that nobody ever heard of, on both of their logs. */
  async #crowd(): Promise<void> {
    const { ledger, hand } = this.#by;
    const start = ledger.entries.length;
    for (let n = 0; n < aDay / 2; n++) {
      const puppet = puppetOf(`puppet ${start + n} of a crowd`);
      for (const kind of ['ledger', 'board'] as const) {
        await this.#prove(kind, { ...puppet, member: hand.member });
      }
    }
    await publish(this.#by, ledger, start);
    const page = encodePage({ evidence: [], runs: [ledger.run(start)] });
    for (const { running } of this.#world.honestPhones()) {
      await running?.replica.receive(page, { type: 'message' });
    }
  }

  async #prove(kind: 'ledger' | 'board', made: RoguePhone['hand']): Promise<void> {
    const sides: Entry[] = [];
    for (const n of [1, 2]) {
      const log = new LogBuilder(this.#world.community, kind, made);
      const whom = this.#by.phone.soul;
      const said = kind === 'ledger' ? helped(whom, n) : profileSaying('Somebody', n);
      sides.push(await log.add(said));
    }
    const [one, other] = sides;
    if (one && other) await this.#by.ledger.add(proveFork([one], [other]));
  }
}

const additionOf = (device: DeviceKey): DeviceAdd => ({
  type: 'device.add',
  device,
  box: device,
  role: 0,
});
