/**
 * Somebody has found a member's old page of words, after the member, or the member's
 * guardians, have put another in its place; or a little before. With the old key they
 * certify devices of their own.
 */
import { toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import type { GuardianRecover, IdentityClaim } from '@manyhands/ledger';
import type { Chance } from '../../chance.ts';
import type { SimPhone } from '../phone.ts';
import type { RoguePhone } from '../rogue.ts';
import { enrolmentWith, statedBy } from '../soul.ts';
import type { Soul } from '../soul.ts';
import { keyOf } from '../syncKeys.ts';
import type { World } from '../world.ts';
import { Doubles, usual } from './doubles.ts';
import type { Offender } from './kinds.ts';
import { OwnerOffender, versionIn } from './owner.ts';

interface Page {
  readonly key: Signer;
  readonly version: number;
}

export class Outranked implements Offender {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #owner: OwnerOffender;
  readonly #doubles: Doubles;
  readonly #accomplice: RoguePhone;
  /** Who puts the new page in the old one's place. */
  readonly #by: 'key' | 'guardians';
  readonly #from: number;
  /** Whether they act before the page is replaced: by then they still may. */
  readonly #isEarly: boolean;
  /** The old page, and whom it named. */
  #page: Page | null = null;
  #guardians: readonly Soul[] = [];
  #replacedFrom = Number.POSITIVE_INFINITY;

  constructor(world: World, chance: Chance, accomplice: RoguePhone) {
    this.#world = world;
    this.#chance = chance;
    this.#accomplice = accomplice;
    this.#owner = new OwnerOffender(world, chance.branch('owner'));
    this.#doubles = new Doubles(
      world,
      chance.branch('doubles'),
      this.#owner,
      accomplice,
      usual,
    );
    this.#by = chance.percent(50) ? 'key' : 'guardians';
    this.#from = chance.between(1, 12);
    this.#isEarly = chance.percent(25);
  }

  turn(day: number): void {
    const owner = this.#owner;
    if (day < this.#from || owner.choose() === null) return;
    if (!owner.isSettled()) return;
    const { person } = owner;
    if (person === null) return;
    if (this.#chance.percent(15)) owner.write();
    const page = this.#page;
    if (page === null) {
      this.#takePage(person, day);
      return;
    }
    const isReplaced = owner.version > page.version;
    if (!isReplaced && day >= this.#replacedFrom) this.#replace(person, page);
    if (!isReplaced && !this.#isEarly) return;
    if (isReplaced) owner.keep();
    if (this.#chance.percent(25)) this.#world.watch(this.#act(person, page));
  }

  leave(): void {
    this.#doubles.leave();
  }

  judge(): void {
    this.#owner.judge();
  }

  /** Once the member has a page, somebody has found it. */
  #takePage(person: Soul, day: number): void {
    const { later } = person;
    if (later === null) {
      if (this.#by === 'guardians') this.#guardians = this.#chooseGuardians(person);
      this.#owner.makePage(this.#guardians);
    } else {
      this.#page = { key: later.key, version: later.version };
      this.#replacedFrom = day + this.#chance.between(3, 15);
    }
  }

  #chooseGuardians(person: Soul): Soul[] {
    const ledger = this.#owner.phone?.running?.replica.ledger;
    const others = this.#world.souls.filter((each) => {
      const isMember = ledger?.isEverMember(each.member) === true;
      return each !== person && each.isHonest && isMember;
    });
    return this.#chance.shuffled(others).slice(0, 3);
  }

  #replace(person: Soul, page: Page): void {
    const g = Math.floor(this.#guardians.length / 2) + 1;
    if (this.#guardians.length < 2) this.#owner.makePage();
    else this.#speakFor(person, page, this.#guardians.slice(0, g));
  }

  /**
   * Guardians write in equal words that another page speaks for the member, and for no
   * phone that the member never took into use.
   */
  #speakFor(person: Soul, page: Page, guardians: readonly Soul[]): void {
    const { phone } = this.#owner;
    const ledger = phone?.running?.replica.ledger;
    if (ledger === undefined) return;
    const key = keyOf(`${person.name}'s page by guardians`);
    const { member } = person;
    const version = page.version + 1;
    const known = guardians
      .flatMap((each) => this.#phoneOf(each)?.running?.replica.ledger ?? [])
      .flatMap((each) => each.recoveriesUnderWay(member))
      .find((each) => each.version === version && each.key === toHex(key.publicKey));
    const own = this.#owner.withoutStrangers(
      ledger
        .devicesOf(member)
        .map(({ device }) => ({ device, ledgerCut: null, boardCut: null })),
    );
    const content: GuardianRecover = {
      type: 'guardian.recover',
      member,
      version,
      key: toHex(key.publicKey),
      devices: known?.devices ?? own,
    };
    person.later = { key, version, statements: person.later?.statements ?? [] };
    for (const guardian of guardians) {
      const own = this.#phoneOf(guardian);
      const said = own?.running?.replica.ledger.recoveriesUnderWay(member) ?? [];
      const hasSaid = said.some(({ by }) => by.includes(guardian.member));
      const isOver = versionIn(own?.running?.replica.ledger, person) >= version;
      if (own && !hasSaid && !isOver) this.#world.watch(own.sign('ledger', content));
    }
  }

  #phoneOf(soul: Soul): SimPhone | undefined {
    return this.#world.writers().find((each) => each.soul === soul);
  }

  async #act(person: Soul, page: Page): Promise<void> {
    if (this.#doubles.count === 0 || this.#chance.percent(8)) {
      if (this.#doubles.count >= 2) return;
      await this.#enrol(person, page);
      return;
    }
    if (this.#by === 'guardians' && this.#chance.percent(15)) {
      await this.#contradict(person, page);
      return;
    }
    await this.#doubles.misbehave();
  }

  /** A device of the thief's, under the old key: in its own log, or in an accomplice's. */
  async #enrol(person: Soul, { key, version }: Page): Promise<void> {
    const double = this.#doubles.invent(person);
    const { device, box } = double.phone;
    const { community } = this.#world;
    const named = { community, member: person.member, device, box, role: 0 } as const;
    const content = await enrolmentWith(key, version, named);
    const by = this.#chance.percent(60) ? double.ledger : this.#accomplice.ledger;
    this.#world.note(`${double.phone.name} is enrolled under an old page`);
    await this.#doubles.write(() => by.add(content));
  }

  /** A claim at the number that guardians have decided: it is outranked. */
  async #contradict(person: Soul, { key, version }: Page): Promise<void> {
    const ledger = this.#owner.phone?.running?.replica.ledger;
    const claim: IdentityClaim = {
      member: person.member,
      version: version + 1,
      g: 0,
      guardians: [],
      key: toHex(keyOf(`a page of a thief's for ${person.name}`).publicKey),
      devices: (ledger?.devicesOf(person.member) ?? []).map(({ device }) => {
        return { device, ledgerCut: 0, boardCut: 0 };
      }),
      by: version === 0 ? null : toHex(key.publicKey),
    };
    const content = await statedBy(key, this.#world.community, claim);
    await this.#doubles.write(() => this.#accomplice.ledger.add(content));
  }
}
