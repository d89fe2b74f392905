/**
 * Actors who want to do harm. Each has a phone of the real kind, to learn real pages
 * from, logs written by hand, and links through which it says what no app would.
 */
import type { CommunityId } from '@manyhands/base';
import { encode, toHex } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { encodeTravelling } from '@manyhands/ledger';
import type { KnownContent } from '@manyhands/ledger';
import { encodePage, pageOf, readPage } from '@manyhands/replica';
import type { Page, Run, WireHead } from '@manyhands/replica';
import { confirmed, helped } from '../community.ts';
import { LogBuilder } from '../logBuilder.ts';
import type { Chance } from '../chance.ts';
import type { Life } from './network.ts';
import {
  admissionOf,
  demands,
  disguises,
  falseAcks,
  oddBody,
  promises,
  puppetOf,
  resign,
  weights,
  wire,
  fillBoard,
  yesBy,
} from './forgery.ts';
import type { Deed } from './forgery.ts';
import { arm, publish } from './rogue.ts';
import type { Rogue, RoguePhone } from './rogue.ts';
import { mutateBytes } from '../fuzz/mutateBytes.ts';
import type { SimPhone } from './phone.ts';
import type { World } from './world.ts';

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
          .map((phone) => arm(this.#world.community, phone)),
      }));
  }

  leave(): void {
    for (const { phone } of this.#rogues.flatMap(({ phones }) => phones))
      phone.retire();
  }

  /** What the first of them has in hand, for those who need a member to help them. */
  get accomplice(): RoguePhone | null {
    return this.#rogues[0]?.phones[0] ?? null;
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

  /** Lends one's log to somebody else's statement; null where there is nobody. */
  scribe(): ((content: KnownContent) => Promise<void>) | null {
    const from = this.accomplice;
    if (from === null) return null;
    return async (content) => {
      const start = from.ledger.entries.length;
      await from.ledger.add(content);
      await this.#publish(from, from.ledger, start);
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
        here.send(this.#chance.bytes(this.#chance.between(0, 300)));
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
        return this.#say(from, encode([wire.news, mutateBytes(page, this.#chance)]));
      },

      /** The same by hand, as a message link. */
      badMessage: (from) => {
        const page = this.#realPage(from);
        const victim = this.#victim();
        if (page === null || victim?.running == null) return done();
        return victim.running.replica.receive(mutateBytes(page, this.#chance), {
          type: 'message',
        });
      },

      /** Somebody's entries with another signature, or at another place. */
      resigned: async (from) => {
        const run = this.#honestRun(from);
        if (run === null) return;
        const items = await Promise.all(
          run.items.map((item) => resign(item, from.hand, this.#chance)),
        );
        const shift = this.#chance.percent(20) ? 1 : 0;
        await this.#news(from, { runs: [{ ...run, items, from: run.from + shift }] });
      },

      /** One's own log as it stands in another community. */
      replay: async (from) => {
        const elsewhere = toHex(sha256(this.#chance.bytes(4))) as CommunityId;
        const log = new LogBuilder(elsewhere, 'ledger', from.hand);
        for (let n = 0; n < 3; n++) await log.addBody(this.#oddBody());
        await this.#news(from, { runs: [log.run()] });
      },

      /** Logs of devices that nobody ever certified. */
      strangers: async (from) => {
        const runs: Run[] = [];
        for (let n = this.#chance.between(1, 20); n > 0; n--) {
          const hand = puppetOf(`puppet ${n} of ${from.phone.name}`);
          const log = new LogBuilder(this.#world.community, 'ledger', hand);
          await log.addBody(this.#oddBody());
          runs.push(log.run());
        }
        await this.#news(from, { runs });
      },

      unasked: (from) => {
        const page = this.#realPage(from);
        return this.#say(from, encode([wire.page, [page, this.#chance.percent(50)]]));
      },

      promises: (from) => this.#say(from, promises(heldBy(from), this.#chance)),
      demands: (from) => this.#say(from, demands(heldBy(from), this.#chance)),
      lies: (from) => {
        const held = from.phone.running?.replica.vector() ?? [];
        return this.#say(from, falseAcks(held, this.#chance.branch('acks')));
      },

      /** Well signed, and senseless: what it says must mean nothing, to everybody alike. */
      odd: async (from) => {
        const log = this.#chance.percent(80) ? from.ledger : from.board;
        const start = log.entries.length;
        for (let n = this.#chance.between(1, 4); n > 0; n--) {
          // Uncovered by itself, covered by the next.
          const signer = n > 1 && this.#chance.percent(30) ? null : undefined;
          await log.addBody(this.#oddBody(log), signer === null ? { signer } : {});
        }
        await this.#publish(from, log, start);
      },

      /** Much of it. */
      flood: async (from) => {
        const start = from.board.entries.length;
        if (start > 400) return;
        await fillBoard(from.board, this.#chance);
        await this.#publish(from, from.board, start);
      },

      /** People who are not, with hours between them (ledger/L8: members, without a voice). */
      puppets: async (from, rogue) => {
        const start = from.ledger.entries.length;
        const disguise = this.#chance.pick(disguises) ?? 'admitted';
        const isShared = disguise === 'agent' || disguise === 'twin';
        const puppet = puppetOf(
          `puppet ${start} of ${rogue.soul.name}`,
          isShared ? from.hand : undefined,
        );
        const { community } = this.#world;
        await from.ledger.add(
          await admissionOf(puppet, disguise, community, this.#chance),
        );
        const log = new LogBuilder(community, 'ledger', puppet);
        const asked = await log.add(helped(rogue.soul, 500));
        for (let n = 0; n < 3; n++) await log.addBody(this.#oddBody(log));
        await from.ledger.add(confirmed(asked.id));
        await this.#publish(from, from.ledger, start);
        await this.#publish(from, log, 0);
      },

      /** A new device, because the old one is banned by now. */
      again: async (from, rogue) => {
        if (rogue.phones.length > 4) return;
        const phone = this.#world.phoneFor(rogue.soul);
        const start = from.ledger.entries.length;
        await from.ledger.add(await phone.enrolment());
        await this.#publish(from, from.ledger, start);
        phone.boot();
        rogue.phones.push(arm(this.#world.community, phone));
      },

      /** Asks an honest member for a yes, as anybody would. */
      ask: async (from) => {
        const start = from.ledger.entries.length;
        const whom = this.#victim();
        if (whom === undefined) return;
        await from.ledger.add(helped(whom.soul, this.#chance.between(1, 300)));
        await this.#publish(from, from.ledger, start);
      },

      /** Says yes to an honest member: an hour that a fork could take back. */
      answer: async (from) => {
        const start = from.ledger.entries.length;
        const answer = yesBy(from.phone, this.#chance);
        if (answer === null) return;
        await from.ledger.add(answer);
        await this.#publish(from, from.ledger, start);
      },

      /** A second history of the own log, shown to somebody else; perhaps it goes on. */
      fork: async (from) => {
        const log = this.#chance.percent(85) ? from.ledger : from.board;
        const { length } = log.entries;
        if (length === 0) return;
        const least = this.#chance.percent(70) ? Math.max(0, length - 6) : 0;
        const other = log.branch(from.hand, this.#chance.between(least, length - 1));
        for (let n = this.#chance.between(1, 3); n > 0; n--) {
          const answer = log === from.ledger ? yesBy(from.phone, this.#chance) : null;
          if (answer !== null && this.#chance.percent(50)) await other.add(answer);
          else await other.addBody(this.#oddBody(other));
        }
        const page = { evidence: [], runs: [other.run()] };
        await this.#news(from, page);
        // By hand too, as a parcel would come.
        const { running } = (this.#chance.percent(60) && this.#victim()) || {};
        await running?.replica.receive(encodePage(page), { type: 'message' });
        if (this.#chance.percent(50)) log.entries.splice(0, length, ...other.entries);
      },
    };

  #victim(): SimPhone | undefined {
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
    if (from.phone.running === null) return;
    await publish(from, log, start);
    await this.#show(log);
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

  #oddBody(log?: LogBuilder): Uint8Array {
    return oddBody(this.#world, log?.log.kind ?? 'ledger', this.#chance);
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
}

const heldBy = ({ phone }: RoguePhone): WireHead[] =>
  phone.running?.replica.wireVector() ?? [];

const done = (): Promise<null> => Promise.resolve(null);
