/**
 * An honest member whose old page, old phone or guardian somebody else makes use of. They
 * do what an app lets them do: make a page of words, make another, take a second phone,
 * switch one off. And what they wrote, nobody may take from them (T10).
 */
import type { Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import { logIdOf, setKit, switchOff } from '@manyhands/ledger';
import type { Entry, IdentityClaim, Ledger } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import type { Chance } from '../../chance.ts';
import { headsIn } from '../heads.ts';
import { enrol } from '../honest.ts';
import type { SimPhone } from '../phone.ts';
import { isKnownWhole } from '../recoveries.ts';
import { statedBy } from '../soul.ts';
import type { Soul } from '../soul.ts';
import { keyOf } from '../syncKeys.ts';
import type { World } from '../world.ts';
import { profileSaying } from './words.ts';

/** What a phone held when somebody tried to take it away. */
interface Keepsake {
  readonly phone: SimPhone;
  /** How often its disk had been tampered with by then. */
  readonly losses: number;
  readonly entry: Entry;
}

export class OwnerOffender {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #keepsakes: Keepsake[] = [];
  #isBusy = false;
  person: Soul | null = null;

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
  }

  /** A member with one phone at work, of whom nothing is told yet. Null while there is none. */
  choose(): Soul | null {
    if (this.person !== null) return this.person;
    const phone = this.#chance.pick(
      this.#world.writers().filter((each) => {
        return this.#world.isFree(each.soul) && isKnownWhole(this.#world, each);
      }),
    );
    if (phone === undefined) return null;
    this.#world.tellOf(phone.soul);
    this.person = phone.soul;
    return phone.soul;
  }

  /** One of their phones at work. */
  get phone(): SimPhone | undefined {
    return this.#world.writers().find(({ soul }) => soul === this.person);
  }

  /** What their own phone says of them. */
  get version(): number {
    const ledger = this.phone?.running?.replica.ledger;
    return (this.person && ledger?.identityOf(this.person.member).version) ?? 0;
  }

  /** Whether their phone knows all that they stated; else they say it again. */
  isSettled(): boolean {
    const { phone, person } = this;
    if (phone === undefined || person === null) return false;
    const missing = (person.later?.statements ?? []).filter(
      (each) => each.version > this.version,
    );
    const [next] = missing;
    if (next !== undefined) this.#once(() => phone.sign('ledger', next));
    return next === undefined;
  }

  /** A page of words, or another in place of the one they have. */
  makePage(guardians: readonly Soul[] = []): void {
    const { phone, person } = this;
    const replica = phone?.running?.replica;
    if (!phone || !person || !replica || !isKnownWhole(this.#world, phone)) return;
    const key = keyOf(`${person.name}'s page ${this.version + 1}`);
    const named = guardians.map(({ member }) => member);
    const g = Math.floor(named.length / 2) + (named.length > 0 ? 1 : 0);
    const kit = { key: toHex(key.publicKey), guardians: named, g };
    const heads = headsIn(replica, person.member);
    const claim = setKit(replica.ledger, person.member, kit, heads);
    this.#once(() => this.#state(phone, claim, key));
  }

  /** These phones of theirs end where their own phone knows them. */
  switchOff(lost: SimPhone): void {
    const { phone, person } = this;
    const replica = phone?.running?.replica;
    if (!phone || !person || !replica) return;
    const claim = switchOff(
      replica.ledger,
      person.member,
      [lost.device],
      headsIn(replica, person.member),
    );
    this.#once(() => this.#state(phone, claim));
  }

  async #state(
    phone: SimPhone,
    stated: Result<IdentityClaim, unknown>,
    key?: Signer,
  ): Promise<void> {
    const { person } = this;
    if (!stated.ok || person === null) return;
    const before = person.later ?? { key: person.identity, statements: [] };
    const { devices } = stated.value;
    const claim = { ...stated.value, devices: this.withoutStrangers(devices) };
    const { version } = claim;
    const statement = await statedBy(before.key, this.#world.community, claim);
    const statements = [...before.statements, statement];
    person.later = { key: key ?? before.key, version, statements };
    this.#world.note(`${person.name} states version ${version}`);
    await phone.sign('ledger', statement);
  }

  /** What its owner never took into use is switched off on that occasion. */
  withoutStrangers(devices: IdentityClaim['devices']): IdentityClaim['devices'] {
    const own = this.#world.phones.filter(({ soul }) => soul.isHonest);
    return devices.map((listed) => {
      const isKnown = own.some(({ device }) => device === listed.device);
      const goesOn = isKnown || listed.ledgerCut !== null;
      return goesOn ? listed : { ...listed, ledgerCut: 0, boardCut: 0 };
    });
  }

  /** A second phone, which stays beside the first. */
  takeSecond(): SimPhone | null {
    const { phone, person } = this;
    if (!phone || !person || !isKnownWhole(this.#world, phone)) return null;
    const next = this.#world.phoneFor(person);
    this.#world.note(`${person.name} takes ${next.name} into use`);
    this.#once(async () => {
      if ((await enrol(next, phone)) === null) next.retire();
      else next.boot();
    });
    return next;
  }

  /** Something on their board that can be taken away. */
  write(): void {
    const { phone, person } = this;
    const board = phone?.running?.replica.board;
    if (!phone || !person || !board) return;
    const rev = (board.profileOf(person.member)?.rev ?? -1) + 1;
    const profile = { ...profileSaying(person.name, rev), skills: [rev % 100] };
    this.#once(() => phone.sign('board', profile));
  }

  /**
   * From now on nobody but their owner may take away what their phone shows: it knows by
   * now that whoever tries it may not.
   */
  keep(): void {
    const { phone, person } = this;
    if (!phone || !person) return;
    const cuts = phone.running?.replica.ledger.cuts() ?? [];
    const ends = new Map(cuts.map(({ log, seq }) => [logIdOf(log), seq]));
    for (const entry of boardEntriesOf(phone.running?.replica, person)) {
      // What came from beyond an end is shown nowhere, and need not be kept (replica/P7).
      if (entry.seq >= (ends.get(entry.logId) ?? Number.POSITIVE_INFINITY)) continue;
      // An app takes an invite back by itself, once who came by it has left (replica/P8).
      if (entry.content.type === 'invite.open') continue;
      if (!this.#world.witness.honest.has(entry.id)) continue;
      if (this.#keepsakes.some((each) => each.entry.id === entry.id)) continue;
      this.#keepsakes.push({ phone, losses: phone.losses, entry });
    }
  }

  /** Fails a phone from which somebody took what was not theirs. */
  judge(): void {
    const { person } = this;
    const hasLeft = [...this.#world.witness.honest.values()].some(
      ({ content, log }) =>
        content.type === 'member.leave' && log.member === person?.member,
    );
    if (hasLeft) return;
    for (const { phone, losses, entry } of this.#keepsakes) {
      const { running, isRetired } = phone;
      if (running === null || isRetired || phone.losses !== losses) continue;
      // While nobody can say whose page counts, the old one is as good as the new (ledger/L12).
      if (running.replica.ledger.isContested(entry.log.member)) continue;
      const isErased = this.#world.witness.wished.has(entry.id);
      if (isErased || running.replica.entry(entry.id) !== null) continue;
      this.#world.fail(
        `${phone.name} lost a ${entry.content.type} that nobody else may take away`,
      );
    }
  }

  #once(work: () => Promise<unknown>): void {
    if (this.#isBusy) return;
    this.#isBusy = true;
    const over = (): void => {
      this.#isBusy = false;
    };
    this.#world.watch(work().finally(over));
  }
}

/** What stands on the member's boards but erases. */
export const boardEntriesOf = (
  replica: Replica | undefined,
  { member }: Soul,
): readonly Entry[] =>
  (replica?.board.entriesOf(member) ?? []).filter(
    ({ content }) => content.type !== 'erase',
  );

export const versionIn = (ledger: Ledger | undefined, { member }: Soul): number =>
  ledger?.identityOf(member).version ?? 0;
