/**
 * Says what nobody can check: that all of everything lies with it durably, and that the
 * community meets in another room, of the last epoch there is.
 */
import { encode } from '@manyhands/codec';
import type { Chance } from '../../chance.ts';
import { falseAcks, wire } from '../forgery.ts';
import type { RoguePhone } from '../rogue.ts';
import type { World } from '../world.ts';
import type { Offender } from './kinds.ts';

export class Liar implements Offender {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #by: RoguePhone;

  constructor(world: World, chance: Chance, by: RoguePhone) {
    this.#world = world;
    this.#chance = chance;
    this.#by = by;
  }

  turn(): void {
    if (!this.#chance.percent(30)) return;
    const links = this.#by.links.filter(({ isOpen }) => isOpen);
    const link = this.#chance.pick(links);
    if (link === undefined) {
      this.#world.watch(this.#link());
      return;
    }
    const deed = this.#chance.weighted({ acks: 50, secret: 50 });
    this.#world.note(`${this.#by.phone.name} lies about ${deed}`);
    void link.send(deed === 'acks' ? this.#acks() : this.#secret());
  }

  leave(): void {
    // It is one of the rogues, who leave or stay.
  }

  judge(): void {
    // What honest phones believe of what is kept, and where they meet, is looked at always.
  }

  async #link(): Promise<void> {
    const { phone, links } = this.#by;
    const up = this.#world.honestPhones().filter(({ isUp }) => isUp);
    const victim = this.#chance.pick(up);
    if (victim?.running == null) return;
    if (phone.running === null) {
      phone.boot();
      return;
    }
    const [here, there] = this.#world.network.pair(
      phone.running.life,
      victim.running.life,
    );
    void victim.running.mesh.connectChannel(there, 'answerer');
    const linked = await phone.running.mesh.connectChannel(here, 'dialler');
    if (linked.ok) links.push(linked.value);
  }

  #acks(): Uint8Array {
    const held = this.#by.phone.running?.replica.vector() ?? [];
    return falseAcks(this.#chance.shuffled(held), this.#chance);
  }

  /** Anybody can compute it; of the last epoch, the next, or the one that counts. */
  #secret(): Uint8Array {
    const epoch = this.#chance.pick([2 ** 32 - 1, 1, 0]) ?? 1;
    const filler = this.#chance.pick([0, 1, 255]) ?? 0;
    return encode([wire.secret, [epoch, new Uint8Array(32).fill(filler)]]);
  }
}
