/**
 * Somebody has a phone that its owner has switched off from another: it goes on writing
 * beyond its end, also another history from before, and adds devices of its own.
 */
import type { Chance } from '../../chance.ts';
import type { SimPhone } from '../phone.ts';
import { arm } from '../rogue.ts';
import type { RoguePhone } from '../rogue.ts';
import type { World } from '../world.ts';
import { Doubles, usual, writtenOn } from './doubles.ts';
import type { Habits } from './doubles.ts';
import type { Offender } from './kinds.ts';
import { OwnerOffender } from './owner.ts';

/** What whoever has the phone does with it, and from when on. */
interface Manner extends Habits {
  readonly mayAct: () => boolean;
}

const always: Manner = { ...usual, mayAct: () => true };

export class Ended implements Offender {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #owner: OwnerOffender;
  readonly #doubles: Doubles;
  readonly #from: number;
  readonly #hasPage: boolean;
  readonly #manner: Manner;
  #second: SimPhone | null = null;
  #stolenFrom = Number.POSITIVE_INFINITY;
  #isStolen = false;

  constructor(world: World, chance: Chance, accomplice: RoguePhone, manner = always) {
    this.#manner = manner;
    this.#world = world;
    this.#chance = chance;
    this.#owner = new OwnerOffender(world, chance.branch('owner'));
    this.#doubles = new Doubles(
      world,
      chance.branch('doubles'),
      this.#owner,
      accomplice,
      manner,
    );
    this.#from = chance.between(1, 12);
    this.#hasPage = chance.percent(50);
  }

  turn(day: number): void {
    const owner = this.#owner;
    if (day < this.#from || owner.choose() === null || !owner.isSettled()) return;
    if (this.#chance.percent(15)) owner.write();
    if (this.#second === null) {
      if (this.#hasPage && owner.version === 0) owner.makePage();
      else this.#second = owner.takeSecond();
      this.#stolenFrom = day + this.#chance.between(4, 20);
    } else if (!this.#isStolen) {
      if (day >= this.#stolenFrom) this.#steal(this.#second);
    } else if (!this.#isEnded(this.#second)) {
      owner.switchOff(this.#second);
    } else {
      owner.keep();
      if (!this.#manner.mayAct() || !this.#chance.percent(25)) return;
      this.#world.watch(this.#doubles.misbehave());
    }
  }

  leave(): void {
    this.#doubles.leave();
  }

  judge(): void {
    this.#owner.judge();
  }

  /** Once the owner's first phone knows the second one, it can switch that off. */
  #steal(second: SimPhone): void {
    const first = this.#owner.phone;
    if (first === undefined || second.isRetired) return;
    const other = this.#world
      .writers()
      .find(({ soul, device }) => soul === first.soul && device !== second.device);
    const known = other?.running?.replica.ledger.devicesOf(second.soul.member) ?? [];
    if (!known.some(({ device }) => device === second.device)) return;
    if (second.running === null) {
      second.boot();
      return;
    }
    const written = writtenOn(second, this.#world);
    this.#isStolen = true;
    this.#world.note(`${second.name} is stolen`);
    second.steal();
    this.#doubles.take(arm(this.#world.community, second, written));
  }

  /** By what the owner's own phone knows. */
  #isEnded({ device }: SimPhone): boolean {
    const { phone, person } = this.#owner;
    const ledger = phone?.running?.replica.ledger;
    if (ledger === undefined || person === null) return false;
    const listed = ledger.identityOf(person.member).devices;
    return listed.some((each) => each.device === device && each.ledgerCut !== null);
  }
}
