/**
 * What a few people want is pushed through: one asks, others say yes one by one, and now and then
 * somebody says no, or changes their word. So pauses, removals, hours that do not stand and what
 * lifts them occur in a good part of all worlds. Whoever signed alone for an account and handed it
 * over signs once more, by mistake: that is what there is to be voided. Drawn apart from all else.
 */
import { minutesPerDay } from '@manyhands/base';
import type { AccountId, Day, EntryId, MemberId, Minutes } from '@manyhands/base';
import type { Ledger, Matter } from '@manyhands/ledger';
import type { Chance } from '../../chance.ts';
import type { SimPhone } from '../phone.ts';
import type { World } from '../world.ts';
import { placesOf } from './drafts.ts';

type Wish = 'void' | 'remove' | 'pause' | 'lift';

const often: Record<Wish, number> = { void: 40, remove: 22, pause: 18, lift: 20 };

/** An account that somebody handed over, and what they signed for it then. */
interface HandedOver {
  readonly by: SimPhone;
  readonly to: MemberId;
  account: AccountId | null;
  isHandedOver: boolean;
  hour: EntryId | null;
}

interface Pushed {
  readonly motion: EntryId;
  /** How many are still asked for a yes. */
  left: number;
}

/** As many as may be let go of one world: somebody has to be left. */
const leavesAtMost = 2;
const pushedAtOnce = 3;

export class PushedThrough {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #pushed: Pushed[] = [];
  readonly #toLeave = new Set<MemberId>();
  #handedOver: HandedOver | null = null;
  /** What somebody writes at the moment: one thing after another. */
  #isBusy = false;

  constructor(world: World) {
    this.#world = world;
    this.#chance = world.chance.branch('pushed through');
  }

  turn(): void {
    if (this.#isBusy || !this.#chance.percent(70)) return;
    this.#isBusy = true;
    this.#world.watch(this.#next().finally(() => (this.#isBusy = false)));
  }

  async #next(): Promise<void> {
    const chance = this.#chance;
    if (chance.percent(35)) await this.#handOver();
    const open = this.#pushed.filter(({ left }) => left > 0);
    if (open.length < pushedAtOnce && chance.percent(45)) await this.#ask();
    const one = chance.pick(open);
    if (one !== undefined) await this.#say(one);
  }

  /** Honest phones at work whose owner has a voice, as far as they know. */
  #voices(): { phone: SimPhone; ledger: Ledger; member: MemberId }[] {
    return this.#world.writers().flatMap((phone) => {
      const { member } = phone.soul;
      const ledger = phone.running?.replica.ledger;
      return ledger?.member(member)?.voice === true ? [{ phone, ledger, member }] : [];
    });
  }

  async #ask(): Promise<void> {
    const by = this.#chance.pick(this.#voices());
    if (by === undefined) return;
    const wish = this.#chance.weighted(often);
    const wanted = this.#wanted(wish, by.ledger, by.member);
    if (wanted === null) return;
    this.#world.note(`${by.phone.name} (together): ${wish}`);
    const { matter, replaces } = wanted;
    const motion = await by.phone.sign('ledger', {
      type: 'motion.open',
      matter,
      replaces: [...replaces].sort(),
    });
    if (motion !== null)
      this.#pushed.push({ motion: motion.id, left: this.#chance.between(1, 5) });
  }

  #wanted(
    wish: Wish,
    ledger: Ledger,
    by: MemberId,
  ): { matter: Matter; replaces: readonly EntryId[] } | null {
    const chance = this.#chance;
    if (wish === 'void') {
      const marked = [...ledger.transfers()].filter(
        ({ mark, status }) => mark !== null && status === 'exists',
      );
      const one = chance.pick(marked);
      if (one === undefined) return null;
      const lines = [{ proposal: one.proposal, party: one.party }];
      return { matter: { about: 'lines', lines, stands: false }, replaces: [] };
    }
    const lifted = ledger
      .members()
      .map(({ member }) => member)
      .filter((member) => ledger.standingOf(member) !== 'among us');
    const member = wish === 'lift' ? chance.pick(lifted) : this.#whom(wish, ledger, by);
    if (member === undefined) return null;
    const said = ledger
      .motions()
      .filter(
        ({ matter, isTaken }) =>
          isTaken && matter.about === 'member' && matter.member === member,
      )
      .map(({ motion }) => motion);
    const standing = (
      { lift: 'among us', pause: 'paused', remove: 'removed' } as const
    )[wish];
    return {
      matter: { about: 'member', member, standing },
      replaces: wish === 'pause' ? [] : said.slice(0, 8),
    };
  }

  /** Whose story something else tells stays; and never the founder. */
  #whom(wish: 'remove' | 'pause', ledger: Ledger, by: MemberId): MemberId | undefined {
    const { founder, souls, trouble } = this.#world;
    const isSpared = trouble.offender !== 'nobody' || trouble.recoveries;
    const some = souls.filter(
      (soul) =>
        soul !== founder.soul &&
        soul.member !== by &&
        ledger.isEverMember(soul.member) &&
        (!isSpared || !soul.isHonest),
    );
    const member = this.#chance.pick(some)?.member;
    if (wish === 'pause' || member === undefined) return member;
    if (!this.#toLeave.has(member) && this.#toLeave.size >= leavesAtMost)
      return undefined;
    this.#toLeave.add(member);
    return member;
  }

  async #say(pushed: Pushed): Promise<void> {
    const chance = this.#chance;
    const isChanged = chance.percent(6);
    const asked = this.#voices().filter(({ ledger, member }) => {
      const known = ledger.motion(pushed.motion);
      if (known === null) return false;
      return isChanged ? known.yes.includes(member) : !known.yes.includes(member);
    });
    const by = chance.pick(asked);
    if (by === undefined) return;
    const yes = !isChanged && chance.percent(94);
    if (yes) pushed.left -= 1;
    const { motion } = pushed;
    await by.phone.sign('ledger', { type: 'motion.vote', motion, yes });
  }

  /** One step further: opened, handed over, signed once more, and said yes to. */
  async #handOver(): Promise<void> {
    const story = (this.#handedOver ??= this.#begin());
    if (story === null) return;
    const { by, to, account, hour } = story;
    const ledger = by.running?.replica.ledger;
    if (ledger === undefined || !this.#world.writers().includes(by)) {
      if (by.isRetired || !by.soul.isHonest) this.#handedOver = null;
      return;
    }
    const { member } = by.soul;
    if (account === null) {
      const opened = await by.sign('ledger', {
        type: 'account.open',
        kind: 'organisation',
        threshold: 1,
        signers: [member],
        total: null,
      });
      story.account = opened ? (opened.id as string as AccountId) : null;
    } else if (!story.isHandedOver) {
      const places = by.running ? placesOf(by.running.replica, [member]) : [];
      const changed = await by.sign('ledger', {
        type: 'account.change',
        account,
        before: account,
        threshold: 1,
        signers: [to],
        places,
      });
      story.isHandedOver = changed !== null;
    } else if (hour === null) {
      const day = Math.min(65_535, Math.floor(by.minute() / minutesPerDay)) as Day;
      const minutes = this.#chance.between(1, 300) as Minutes;
      const asked = await by.sign('ledger', {
        type: 'transfer.propose',
        gave: false,
        day,
        kind: 'gift',
        as: account,
        lines: [{ party: to, minutes }],
        ref: null,
        note: null,
      });
      story.hour = asked?.id ?? null;
    } else await this.#accept(story, hour);
  }

  async #accept({ to }: HandedOver, proposal: EntryId): Promise<void> {
    const party = this.#world.writers().find(({ soul }) => soul.member === to);
    const replica = party?.running?.replica;
    if (party === undefined || replica === undefined) return;
    const status = replica.ledger.transfer(proposal, to)?.status;
    if (status === undefined) return;
    if (status === 'open' && (await replica.isSigned(proposal)))
      await party.sign('ledger', { type: 'transfer.confirm', proposal, as: null });
    else if (status !== 'open') this.#handedOver = null;
  }

  #begin(): HandedOver | null {
    const [by, other] = this.#chance.shuffled(this.#world.writers());
    if (by === undefined || other === undefined || by.soul === other.soul) return null;
    const to = other.soul.member;
    return { by, to, account: null, isHandedOver: false, hour: null };
  }
}
