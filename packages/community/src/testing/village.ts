import { assert, minutesPerDay } from '@manyhands/base';
import type {
  CommunityId,
  DeviceKey,
  LogId,
  MemberId,
  Minutes,
  MinuteOfTime,
} from '@manyhands/base';
import { concat, encode, toHex } from '@manyhands/codec';
import { createSealingKey, createSigningKey, randomBytes } from '@manyhands/keys';
import type { SealingKey, Signer, SigningKey } from '@manyhands/keys';
import {
  bodyHashOf,
  communityIdOf,
  draftCharter,
  encodeCharter,
  entryIdOf,
  entryMessage,
  foundCommunity,
  logIdOf,
} from '@manyhands/ledger';
import type { Charter } from '@manyhands/ledger';
import { encodePage, openReplica, openWriter, startDuties } from '@manyhands/replica';
import type { Replica, ReplicaOptions } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import { certify, proveHolding } from '@manyhands/door';
import { recordHelp, sayYes } from '../hours/acts.ts';
import { OpenedCommunity } from '../openedCommunity.ts';
import { showMyself } from '../people/profile.ts';
import { VillagePlace } from './villagePlace.ts';
import type { Clock } from './villagePlace.ts';

interface Keys {
  readonly identity: SigningKey;
  readonly device: SigningKey;
  readonly sealing: SealingKey;
  /** A device that was added later does not hold the identity key. */
  readonly isFurther?: boolean;
}

interface Villager<C> {
  readonly keys: Keys;
  readonly community: C;
  readonly place: VillagePlace;
}

/** Tuesday 12 May 2026, ten past nine. */
export const villageDay = 20_585;

/**
 * A community in memory whose members all stand on one replica, so that what one of
 * them signs is at once before all the others. `C` is how each of them sees it.
 */
export class Village<C extends OpenedCommunity = OpenedCommunity> {
  readonly clock: Clock = { minute: villageDay * minutesPerDay + 550 };
  readonly id: CommunityId;
  readonly name: string;
  readonly #replica: Replica;
  readonly #see: (place: VillagePlace) => C;
  #pauses: Pauses = {};
  readonly #villagers = new Map<string, Villager<C>>();
  readonly #secret = randomBytes(32);

  private constructor(replica: Replica, name: string, see: (place: VillagePlace) => C) {
    this.id = replica.community;
    this.name = name;
    this.#replica = replica;
    this.#see = see;
  }

  /** Founded by `founder`, `ago` days before the village's today. */
  static found(founder: string, told: FoundingTold = {}): Promise<Village> {
    return Village.foundSeen(founder, told, (place) => new OpenedCommunity(place));
  }

  /** The same, and `see` says how its members see it. */
  static async foundSeen<C extends OpenedCommunity>(
    founder: string,
    { ago = 0, pauses = {}, ...charter }: FoundingTold,
    see: (place: VillagePlace) => C,
  ): Promise<Village<C>> {
    const keys = await newKeys();
    const drafted = draftCharter({
      random: toHex(randomBytes(16)),
      founder: toHex(keys.identity.publicKey) as MemberId,
      device: toHex(keys.device.publicKey) as DeviceKey,
      name: 'Riverside',
      unit: 'hour',
      limit: 600 as Minutes,
      ...charter,
    });
    assert(drafted.ok, 'the charter fits');
    const id = communityIdOf(encodeCharter(drafted.value));
    const store = createMemoryStore();
    const replica = await openReplica({ community: id, store, ...pauses });
    assert(replica.ok, 'memory opens');
    const village = new Village(replica.value, drafted.value.name, see);
    village.#pauses = pauses;
    village.goTo(villageDay - ago);
    const { place } = await village.#settle(founder, keys, replica.value);
    const certificate = await certify(id, { ...keys, box: keys.sealing.publicKey });
    const content = foundCommunity(drafted.value, certificate);
    assert(content.ok, 'a drafted charter founds');
    await place.writer.append('ledger', content.value);
    await showMyself(place, { name: founder, skills: [] });
    return village;
  }

  /** It is ten past nine on this day, until it is moved again. */
  goTo(day: number): void {
    this.clock.minute = day * minutesPerDay + 550;
  }

  /** A newcomer, let in by somebody who is in; who came by an invite holds its key. */
  async admit(
    name: string,
    {
      by,
      skills = [],
      invite,
    }: { by: string; skills?: readonly number[]; invite?: Signer },
  ): Promise<void> {
    const keys = await newKeys();
    const { member, device, box, role, certSig } = await certify(this.id, {
      ...keys,
      box: keys.sealing.publicKey,
    });
    await this.#of(by).place.writer.append('ledger', {
      type: 'member.admit',
      member,
      device,
      box,
      role,
      certSig,
      invite: invite
        ? {
            invitePub: toHex(invite.publicKey),
            proof: await proveHolding(invite, { community: this.id, member, device }),
          }
        : null,
    });
    const { place } = await this.#settle(name, keys, this.#replica);
    await showMyself(place, { name: nameOnly(name), skills });
  }

  /** Somebody who has knocked and waits: on a replica of their own, with nothing in it. */
  async knock(name: string): Promise<C> {
    const keys = await newKeys();
    const member = toHex(keys.identity.publicKey) as MemberId;
    const device = toHex(keys.device.publicKey) as DeviceKey;
    const own = { member, device };
    const store = createMemoryStore();
    const replica = await openReplica({ community: this.id, store, own });
    assert(replica.ok, 'memory opens');
    const villager = await this.#settle(name, keys, replica.value, null);
    await showMyself(villager.place, { name, skills: [] });
    return villager.community;
  }

  /** One more device of `name`, added by the one they have; known as `as`. */
  async addDevice(name: string, as: string): Promise<C> {
    const { keys: first, place } = this.#of(name);
    const keys = { ...(await newKeys()), identity: first.identity };
    await place.writer.append('ledger', {
      type: 'device.add',
      device: toHex(keys.device.publicKey) as DeviceKey,
      box: toHex(keys.sealing.publicKey),
      role: 0,
    });
    const further = { ...keys, isFurther: true };
    return (await this.#settle(as, further, this.#replica)).community;
  }

  /** The community as this member sees it. */
  as(name: string): C {
    return this.#of(name).community;
  }

  placeOf(name: string): VillagePlace {
    return this.#of(name).place;
  }

  memberOf(name: string): MemberId {
    return this.#of(name).place.membership.member;
  }

  /** Everything there is so far, stored by these members' devices. */
  acksOf(names: readonly string[]): Map<DeviceKey, Map<LogId, number>> {
    const logs = this.#replica.vector().map(({ logId, length }) => [logId, length]);
    return new Map(
      names.map((name) => [
        this.#of(name).place.membership.device,
        new Map(logs as [LogId, number][]),
      ]),
    );
  }

  /** They helped, they were helped, and unless `open` both said so. */
  async help(
    helper: string,
    helped: string,
    minutes: number,
    {
      daysAgo = 0,
      category = null,
      text = '',
      open = false,
      by = helper,
    }: HelpTold = {},
  ): Promise<void> {
    const today = this.clock.minute;
    this.goTo(villageDay - daysAgo);
    const other = by === helper ? helped : helper;
    const asked = await recordHelp(this.placeOf(by), {
      with: this.memberOf(other),
      iHelped: by === helper,
      minutes: minutes as Minutes,
      day: this.placeOf(by).today(),
      category,
      text,
      instead: null,
    });
    assert(asked.ok, `${by} cannot ask ${other}`);
    if (!open) {
      const said = await sayYes(this.placeOf(other), asked.value);
      assert(said.ok, 'what was asked waits');
    }
    this.clock.minute = today;
  }

  /** An entry of a kind that only a later version knows: it may move hours. */
  async sayOfTomorrow(name: string): Promise<void> {
    const { membership, device, replica } = this.#of(name).place;
    const log = { ...membership, kind: 'ledger' as const, device: membership.device };
    const { length, head } = replica.head(log);
    const body = encode([60, this.clock.minute, []]);
    const id = entryIdOf(logIdOf(log), length, head, bodyHashOf(body));
    const stored = concat(body, await device.sign(entryMessage(id)));
    const run = { ...log, from: length, prev: head, items: [stored] };
    const page = encodePage({ evidence: [], runs: [run] });
    const received = await replica.receive(page, { type: 'message' });
    assert(received.added.length === 1, 'what is signed in its place is taken');
  }

  /** `name` writes what stands last on their page once more, otherwise; `by` proves it. */
  async writeTwice(name: string, by: string): Promise<void> {
    const { membership, device, replica } = this.#of(name).place;
    const log = { ...membership, kind: 'ledger' as const };
    const last = replica.entry(replica.head(log).head);
    assert(last, 'something stands on the page');
    const body = encode([60, this.clock.minute, []]);
    const id = entryIdOf(logIdOf(log), last.seq, last.prev, bodyHashOf(body));
    const stored = concat(body, await device.sign(entryMessage(id)));
    const run = { ...log, from: last.seq, prev: last.prev, items: [stored] };
    const page = encodePage({ evidence: [], runs: [run] });
    await replica.receive(page, { type: 'message' });
    const duties = startDuties({
      replica,
      writer: this.#of(by).place.writer,
      clock: () => this.clock.minute * 60_000,
      isQuiet: () => true,
      random: () => 0,
    });
    await duties.rest();
    duties.close();
  }

  async #settle(
    name: string,
    keys: Keys,
    replica: Replica,
    secret: Uint8Array | null = this.#secret,
  ): Promise<Villager<C>> {
    const { clock } = this;
    const store = createMemoryStore();
    const member = toHex(keys.identity.publicKey) as MemberId;
    const writer = await openWriter({
      replica,
      member,
      device: keys.device,
      store,
      now: () => clock.minute as MinuteOfTime,
      randomBytes,
      ...this.#pauses,
    });
    assert(writer.ok, 'an empty journal opens');
    const place = new VillagePlace({
      membership: {
        community: this.id,
        device: toHex(keys.device.publicKey) as DeviceKey,
        member,
        communityName: this.name,
        demo: false,
      },
      replica,
      writer: writer.value,
      notes: store.notes,
      journalFor: (other) => store.journalFor(other),
      device: keys.device,
      sealing: keys.sealing,
      identity: keys.isFurther === true ? null : keys.identity,
      clock,
      secret,
    });
    const villager = { keys, place, community: this.#see(place) };
    this.#villagers.set(name, villager);
    return villager;
  }

  #of(name: string): Villager<C> {
    const villager = this.#villagers.get(name);
    assert(villager, `${name} lives elsewhere`);
    return villager;
  }
}

/** When it was founded, and what its charter says otherwise. */
export type FoundingTold = Partial<Charter> & { ago?: number; pauses?: Pauses };
/** Somebody looks while pages come in. */
type Pauses = Pick<ReplicaOptions, 'breathe'>;

export interface HelpTold {
  readonly daysAgo?: number;
  readonly category?: number | null;
  readonly text?: string;
  /** Asked and not answered. */
  readonly open?: boolean;
  /** Who recorded it. */
  readonly by?: string;
}

/** "Carme (2)" shows herself as "Carme": two people may well have one name. */
const nameOnly = (name: string): string => name.replace(/ \(\d+\)$/, '');

async function newKeys(): Promise<Keys> {
  const [identity, device, sealing] = await Promise.all([
    createSigningKey(),
    createSigningKey(),
    createSealingKey(),
  ]);
  return { identity, device, sealing };
}
