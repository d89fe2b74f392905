/**
 * One member of this world makes a kit, and some day loses everything. Guardians bring
 * them back, or try to in two ways at once, or while somebody who found the words is
 * faster (ledger/L12, findings/A10).
 */
import { toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import { recoverMember, setKit } from '@manyhands/ledger';
import type { IdentityClaim, IdentitySet, Ledger } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import { confirmed, helped, profileOf } from '../community.ts';
import type { Chance } from '../chance.ts';
import { headsIn } from './heads.ts';
import { enrol } from './honest.ts';
import type { SimPhone } from './phone.ts';
import { statedBy } from './soul.ts';
import type { Soul } from './soul.ts';
import { keyOf } from './syncKeys.ts';
import type { World } from './world.ts';

type Plot = 'bringBack' | 'rivals' | 'thief';

/** What one guardian will say, from which day on. */
interface Promised {
  readonly guardian: Soul;
  readonly keys: readonly Signer[];
  readonly from: number;
}

/** Somebody who has the words, and what they state with them. */
interface Thief {
  readonly from: number;
  readonly soul: Soul;
  readonly phone: SimPhone;
  /** Their claim; null until they have seen the kit it is to follow. */
  claim: IdentitySet | null;
}

/** Where somebody else's log takes a statement: any log will do (formats 5/5). */
export type Scribe = (content: IdentitySet) => Promise<unknown>;

export class Recoveries {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #erasing: Chance;
  readonly #plot: Plot;
  readonly #rogue: Scribe | null;
  readonly #kitFrom: number;
  #lossFrom = Number.POSITIVE_INFINITY;
  /** Who made the kit, and the guardians it names. */
  #person: Soul | null = null;
  #guardians: readonly Soul[] = [];
  #promised: readonly Promised[] = [];
  #thief: Thief | null = null;
  #isLost = false;
  #newPhone: SimPhone | null = null;

  constructor(world: World, rogue: Scribe | null) {
    this.#world = world;
    this.#rogue = rogue;
    this.#chance = world.chance.branch('recoveries').branch('story');
    this.#erasing = world.chance.branch('recoveries').branch('erasing');
    this.#plot = this.#chance.weighted({ bringBack: 25, rivals: 40, thief: 35 });
    this.#kitFrom = this.#chance.between(1, 12);
  }

  /** Whatever is due on this day of the world. */
  turn(day: number): void {
    if (day < this.#kitFrom) return;
    if (!this.#isLost) {
      if (!this.#isKitKnown()) this.#makeKit();
      else if (this.#lossFrom > day + 60) this.#lossFrom = day + this.#upTo(25);
      else if (day >= this.#lossFrom) this.#lose(day);
      return;
    }
    for (const promised of this.#promised) {
      if (day >= promised.from && this.#chance.percent(40)) this.#speak(promised);
    }
    if (this.#thief !== null && day >= this.#thief.from) this.#steal(this.#thief);
    if (this.#plot !== 'rivals' && this.#chance.percent(20)) this.#comeBack();
  }

  #upTo(days: number): number {
    return this.#chance.between(0, days);
  }

  /** The kit, once with the same words however often it has to be said. */
  #makeKit(): void {
    const phone = this.#chance.pick(this.#world.writers().filter(this.#mayMakeKit));
    const replica = phone?.running?.replica;
    if (phone === undefined || replica === undefined) return;
    this.#world.watch(this.#stateKit(phone, replica));
  }

  /** Of everybody one, who has one phone, so that no other of theirs is left out. */
  readonly #mayMakeKit = (phone: SimPhone): boolean =>
    this.#person === null
      ? this.#world.isFree(phone.soul) && isKnownWhole(this.#world, phone)
      : phone.soul === this.#person;

  async #stateKit(phone: SimPhone, replica: Replica): Promise<void> {
    const { soul } = phone;
    const { ledger } = replica;
    if (soul.later === null) {
      const others = this.#world.souls.filter(
        (each) => each !== soul && each.isHonest && ledger.isEverMember(each.member),
      );
      if (others.length < 2) return;
      const guardians = this.#chance.shuffled(others).slice(0, 3);
      const key = keyOf(`${soul.name}'s words`);
      const kit = {
        key: toHex(key.publicKey),
        guardians: guardians.map(({ member }) => member),
        g: 2,
      };
      const claim = setKit(ledger, soul.member, kit, headsIn(replica, soul.member));
      if (!claim.ok) return;
      this.#person = soul;
      this.#world.tellOf(soul);
      this.#guardians = guardians;
      soul.later = { key, version: 1, statements: [] };
      const statement = await statedBy(
        soul.identity,
        this.#world.community,
        claim.value,
      );
      soul.later = { key, version: 1, statements: [statement] };
      this.#world.note(`${soul.name} makes a kit`);
      // Words that whoever finds the page may erase.
      for (const rev of [1_001, 1_002]) await phone.sign('board', profileOf(soul, rev));
    }
    const [stated] = soul.later.statements;
    if (stated) await phone.sign('ledger', stated);
  }

  /** Whether somebody else has heard of it, who can say so when the phone is gone. */
  #isKitKnown(): boolean {
    const person = this.#person;
    return (
      person !== null &&
      this.#guardians.some((soul) =>
        this.#world
          .writers()
          .filter((phone) => phone.soul === soul)
          .some(({ running }) => versionAt(running?.replica.ledger, person) > 0),
      )
    );
  }

  /** The phones are gone, for good. */
  #lose(day: number): void {
    const person = this.#person;
    // Somebody has to be left who can sign others in.
    const isLast = this.#world
      .writers()
      .every(({ soul, wasRestored }) => soul === person || wasRestored);
    if (person === null || isLast) return;
    this.#isLost = true;
    this.#world.note(`${person.name} loses everything: ${this.#plot}`);
    for (const phone of this.#world.phones) if (phone.soul === person) phone.retire();
    this.#promised = this.#promises(person, day);
    if (this.#plot === 'thief') this.#thief = this.#thiefOf(person, day);
  }

  #promises(person: Soul, day: number): Promised[] {
    const [own, other] = [
      keyOf(`${person.name}'s new key`),
      keyOf(`another key for ${person.name}`),
    ];
    const isSplit = this.#chance.percent(25);
    return this.#guardians.map((guardian, i) => {
      const from = day + this.#upTo(this.#chance.percent(25) ? 60 : 12);
      if (this.#plot !== 'rivals') return { guardian, keys: [own], from };
      // Two quorums share a guardian at least (findings/A10): without one there is no rival.
      if (this.#guardians.length === 2) return { guardian, keys: [own, other], from };
      const both = isSplit ? [other] : [own, other];
      return { guardian, keys: [[own], both, [other]][i] ?? [], from };
    });
  }

  /** A guardian's word; again and again, as their app would take it. */
  #speak({ guardian, keys }: Promised): void {
    const phones = this.#world.writers().filter(({ soul }) => soul === guardian);
    const phone = this.#chance.pick(phones);
    const key = this.#chance.pick(keys);
    const replica = phone?.running?.replica;
    const person = this.#person;
    if (!phone || !key || !replica || !person) return;
    const { ledger } = replica;
    const { member } = person;
    const heads = headsIn(replica, member);
    const name = toHex(key.publicKey);
    const word = recoverMember(ledger, guardian.member, { member, key: name }, heads);
    if (!word.ok) return;
    let content = word.value;
    if (this.#plot === 'rivals') {
      // Whoever helps the other one has not heard that anything is decided.
      const version = 2;
      const begun = ledger
        .recoveriesUnderWay(member)
        .find((each) => each.version === version && each.key === name);
      if (begun?.by.includes(guardian.member) === true) return;
      content = { ...content, version, devices: begun?.devices ?? content.devices };
    }
    this.#world.note(`${phone.name} says that ${name.slice(0, 8)} is ${person.name}`);
    this.#world.watch(phone.sign('ledger', content));
  }

  #thiefOf(person: Soul, day: number): Thief {
    const name = `Whoever has the words of ${person.name}`;
    const key = keyOf(name);
    const later = { key, version: 2, statements: [] };
    const soul: Soul = { ...person, name, isHonest: false, later };
    const phone = this.#world.phoneFor(soul);
    return { from: day + this.#upTo(20), soul, phone, claim: null };
  }

  /** States the next number with the found words, then writes in the member's name. */
  #steal({ soul, phone, ...thief }: Thief): void {
    if (!this.#chance.percent(25)) return;
    const host = this.#chance.pick(this.#world.writers());
    const ledger = host?.running?.replica.ledger;
    if (host === undefined || ledger === undefined) return;
    if (thief.claim === null) {
      if (versionAt(ledger, soul) > 0) this.#world.watch(this.#takeOver(host, ledger));
    } else if (!phone.hasLived) {
      this.#world.watch(
        enrol(phone, host).then((entry) => {
          if (entry !== null) phone.boot();
        }),
      );
    } else if (phone.isOff) {
      phone.boot();
    } else {
      this.#world.dial(phone, host);
      this.#world.watch(this.#pretend(phone, host));
    }
  }

  async #takeOver(host: SimPhone, ledger: Ledger): Promise<void> {
    const [thief, person] = [this.#thief, this.#person];
    if (thief?.soul.later == null || person?.later == null) return;
    const { member } = person;
    const cut = this.#chance.pick([null, 0, 1]) ?? null;
    const devices = ledger
      .devicesOf(member)
      .map(({ device }) => ({ device, ledgerCut: cut, boardCut: cut }));
    const named = this.#chance.percent(25) ? ledger.identityOf(member) : null;
    const claim: IdentityClaim = {
      member,
      version: 2,
      devices,
      key: toHex(thief.soul.later.key.publicKey),
      guardians: named?.guardians ?? [],
      g: named?.g ?? 0,
      by: toHex(person.later.key.publicKey),
    };
    const statement = await statedBy(person.later.key, this.#world.community, claim);
    if (thief.claim !== null) return;
    thief.claim = statement;
    this.#world.note(`${thief.soul.name} states version 2`);
    if (this.#rogue !== null && this.#chance.percent(50)) await this.#rogue(statement);
    else await host.sign('ledger', statement);
  }

  /** As if they were the member: asks, says yes, and erases what they wrote. */
  async #pretend(phone: SimPhone, whom: SimPhone): Promise<void> {
    const waiting = phone.running?.replica.ledger.waitingFor(phone.soul.member) ?? [];
    const asked = this.#chance.pick(waiting);
    const minutes = this.#chance.between(1, 300);
    const content = asked ? confirmed(asked.proposal) : helped(whom.soul, minutes);
    if (whom.soul.member !== phone.soul.member) await phone.sign('ledger', content);
    const board = phone.running?.replica.board.entriesOf(phone.soul.member) ?? [];
    const words = board.filter((each) => each.content.type !== 'erase');
    // Of what stands before another word a gap is seen, if it comes to be one.
    const some = words.slice(0, this.#erasing.between(0, words.length));
    if (some.length > 0 && this.#erasing.percent(60)) await phone.erase(some);
  }

  /** Once the new key speaks for them, a new phone under it, which somebody signs in. */
  #comeBack(): void {
    const person = this.#person;
    const host = this.#chance.pick(this.#world.writers());
    if (person === null || host?.running == null || this.#newPhone !== null) return;
    const key = keyOf(`${person.name}'s new key`);
    const now = host.running.replica.ledger.identityOf(person.member);
    if (now.key !== toHex(key.publicKey)) return;
    person.later = { key, version: now.version, statements: [] };
    const next = this.#world.phoneFor(person);
    this.#newPhone = next;
    this.#world.note(`${person.name} is back, with ${next.name}`);
    this.#world.watch(
      enrol(next, host).then((entry) => {
        if (entry !== null) return next.boot();
        next.retire();
        this.#newPhone = null;
      }),
    );
  }
}

const versionAt = (ledger: Ledger | undefined, { member }: Soul): number =>
  ledger?.identityOf(member).version ?? 0;

/** Its owner has no other phone at work, and none of which it has not heard. */
export function isKnownWhole(world: World, { soul, running }: SimPhone): boolean {
  const own = world.phones.filter((each) => each.soul === soul);
  const known = running?.replica.ledger.devicesOf(soul.member) ?? [];
  return (
    own.filter(({ isRetired }) => !isRetired).length === 1 &&
    own.every(({ device }) => known.some((each) => each.device === device))
  );
}
