/**
 * Actors who want to do harm. Each has a phone of the real kind, to learn real pages
 * from, logs written by hand, and links through which it says what no app would.
 */
import type { CommunityId, DeviceKey, MemberId, MinuteOfTime } from '@manyhands/base';
import { encode, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { deviceStatement, encodeTravelling, zeroId } from '@manyhands/ledger';
import type { Link } from '@manyhands/mesh';
import { encodePage, pageOf, readPage } from '@manyhands/replica';
import type { Page, Run } from '@manyhands/replica';
import { LogBuilder } from '../logBuilder.ts';
import type { Hand } from '../logBuilder.ts';
import type { Chance } from './chance.ts';
import type { Life } from './network.ts';
import { mutate } from './mutate.ts';
import type { Phone, Soul } from './phone.ts';
import { keyOf } from './syncKeys.ts';
import type { World } from './world.ts';

/** Numbers of the wire messages (mesh/src/messages.ts), as a hostile client knows them. */
const wire = { vector: 2, ask: 3, page: 4, news: 6, ack: 7 };

interface Rogue {
  readonly soul: Soul;
  readonly phones: RoguePhone[];
}

interface RoguePhone {
  readonly phone: Phone;
  readonly hand: Hand;
  readonly ledger: LogBuilder;
  readonly board: LogBuilder;
  readonly links: Link[];
}

export class Rogues {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #rogues: Rogue[];

  constructor(world: World) {
    this.#world = world;
    this.#chance = world.chance.branch('rogues');
    this.#rogues = world.souls
      .filter(({ isHonest }) => !isHonest)
      .map((soul) => ({
        soul,
        phones: world.phones
          .filter((phone) => phone.soul === soul)
          .map((phone) => this.#arm(phone)),
      }));
  }

  leave(): void {
    for (const { phones } of this.#rogues)
      for (const { phone } of phones) phone.retire();
  }

  /** One of them does one thing. */
  attack(): void {
    const rogue = this.#chance.pick(this.#rogues);
    const from = this.#chance.pick(rogue?.phones ?? []);
    if (rogue === undefined || from === undefined) return;
    const deed = this.#chance.weighted(weights);
    this.#world.note(`${from.phone.name}: ${deed}`);
    this.#world.watch(this.#deeds[deed](from, rogue));
  }

  #arm(phone: Phone): RoguePhone {
    const { community } = this.#world;
    const hand = {
      member: phone.soul.member,
      device: phone.device,
      signing: phone.key,
    };
    return {
      phone,
      hand,
      ledger: new LogBuilder(community, 'ledger', hand),
      board: new LogBuilder(community, 'board', hand),
      links: [],
    };
  }

  readonly #deeds: Record<Deed, (from: RoguePhone, rogue: Rogue) => Promise<unknown>> =
    {
      /** Links to an honest phone as a member would, and keeps the link in hand. */
      link: async (from) => {
        const victim = this.#victim();
        if (victim?.running == null || from.phone.running === null) return;
        const [here, there] = this.#world.network.pair(
          from.phone.running.life,
          victim.running.life,
        );
        void victim.running.mesh.connectChannel(there, 'answerer');
        const linked = await from.phone.running.mesh.connectChannel(here, 'dialler');
        if (linked.ok) from.links.push(linked.value);
      },

      /** Frames of noise from somebody who never says who they are. */
      noise: () => {
        const victim = this.#victim();
        if (victim?.running == null) return done();
        const life: Life = { phone: 'nobody', isOver: false, frozenUntil: 0 };
        const [here, there] = this.#world.network.pair(life, victim.running.life);
        void victim.running.mesh.connectChannel(there, 'answerer');
        for (let n = this.#chance.between(1, 5); n > 0; n--) {
          here.send(this.#chance.bytes(this.#chance.between(0, 300)));
        }
        return done();
      },

      garbage: (from) => {
        const bytes = this.#chance.bytes(this.#chance.between(0, 200));
        return this.#say(from, bytes);
      },

      /** A real page, changed by a bit, a byte, a cut or a twist. */
      mutation: (from) => {
        const page = this.#realPage(from);
        if (page === null) return done();
        return this.#say(from, encode([wire.news, mutate(page, this.#chance)]));
      },

      /** The same by hand, as a message link. */
      badMessage: (from) => {
        const page = this.#realPage(from);
        const victim = this.#victim();
        if (page === null || victim?.running == null) return done();
        return victim.running.replica.receive(mutate(page, this.#chance), {
          type: 'message',
        });
      },

      /** Somebody's entries with another signature, or at another place. */
      resigned: async (from) => {
        const run = this.#honestRun(from);
        if (run === null) return;
        const items = await Promise.all(
          run.items.map((item) => this.#resign(item as Uint8Array, from)),
        );
        const shift = this.#chance.percent(20) ? 1 : 0;
        await this.#news(from, { runs: [{ ...run, items, from: run.from + shift }] });
      },

      /** One's own log as it stands in another community. */
      replay: async (from) => {
        const elsewhere = toHex(sha256(this.#chance.bytes(4))) as CommunityId;
        const log = new LogBuilder(elsewhere, 'ledger', from.hand);
        for (let n = 0; n < 3; n++) await log.addBody(this.#oddBody(from));
        await this.#news(from, { runs: [log.run()] });
      },

      /** Logs of devices that nobody ever certified. */
      strangers: async (from) => {
        const runs: Run[] = [];
        for (let n = this.#chance.between(1, 20); n > 0; n--) {
          const key = keyOf(`puppet ${n} of ${from.phone.name}`);
          const device = toHex(key.publicKey) as DeviceKey;
          const hand = {
            member: toHex(sha256(key.publicKey)) as MemberId,
            device,
            signing: key,
          };
          const log = new LogBuilder(this.#world.community, 'ledger', hand);
          await log.addBody(this.#oddBody(from));
          runs.push(log.run());
        }
        await this.#news(from, { runs });
      },

      unasked: (from) => {
        const page = this.#realPage(from);
        return this.#say(from, encode([wire.page, [page, this.#chance.percent(50)]]));
      },

      /** A vector that promises everything. */
      promises: (from) => {
        const heads = (from.phone.running?.replica.wireVector() ?? []).map((head) => [
          fromHex(head.log),
          this.#chance.percent(50) ? 2 ** 20 : head.length + this.#chance.between(0, 3),
          this.#chance.bytes(8),
        ]);
        const invented = [this.#chance.bytes(16), 2 ** 20, this.#chance.bytes(8)];
        return this.#say(from, encode([wire.vector, [...heads, invented] as Value]));
      },

      demands: (from) => {
        const logs = (from.phone.running?.replica.wireVector() ?? []).map(({ log }) => [
          fromHex(log),
          this.#chance.between(0, 2 ** 20),
          this.#chance.between(1, 2 ** 20),
        ]);
        return this.#say(from, encode([wire.ask, logs as Value]));
      },

      lies: (from) => {
        const logs = (from.phone.running?.replica.wireVector() ?? [])
          .map(({ log }) => [fromHex(log), 2 ** 20])
          .slice(0, 5);
        return this.#say(from, encode([wire.ack, logs as Value]));
      },

      /** Well signed, and senseless: what it says must mean nothing, to everybody alike. */
      odd: async (from) => {
        const log = this.#chance.percent(80) ? from.ledger : from.board;
        const start = log.entries.length;
        for (let n = this.#chance.between(1, 4); n > 0; n--) {
          // Uncovered by itself, covered by the next.
          const signer = n > 1 && this.#chance.percent(30) ? null : undefined;
          await log.addBody(
            this.#oddBody(from, log),
            signer === null ? { signer } : {},
          );
        }
        await this.#publish(from, log, start);
      },

      /** Much of it. */
      flood: async (from) => {
        const start = from.board.entries.length;
        if (start > 400) return;
        for (let n = 40; n > 0; n--) {
          const body = encode([
            66,
            0,
            this.#chance.bytes(2_000),
            this.#chance.bytes(16),
          ]);
          const signer = n > 1 ? null : undefined;
          await from.board.addBody(
            body,
            signer === null && n % 20 !== 0 ? { signer } : {},
          );
        }
        await this.#publish(from, from.board, start);
      },

      /** People who are not, with hours between them (L8: members, without a voice). */
      puppets: async (from, rogue) => {
        const start = from.ledger.entries.length;
        const name = `puppet ${start} of ${rogue.soul.name}`;
        const identity = keyOf(`${name}'s identity`);
        const device = toHex(keyOf(name).publicKey) as DeviceKey;
        const member = toHex(identity.publicKey) as MemberId;
        const box = toHex(sha256(this.#chance.bytes(4)));
        const { community } = this.#world;
        const claim = { community, member, device, box, role: 0 as const, version: 0 };
        const good = this.#chance.percent(70);
        const signature = await identity.sign(deviceStatement(claim));
        const certSig = good ? toHex(signature) : toHex(this.#chance.bytes(64));
        await from.ledger.add({
          type: 'member.admit',
          member,
          device,
          box,
          role: 0,
          certSig,
          invitePub: null,
        });
        await this.#publish(from, from.ledger, start);
        const log = new LogBuilder(community, 'ledger', {
          member,
          device,
          signing: keyOf(name),
        });
        for (let n = 0; n < 3; n++) await log.addBody(this.#oddBody(from, log));
        await from.phone.running?.replica.receive(
          encodePage({ evidence: [], runs: [log.run()] }),
          {
            type: 'message',
          },
        );
      },

      /** A new device, because the old one is shunned by now. */
      again: async (from, rogue) => {
        if (rogue.phones.length > 4) return;
        const phone = this.#world.phoneFor(rogue.soul);
        const start = from.ledger.entries.length;
        const { member } = rogue.soul;
        const { device } = phone;
        const certificate = await phone.certificate();
        await from.ledger.add({
          type: 'device.enrol',
          member,
          device,
          role: 0,
          version: 0,
          ...certificate,
        });
        await this.#publish(from, from.ledger, start);
        phone.boot();
        rogue.phones.push(this.#arm(phone));
      },

      /** Two entries at one place, each to somebody else. */
      fork: async (from) => {
        if (!this.#world.options.forks) return;
        const length = from.ledger.entries.length;
        if (length === 0) return;
        const other = from.ledger.branch(
          from.hand,
          this.#chance.between(0, length - 1),
        );
        await other.addBody(this.#oddBody(from));
        await this.#news(from, { runs: [other.run()] });
      },
    };

  #victim(): Phone | undefined {
    return this.#chance.pick(this.#world.honestPhones().filter(({ isUp }) => isUp));
  }

  #say(from: RoguePhone, bytes: Uint8Array): Promise<unknown> {
    const link = this.#chance.pick(from.links.filter(({ isOpen }) => isOpen));
    if (link !== undefined) void link.send(bytes);
    return done();
  }

  #news(from: RoguePhone, page: Partial<Page>): Promise<unknown> {
    return this.#say(
      from,
      encode([wire.news, encodePage({ evidence: [], runs: [], ...page })]),
    );
  }

  /** Into one's own replica, which tells everybody as an honest one would. */
  async #publish(from: RoguePhone, log: LogBuilder, start: number): Promise<void> {
    const { running } = from.phone;
    if (running === null) return;
    const page = encodePage({ evidence: [], runs: [log.run(start)] });
    await running.replica.receive(page, { type: 'own' });
    if (this.#world.options.withheld) await this.#show(log);
  }

  /** One entry by hand to one phone, perhaps never followed by what stands before it. */
  async #show(log: LogBuilder): Promise<void> {
    const last = log.entries.at(-1);
    const victim = this.#victim();
    if (last === undefined || victim?.running == null || this.#chance.percent(70))
      return;
    await victim.running.replica.receive(pageOf([encodeTravelling(last)]), {
      type: 'message',
    });
  }

  #realPage(from: RoguePhone): Uint8Array | null {
    const { running } = from.phone;
    const asks = (running?.replica.vector() ?? []).map(({ logId, length }) => {
      const at = this.#chance.between(0, length - 1);
      return {
        log: logId.slice(0, 32),
        from: this.#chance.percent(50) ? 0 : at,
        max: length,
      };
    });
    return (
      running?.replica.page(this.#chance.shuffled(asks).slice(0, 4), 8_000).page ?? null
    );
  }

  #honestRun(from: RoguePhone): Run | null {
    const page = this.#realPage(from);
    const read = page === null ? null : readPage(page);
    const runs = read?.ok === true ? read.value.runs : [];
    return (
      this.#chance.pick(runs.filter(({ device }) => device !== from.phone.device)) ??
      null
    );
  }

  async #resign(item: Uint8Array, { hand }: RoguePhone): Promise<Uint8Array> {
    const changed = item.slice();
    const signature = changed.subarray(-64);
    switch (this.#chance.between(0, 3)) {
      case 0:
        signature.set(await hand.signing.sign(item.subarray(0, -64)));
        break;
      case 1:
        signature.fill(0);
        break;
      case 2:
        addOrder(signature.subarray(32));
        break;
      default:
        changed[0] = (changed[0] ?? 0) ^ 1;
    }
    return changed;
  }

  /** A body that fits, nearly fits, or does not fit the annex. */
  #oddBody({ phone }: RoguePhone, log?: LogBuilder): Uint8Array {
    const chance = this.#chance;
    const ledger = phone.running?.replica.ledger;
    const transfers = [...(ledger?.transfers() ?? [])];
    const proposal = fromHex(chance.pick(transfers)?.proposal ?? zeroId);
    const party = fromHex(chance.pick(this.#world.souls)?.member ?? zeroId);
    const minutes = chance.pick([0, 1, 60, 6_000, 6_001, -5, 2 ** 40]) ?? 0;
    const other = fromHex(chance.pick(this.#world.souls)?.member ?? zeroId);
    const line: Value = [party, minutes];
    const lines =
      chance.pick<Value>([[line], [line, line], [line, [other, 30]], [], 7]) ?? [];
    const as = chance.percent(85) ? null : chance.bytes(32);
    const kind = chance.between(0, 4);
    const ref = chance.percent(30) ? proposal : null;
    const payloads: [number, Value][] = [
      [10, [chance.percent(50), 20_000, lines, kind, ref, null, as]],
      [
        10,
        [true, 20_000, [[party, chance.between(1, 600)]], kind % 4, ref, null, null],
      ],
      [11, [proposal, as]],
      [12, [proposal, as]],
      [13, [proposal, as]],
      [8, [party]],
      [9, []],
      [9, [1]],
      [2, [party, fromHex(phone.device), chance.bytes(32), 0, 0, chance.bytes(64)]],
      [7, [party, fromHex(phone.device), chance.bytes(32), 2, chance.bytes(64), null]],
      [14, [0, 1, [party], null]],
      [99, 'tomorrow'],
      [-1, null],
      [0, [[['deep']]]],
    ];
    const [type, payload] = chance.pick(payloads) ?? [0, null];
    const time = chance.pick([0, 29_000_000, 2 ** 32 - 1, 2 ** 32]) ?? 0;
    if (chance.percent(4)) return chance.bytes(chance.between(1, 60));
    return log?.log.kind === 'board'
      ? encode([chance.between(64, 72), time, payload, chance.bytes(16)])
      : encode([type, time as MinuteOfTime, payload]);
  }
}

const weights = {
  link: 18,
  noise: 3,
  garbage: 3,
  mutation: 6,
  badMessage: 6,
  resigned: 6,
  replay: 3,
  strangers: 3,
  unasked: 4,
  promises: 6,
  demands: 4,
  lies: 3,
  odd: 25,
  flood: 1,
  puppets: 3,
  again: 6,
  fork: 4,
};
type Deed = keyof typeof weights;

const done = (): Promise<null> => Promise.resolve(null);

/** S + L: the same signature for a verifier that does not look at its size. */
function addOrder(s: Uint8Array): void {
  const order = fromHex(
    'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010',
  );
  let carry = 0;
  for (let i = 0; i < 32; i++) {
    const sum = (s[i] ?? 0) + (order[i] ?? 0) + carry;
    s[i] = sum & 0xff;
    carry = sum >> 8;
  }
}
