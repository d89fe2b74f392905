/**
 * Single entries, torn out of what somebody holds and carried to anybody: a statement
 * before the certificate it needs, a proof before the log it cuts, an erase before what it
 * erases. Nobody means any harm: it is how a message, or half a parcel, comes.
 */
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { pageOf } from '@manyhands/replica';
import type { Chance } from '../chance.ts';
import type { SimPhone } from './phone.ts';
import type { World } from './world.ts';

/** What means something by itself. */
const telling: ReadonlySet<string> = new Set([
  'device.enrol',
  'device.add',
  'identity.set',
  'guardian.recover',
  'member.admit',
  'member.leave',
  'fork.proof',
  'witness',
  'erase',
]);

export class Scraps {
  readonly #world: World;
  readonly #chance: Chance;

  constructor(world: World) {
    this.#world = world;
    this.#chance = world.chance.branch('scraps of paper');
  }

  turn(): void {
    const chance = this.#chance;
    if (!chance.percent(30)) return;
    const up = this.#world.honestPhones().filter(({ isUp }) => isUp);
    const [from, to] = chance.shuffled(up);
    if (from === undefined || to === undefined) return;
    const lacking = this.#tellingOf(from).filter(
      ({ id }) => to.running?.replica.entry(id) === null,
    );
    const entry = chance.pick(lacking);
    if (entry === undefined) return;
    this.#world.note(`${to.name} is told of a ${entry.content.type} by ${from.name}`);
    this.#world.watch(this.#carry(entry, from, to));
  }

  /** Of every log the last few that mean something. */
  #tellingOf({ running }: SimPhone): Entry[] {
    if (running === null) return [];
    const { replica } = running;
    return replica.vector().flatMap(({ log }) => {
      const found: Entry[] = [];
      let at = replica.entry(replica.head(log).head);
      for (let n = 0; at !== null && n < 12; n++, at = replica.entry(at.prev)) {
        if (telling.has(at.content.type)) found.push(at);
      }
      return found;
    });
  }

  async #carry(entry: Entry, from: SimPhone, to: SimPhone): Promise<void> {
    // Without a signature of its own it travels with others, or not at all.
    if ((await from.running?.replica.isSigned(entry.id)) !== true) return;
    const page = pageOf([encodeTravelling(entry)]);
    const received = await to.running?.replica.receive(page, { type: 'message' });
    const why = received?.refused ?? null;
    if (why !== null) this.#world.fail(`${to.name} refused a good scrap: ${why.type}`);
  }
}
