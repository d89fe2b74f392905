/**
 * A member who says far too much: hundreds of entries, histories of their own logs with
 * the proofs beside them, pages upon pages of words, and erases of what never was.
 */
import { toHex } from '@manyhands/codec';
import { erasedPositionOf, proveFork } from '@manyhands/ledger';
import type { Entry, IdentityClaim } from '@manyhands/ledger';
import type { Chance } from '../../chance.ts';
import { helped } from '../../community.ts';
import type { LogBuilder } from '../../logBuilder.ts';
import { oddBody } from '../forgery.ts';
import type { RoguePhone } from '../rogue.ts';
import { statedBy } from '../soul.ts';
import { keyOf } from '../syncKeys.ts';
import type { World } from '../world.ts';
import type { Offender } from './kinds.ts';
import { Smuggler } from './smuggler.ts';

const weights = { asks: 30, boards: 20, forks: 25, pages: 10, erases: 15 };
type Noise = keyof typeof weights;

/** So many entries at a time, and in all. */
const [atOnce, atMost] = [24, 320];

export class Loud implements Offender {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #by: RoguePhone;
  readonly #smuggler: Smuggler;
  readonly #from: number;
  #version = 0;
  #said = 0;

  constructor(world: World, chance: Chance, by: RoguePhone) {
    this.#world = world;
    this.#chance = chance;
    this.#by = by;
    this.#smuggler = new Smuggler(world, chance.branch('smuggler'));
    this.#from = chance.between(1, 20);
  }

  turn(day: number): void {
    if (day < this.#from || this.#said >= atMost || !this.#chance.percent(25)) return;
    const noise = this.#chance.weighted(weights);
    this.#world.note(`${this.#by.phone.name} is loud: ${noise}`);
    const { ledger, board } = this.#by;
    const before = ledger.entries.length + board.entries.length;
    this.#world.watch(
      this.#smuggler
        .write(
          () => [ledger, board],
          [this.#by],
          () => this.#noises[noise](),
        )
        .then(() => {
          this.#said += ledger.entries.length + board.entries.length - before;
        }),
    );
  }

  leave(): void {
    // It is one of the rogues, who leave or stay.
  }

  judge(): void {
    // That everybody agrees all the same is asked of every world.
  }

  readonly #noises: Record<Noise, () => Promise<unknown>> = {
    asks: async () => {
      for (let n = 0; n < atOnce; n++) {
        const whom = this.#chance.pick(this.#world.souls);
        if (whom === undefined || whom.member === this.#by.hand.member) continue;
        await this.#by.ledger.add(helped(whom, this.#chance.between(1, 60)));
      }
    },

    boards: async () => {
      const { board } = this.#by;
      for (let n = 0; n < atOnce; n++) {
        await board.addBody(oddBody(this.#world, 'board', this.#chance));
      }
    },

    /** The proof stands beside it: nobody has to write it. */
    forks: async () => {
      const { ledger, board, hand } = this.#by;
      for (let n = 0; n < atOnce / 3; n++) {
        const log = this.#chance.percent(70) ? board : ledger;
        const at = this.#placeIn(log);
        if (at === null) continue;
        const other = log.branch(hand, at);
        await other.addBody(oddBody(this.#world, log.log.kind, this.#chance));
        const [one, two] = [log.entries[at], other.entries[at]];
        if (one?.seq !== two?.seq || !one || !two || one.id === two.id) continue;
        await ledger.add(proveFork([one], [two]));
      }
    },

    /** Each in place of the one before, signed with its key. */
    pages: async () => {
      for (let n = 0; n < atOnce / 3; n++) {
        const { soul } = this.#by.phone;
        const key = (version: number) =>
          version === 0 ? soul.identity : keyOf(`${soul.name}'s page ${version}`);
        const claim: IdentityClaim = {
          member: soul.member,
          version: this.#version + 1,
          g: 0,
          guardians: [],
          key: toHex(key(this.#version + 1).publicKey),
          devices: [{ device: this.#by.hand.device, ledgerCut: null, boardCut: null }],
          by: this.#version === 0 ? null : toHex(key(this.#version).publicKey),
        };
        const by = key(this.#version);
        this.#version += 1;
        await this.#by.ledger.add(await statedBy(by, this.#world.community, claim));
      }
    },

    /** Of places that are not there, and of some that are. */
    erases: async () => {
      const { board, hand } = this.#by;
      for (let n = 0; n < atOnce / 3; n++) {
        const own: Entry | undefined = this.#chance.pick(board.entries);
        const place = {
          device: hand.device,
          seq: this.#chance.between(0, 5_000),
          bodyHash: toHex(this.#chance.bytes(32)),
        };
        const isThere = own !== undefined && this.#chance.percent(30);
        await board.add({
          type: 'erase',
          places: [isThere ? erasedPositionOf(own) : place],
        });
      }
    },
  };

  /** Late in the log: an early fork would cut off all that it says later. */
  #placeIn({ entries }: LogBuilder): number | null {
    if (entries.length === 0) return null;
    const isLate = this.#chance.percent(85);
    const least = isLate ? Math.max(0, entries.length - 4) : 0;
    return this.#chance.between(least, entries.length - 1);
  }
}
