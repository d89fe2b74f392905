/**
 * Lets in people who are not, gives them a voice as far as its own reaches, and has them decide:
 * that somebody is removed, that hours do not stand, and against whatever others decided.
 */
import type { Matter } from '@manyhands/ledger';
import type { Chance } from '../../chance.ts';
import type { RoguePhone } from '../rogue.ts';
import type { World } from '../world.ts';
import type { Offender } from './kinds.ts';
import { letPuppetIn } from './puppets.ts';
import type { LetIn } from './puppets.ts';
import { Smuggler } from './smuggler.ts';

const many = 8;

export class Voucher implements Offender {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #by: RoguePhone;
  readonly #smuggler: Smuggler;
  readonly #puppets: LetIn[] = [];
  #hasAsked = false;
  #isBusy = false;

  constructor(world: World, chance: Chance, by: RoguePhone) {
    this.#world = world;
    this.#chance = chance;
    this.#by = by;
    this.#smuggler = new Smuggler(world, chance.branch('smuggler'));
  }

  turn(): void {
    if (this.#isBusy || !this.#chance.percent(25)) return;
    this.#isBusy = true;
    this.#world.watch(this.#next().finally(() => (this.#isBusy = false)));
  }

  leave(): void {
    // It is one of the rogues, who leave or stay.
  }

  /** Whatever they decide, a plain hour stands (ledger/L23). */
  judge(): void {
    for (const { name, running } of this.#world.honestPhones()) {
      const transfers = [...(running?.replica.ledger.transfers() ?? [])];
      const lost = transfers.find(
        ({ status, mark }) => status === 'void' && mark === null,
      );
      if (lost) this.#world.fail(`${name} lets a plain hour be void: ${lost.proposal}`);
    }
  }

  async #next(): Promise<unknown> {
    const { founder } = this.#world;
    const { member } = this.#by.phone.soul;
    if (!this.#hasAsked && founder.running !== null) {
      this.#hasAsked = true;
      return founder.sign('ledger', { type: 'member.vouch', member });
    }
    const isMore = this.#puppets.length < many && this.#chance.percent(50);
    return this.#write(() => (isMore ? this.#makeOne() : this.#decide()));
  }

  /** With a word for it from all that are there. */
  async #makeOne(): Promise<void> {
    const name = `puppet ${this.#puppets.length} of ${this.#by.phone.name}`;
    const puppet = await letPuppetIn(this.#world.community, name);
    this.#world.note(`${this.#by.phone.name} makes a voice up`);
    await this.#by.ledger.add(puppet.admission);
    const vouch = { type: 'member.vouch', member: puppet.member } as const;
    for (const { ledger } of [this.#by, ...this.#puppets]) await ledger.add(vouch);
    this.#puppets.push(puppet);
    this.#smuggler.introduce([puppet.ledger]);
  }

  async #decide(): Promise<void> {
    const ledger = this.#by.phone.running?.replica.ledger;
    if (ledger === undefined) return;
    const known = this.#chance.pick(ledger.motions());
    const isOld = known !== undefined && this.#chance.percent(40);
    const matter = this.#matter(ledger);
    if (!isOld && matter === null) return;
    const by = this.#chance.pick([this.#by, ...this.#puppets]) ?? this.#by;
    const motion =
      isOld || matter === null
        ? known?.motion
        : (await by.ledger.add({ type: 'motion.open', matter, replaces: [] })).id;
    if (motion === undefined) return;
    const yes = !isOld || this.#chance.percent(30);
    for (const each of [this.#by, ...this.#puppets]) {
      if (this.#chance.percent(85))
        await each.ledger.add({ type: 'motion.vote', motion, yes });
    }
  }

  #matter(
    ledger: NonNullable<RoguePhone['phone']['running']>['replica']['ledger'],
  ): Matter | null {
    const hour = this.#chance.pick([...ledger.transfers()]);
    if (hour !== undefined && this.#chance.percent(60)) {
      const { proposal, party } = hour;
      return { about: 'lines', lines: [{ proposal, party }], stands: false };
    }
    const honest = this.#world.souls.filter(({ isHonest }) => isHonest);
    const member = this.#chance.pick(honest)?.member;
    return member === undefined
      ? null
      : { about: 'member', member, standing: 'removed' };
  }

  #write(work: () => Promise<unknown>): Promise<void> {
    const logs = () => [this.#by.ledger, ...this.#puppets.map(({ ledger }) => ledger)];
    return this.#smuggler.write(logs, [this.#by], work);
  }
}
