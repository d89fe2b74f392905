/**
 * Devices that speak in a member's name and may not: a thief's, with an old page; a phone
 * that was switched off; what a single guardian would have; and what these add. What they
 * may still do by the rules they do as well.
 */
import { toHex } from '@manyhands/codec';
import { erasedPositionOf, proveFork, witnessEntry } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { confirmed, helped } from '../../community.ts';
import type { LogBuilder } from '../../logBuilder.ts';
import type { Chance } from '../../chance.ts';
import { simSecret } from '../admitting.ts';
import { admissionOf, oddBody, puppetOf } from '../forgery.ts';
import { welcomeBy } from '../honest.ts';
import type { SimPhone } from '../phone.ts';
import { arm } from '../rogue.ts';
import type { RoguePhone } from '../rogue.ts';
import { proofBy } from '../soul.ts';
import type { Soul } from '../soul.ts';
import { keyOf } from '../syncKeys.ts';
import type { World } from '../world.ts';
import { boardEntriesOf } from './owner.ts';
import type { OwnerOffender } from './owner.ts';
import { Smuggler } from './smuggler.ts';
import { profileSaying } from './words.ts';

/** What they do, and how often. */
const misdeeds = {
  link: 16,
  leave: 10,
  erase: 14,
  speak: 12,
  add: 10,
  ask: 6,
  fork: 8,
  letIn: 5,
};
type Misdeed = keyof typeof misdeeds;

/** Another device in the member's name, which nobody has named yet. */
type Invent = () => RoguePhone;

export interface Habits {
  /** What they do in place of all that. */
  readonly deed?: (from: RoguePhone, invent: Invent) => Promise<unknown>;
  /** Whether the app is open on them: if not, nobody meets them. */
  readonly opens: boolean;
  /** Whether what they write comes in one piece: what came alone somebody repeats (replica/P8). */
  readonly isWhole: boolean;
}

export const usual: Habits = { opens: true, isWhole: false };

/** So many devices of one story: each is a phone that runs. */
const atMost = 3;

export class Doubles {
  readonly smuggler: Smuggler;
  readonly #world: World;
  readonly #chance: Chance;
  readonly #owner: OwnerOffender;
  readonly #accomplice: RoguePhone;
  readonly #arms: RoguePhone[] = [];

  readonly #habits: Habits;

  constructor(
    world: World,
    chance: Chance,
    owner: OwnerOffender,
    accomplice: RoguePhone,
    habits: Habits,
  ) {
    this.#habits = habits;
    this.#world = world;
    this.#chance = chance;
    this.#owner = owner;
    this.#accomplice = accomplice;
    this.smuggler = new Smuggler(world, chance.branch('smuggler'), habits.isWhole);
  }

  get count(): number {
    return this.#arms.length;
  }

  /** Another device in the member's name, of nobody honest. */
  invent(person: Soul): RoguePhone {
    const name = `Whoever speaks for ${person.name}`;
    const phone = this.#world.phoneFor({
      ...person,
      name,
      isHonest: false,
      later: null,
    });
    return this.take(arm(this.#world.community, phone));
  }

  /** With all that a member's phone holds. */
  take(double: RoguePhone): RoguePhone {
    const { phone } = double;
    phone.welcome ??= welcomeBy(this.#accomplice.phone);
    phone.secret = simSecret;
    this.#arms.push(double);
    this.smuggler.introduce([double.ledger, double.board]);
    if (this.#habits.opens) phone.boot();
    else phone.retire();
    return double;
  }

  leave(): void {
    for (const { phone } of this.#arms) phone.retire();
  }

  /** What `work` adds to anybody's log here goes out, in whatever order. */
  write(work: () => Promise<unknown>): Promise<void> {
    const all = (): RoguePhone[] => [this.#accomplice, ...this.#arms];
    const logs = () => all().flatMap(({ ledger, board }) => [ledger, board]);
    return this.smuggler.write(logs, all(), work);
  }

  /** One of them does one thing it may not. */
  async misbehave(): Promise<void> {
    const from = this.#chance.pick(this.#arms);
    const { person } = this.#owner;
    if (from === undefined || person === null) return;
    from.phone.boot();
    const misdeed = this.#chance.weighted(misdeeds);
    const deed = this.#habits.deed ?? this.#misdeeds[misdeed];
    this.#world.note(`${from.phone.name} (double): ${deed.name || misdeed}`);
    await this.write(() => deed(from, () => this.invent(person)));
  }

  readonly #misdeeds: Record<Misdeed, (from: RoguePhone) => Promise<unknown>> = {
    link: (from) => {
      const victim = this.#chance.pick(
        this.#world.honestPhones().filter(({ isUp }) => isUp),
      );
      if (victim !== undefined) this.#world.dial(from.phone, victim);
      return Promise.resolve();
    },

    /** From its own log, inside its own witness, or inside another member's. */
    leave: async ({ ledger }) => {
      const left = await ledger.add({ type: 'member.leave' });
      const by = this.#chance.percent(70) ? ledger : this.#accomplice.ledger;
      await carry(left, by);
    },

    /** All that the member's own phone shows, and more. */
    erase: async ({ board }) => {
      const { person, phone } = this.#owner;
      if (person === null) return;
      const own = boardEntriesOf(phone?.running?.replica, person);
      this.#world.witness.attacking(own);
      for (let at = 0; at < own.length; at += 40) {
        const places = own.slice(at, at + 40).map(erasedPositionOf);
        await board.add({ type: 'erase', places });
      }
    },

    /** On the member's board, in their name; an invite now and then. */
    speak: async ({ board, hand }) => {
      if (this.#chance.percent(30)) {
        const key = keyOf(`an invite of ${hand.device} ${board.entries.length}`);
        const proof = await proofBy(key, { community: this.#world.community, ...hand });
        const invitePub = toHex(key.publicKey);
        await board.add({ type: 'invite.open', invitePub, uses: 50, label: '', proof });
        return;
      }
      await board.add(profileSaying('Somebody else', 1_000 + board.entries.length));
    },

    add: async ({ ledger }) => {
      const { person } = this.#owner;
      if (person === null || this.#arms.length >= atMost) return;
      const { phone } = this.invent(person);
      const { device, box } = phone;
      const role = this.#chance.percent(80) ? 0 : 1;
      await ledger.add({ type: 'device.add', device, box, role });
    },

    /** Hours with an accomplice, carried by itself: not prevented, and not for ever open. */
    ask: async ({ ledger }) => {
      const { ledger: other, phone } = this.#accomplice;
      const asked = await ledger.add(helped(phone.soul, this.#chance.between(1, 300)));
      await other.add(confirmed(asked.id));
      if (this.#chance.percent(60)) await carry(asked, ledger);
    },

    /** Two histories of one of its own logs, and the proof in an accomplice's. */
    fork: async (from) => {
      const log = this.#chance.percent(50) ? from.board : from.ledger;
      const at = this.#chance.between(0, log.entries.length);
      const other = log.branch(from.hand, at);
      await other.addBody(this.#oddBody(other));
      if (at === log.entries.length) await log.addBody(this.#oddBody(log));
      const [one, two] = [log.entries[at], other.entries[at]];
      if (one?.seq !== two?.seq || !one || !two || one.id === two.id) return;
      await this.#accomplice.ledger.add(proveFork([one], [two]));
    },

    /** What the rules let it say for ever: a puppet, and a word for an accomplice. */
    letIn: async ({ ledger }) => {
      const puppet = puppetOf(`puppet ${ledger.entries.length} of a double`);
      const { community } = this.#world;
      await ledger.add(await admissionOf(puppet, 'admitted', community, this.#chance));
      const { member } = this.#accomplice.phone.soul;
      await ledger.add({ type: 'member.vouch', member });
    },
  };

  #oddBody(log: LogBuilder): Uint8Array {
    return oddBody(this.#world, log.log.kind, this.#chance);
  }
}

/** Inside a witness in that log, if it can be carried at all. */
async function carry(entry: Entry, by: LogBuilder): Promise<void> {
  const witness = witnessEntry(entry);
  if (witness !== null) await by.add(witness);
}

/** The whole of a log as somebody signed it, whatever was erased of it since. */
export function writtenOn({ running, device, soul }: SimPhone, world: World) {
  const chainOf = (kind: 'ledger' | 'board'): Entry[] => {
    const { community, witness } = world;
    const head = running?.replica.head({
      community,
      kind,
      member: soul.member,
      device,
    });
    const chain: Entry[] = [];
    let at = head && witness.honest.get(head.head);
    for (; at; at = witness.honest.get(at.prev)) chain.push(at);
    return chain.reverse();
  };
  return { ledger: chainOf('ledger'), board: chainOf('board') };
}
