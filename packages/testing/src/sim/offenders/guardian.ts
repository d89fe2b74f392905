/**
 * One guardian of several, below the quorum: names a key as the member's, and certifies
 * devices with it. Nobody else says so, ever.
 */
import { toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import type { Chance } from '../../chance.ts';
import type { RoguePhone } from '../rogue.ts';
import { enrolmentWith } from '../soul.ts';
import type { Soul } from '../soul.ts';
import { keyOf } from '../syncKeys.ts';
import type { World } from '../world.ts';
import { Doubles, usual } from './doubles.ts';
import type { Offender } from './kinds.ts';
import { OwnerOffender } from './owner.ts';

export class SingleGuardian implements Offender {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #owner: OwnerOffender;
  readonly #doubles: Doubles;
  readonly #guardian: RoguePhone;
  readonly #from: number;
  #named = 0;

  constructor(world: World, chance: Chance, guardian: RoguePhone) {
    this.#world = world;
    this.#chance = chance;
    this.#guardian = guardian;
    this.#owner = new OwnerOffender(world, chance.branch('owner'));
    this.#doubles = new Doubles(
      world,
      chance.branch('doubles'),
      this.#owner,
      guardian,
      usual,
    );
    this.#from = chance.between(1, 12);
  }

  turn(day: number): void {
    const owner = this.#owner;
    if (day < this.#from || owner.choose() === null || !owner.isSettled()) return;
    const { person } = owner;
    if (person === null) return;
    if (this.#chance.percent(15)) owner.write();
    if (owner.version === 0) {
      const guardians = this.#guardiansOf(person);
      if (guardians !== null) owner.makePage(guardians);
      return;
    }
    owner.keep();
    if (this.#chance.percent(25)) this.#world.watch(this.#act(person));
  }

  leave(): void {
    this.#doubles.leave();
  }

  judge(): void {
    this.#owner.judge();
  }

  /** Two who are honest, and one who is not, of whom two must agree. */
  #guardiansOf(person: Soul): Soul[] | null {
    const ledger = this.#owner.phone?.running?.replica.ledger;
    const isMember = ({ member }: Soul): boolean =>
      ledger?.isEverMember(member) === true;
    const one = this.#guardian.phone.soul;
    const honest = this.#world.souls.filter((each) => {
      return each !== person && each.isHonest && isMember(each);
    });
    if (!isMember(one) || honest.length < 2) return null;
    return [one, ...this.#chance.shuffled(honest).slice(0, 2)];
  }

  async #act(person: Soul): Promise<void> {
    if (this.#doubles.count > 0 && !this.#chance.percent(15)) {
      await this.#doubles.misbehave();
      return;
    }
    if (this.#doubles.count >= 2) return;
    this.#named += 1;
    const key = keyOf(`a guardian's key ${this.#named} for ${person.name}`);
    await this.#name(person, key);
    await this.#enrol(person, key);
  }

  /** "This is their key now": one word of the two that it takes. */
  async #name(person: Soul, key: Signer): Promise<void> {
    const ledger = this.#owner.phone?.running?.replica.ledger;
    const { member } = person;
    const devices = (ledger?.devicesOf(member) ?? []).map(({ device }) => {
      return { device, ledgerCut: 0, boardCut: 0 };
    });
    await this.#doubles.write(() =>
      this.#guardian.ledger.add({
        type: 'guardian.recover',
        member,
        version: 2,
        key: toHex(key.publicKey),
        devices,
      }),
    );
  }

  async #enrol(person: Soul, key: Signer): Promise<void> {
    const double = this.#doubles.invent(person);
    const { device, box } = double.phone;
    const { community } = this.#world;
    const named = { community, member: person.member, device, box, role: 0 } as const;
    const content = await enrolmentWith(key, 2, named);
    const by = this.#chance.percent(60) ? double.ledger : this.#guardian.ledger;
    this.#world.note(`${double.phone.name} is enrolled by one guardian's word`);
    await this.#doubles.write(() => by.add(content));
  }
}
