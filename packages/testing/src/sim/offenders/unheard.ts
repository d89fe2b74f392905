/**
 * A member whose devices name each other without a right to: the boards of what a keeper
 * adds are kept by everybody, and stand for nobody. They are forked, and proven to be.
 */
import { toHex } from '@manyhands/codec';
import { proveFork, witnessEntry } from '@manyhands/ledger';
import type { Chance } from '../../chance.ts';
import { LogBuilder } from '../../logBuilder.ts';
import type { Hand } from '../../logBuilder.ts';
import type { RoguePhone } from '../rogue.ts';
import { enrolmentWith } from '../soul.ts';
import { keyOf } from '../syncKeys.ts';
import type { World } from '../world.ts';
import type { Offender } from './kinds.ts';
import { Smuggler } from './smuggler.ts';
import type { Part } from './smuggler.ts';
import { profileSaying } from './words.ts';

export class Unheard implements Offender {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #by: RoguePhone;
  readonly #smuggler: Smuggler;
  readonly #from: number;
  #count = 0;

  constructor(world: World, chance: Chance, by: RoguePhone) {
    this.#world = world;
    this.#chance = chance;
    this.#by = by;
    this.#smuggler = new Smuggler(world, chance.branch('smuggler'));
    this.#from = chance.between(1, 30);
  }

  turn(day: number): void {
    if (day < this.#from || this.#count >= 4 || !this.#chance.percent(12)) return;
    this.#count += 1;
    this.#world.note(`${this.#by.phone.name} has a keeper add a device`);
    this.#world.watch(this.#add());
  }

  leave(): void {
    // What it said stays said.
  }

  judge(): void {
    // Boards must be equal, and they are compared.
  }

  async #add(): Promise<void> {
    const { ledger, phone } = this.#by;
    const { community } = this.#world;
    const [keeper, added] = [this.#deviceOf('keeper'), this.#deviceOf('board')];
    const keepers = new LogBuilder(community, 'ledger', keeper);
    const board = new LogBuilder(community, 'board', added);
    const named = { ...keeper, community, box: keeper.device, role: 1 } as const;
    const parts: Part[] = [{ log: ledger, from: ledger.entries.length }];
    await ledger.add(await enrolmentWith(phone.soul.identity, 0, named));
    const addition = await keepers.add({
      type: 'device.add',
      device: added.device,
      box: added.device,
      role: 0,
    });
    const length = this.#chance.between(1, 4);
    for (let rev = 0; rev < length; rev++) {
      await board.add(profileSaying('Somebody', 10 + rev));
    }
    parts.push({ log: keepers, from: 0 }, { log: board, from: 0 });
    await this.#fork(board, added, parts);
    // A witness of who may not say it says no more.
    const witness = this.#chance.percent(30) ? witnessEntry(addition) : null;
    if (witness !== null) await ledger.add(witness);
    for (const each of this.#world.honestPhones()) {
      if (each.isUp) this.#smuggler.hand(each, this.#smuggler.pagesOf(parts));
    }
    await this.#smuggler.spread(parts, [this.#by]);
  }

  /** Its second history comes as well, or the proof alone. */
  async #fork(board: LogBuilder, added: Hand, parts: Part[]): Promise<void> {
    if (this.#chance.percent(15)) return;
    const at = this.#chance.between(0, board.entries.length - 1);
    const other = board.branch(added, at);
    await other.add(profileSaying('Somebody else', 99));
    const [one, two] = [board.entries[at], other.entries[at]];
    if (one === undefined || two === undefined) return;
    if (this.#chance.percent(40)) parts.push({ log: other, from: at });
    await this.#by.ledger.add(proveFork([one], [two]));
  }

  #deviceOf(what: string): Hand {
    const { soul } = this.#by.phone;
    const signing = keyOf(`${what} ${this.#count} of ${soul.name}`);
    const device = toHex(signing.publicKey) as Hand['device'];
    return { member: soul.member, device, signing };
  }
}
