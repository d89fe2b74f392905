/**
 * Somebody's keeper (mesh/M11): a device that is certified with role 1 and always on. It admits,
 * carries and proves like any; and now and then it acts, being confused or not its owner's
 * any more. None of those acts may count anywhere (findings/A11).
 */
import type { Day, MemberId, Minutes } from '@manyhands/base';
import type { Entry, KnownContent } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import { confirmed } from '../community.ts';
import type { Chance } from '../chance.ts';
import { enrol, welcomeBy } from './honest.ts';
import type { SimPhone } from './phone.ts';
import type { World } from './world.ts';

export class Keepers {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #from: number;
  #isAsked = false;

  constructor(world: World) {
    this.#world = world;
    this.#chance = world.chance.branch('keepers at work');
    this.#from = this.#chance.between(1, 20);
  }

  turn(day: number): void {
    if (day < this.#from) return;
    const keepers = this.#world.honestPhones().filter(({ isKeeper }) => isKeeper);
    if (keepers.length === 0 && !this.#isAsked) this.#world.watch(this.#setUp());
    for (const keeper of keepers) {
      // Always on: whatever ended it, it is started again.
      if (keeper.welcome !== null) keeper.boot();
      if (this.#chance.percent(8)) this.#world.watch(this.#act(keeper));
    }
  }

  /** Its owner adds it, from a phone; or anybody enrols it, by its certificate. */
  async #setUp(): Promise<void> {
    const host = this.#chance.pick(this.#world.writers());
    if (host === undefined) return;
    this.#isAsked = true;
    const keeper = this.#world.phoneFor(host.soul, true);
    this.#world.note(`${host.name} sets up ${keeper.name}`);
    const { device, box } = keeper;
    const isAdded = this.#chance.percent(70);
    const entry = isAdded
      ? await host.sign('ledger', { type: 'device.add', device, box, role: 1 })
      : await enrol(keeper, host);
    this.#isAsked = false;
    if (entry === null) {
      keeper.retire();
      return;
    }
    keeper.welcome = welcomeBy(host);
    keeper.boot();
  }

  async #act(keeper: SimPhone): Promise<void> {
    const content = this.#actOf(keeper);
    if (content === null) return;
    this.#world.note(`${keeper.name} acts: ${content.type}`);
    await keeper.sign('ledger', content);
  }

  #actOf({ running, soul }: SimPhone): KnownContent | null {
    const ledger = running?.replica.ledger;
    const whom = this.#chance.pick(this.#world.souls);
    if (ledger === undefined || whom === undefined) return null;
    const { member } = whom;
    const asked = this.#chance.pick(ledger.waitingFor(soul.member))?.proposal;
    const asks = this.#chance.pick(ledger.askedBy(soul.member))?.proposal;
    const acts: (KnownContent | null)[] = [
      member === soul.member ? null : this.#proposal(whom.member),
      asked ? confirmed(asked) : null,
      asked ? { type: 'transfer.decline', proposal: asked, as: null } : null,
      asks ? { type: 'transfer.withdraw', proposal: asks, as: null } : null,
      { type: 'member.vouch', member },
      { type: 'member.leave' },
    ];
    return this.#chance.pick(acts) ?? null;
  }

  #proposal(party: SimPhone['soul']['member']): KnownContent {
    return {
      type: 'transfer.propose',
      gave: this.#chance.percent(50),
      day: 20_000 as Day,
      lines: [{ party, minutes: this.#chance.between(1, 300) as Minutes }],
      kind: 'help',
      ref: null,
      note: null,
      as: null,
    };
  }
}

const keepersOf = ({ phones }: World): Set<string> =>
  new Set(phones.filter(({ isKeeper }) => isKeeper).map(({ device }) => device));

/** Whether a keeper wrote it. */
export const isKept = (world: World, { log }: Entry): boolean =>
  keepersOf(world).has(log.device);

export const writtenByKeepers = (world: World): number =>
  [...world.witness.honest.values()].filter((entry) => isKept(world, entry)).length;

/** What keepers wrote that must count nowhere, by what each honest phone makes of it. */
export function judgeKeepers(world: World, phones: readonly SimPhone[]): void {
  const devices = keepersOf(world);
  const acts = [...world.witness.honest.values()].filter(({ log }) =>
    devices.has(log.device),
  );
  for (const { name, running } of phones) {
    if (running === null) continue;
    const { ledger } = running.replica;
    const said = acts.flatMap(({ log }) => saidFor(running.replica, log.member));
    const isSaidElsewhere = isAmong(
      [...world.witness.honest.values(), ...said].filter(
        ({ log }) => !devices.has(log.device),
      ),
    );
    for (const act of acts) {
      const { content, id, log } = act;
      const counts =
        (content.type === 'transfer.propose' && ledger.linesOf(id).length > 0) ||
        (content.type === 'transfer.confirm' &&
          !isSaidElsewhere(act) &&
          ledger
            .linesOf(content.proposal)
            .some(
              ({ party, status }) => party === log.member && status === 'exists',
            )) ||
        (content.type === 'member.leave' &&
          !isSaidElsewhere(act) &&
          ledger.member(log.member)?.left === true);
      if (counts) world.fail(`${name} counts what a keeper did: ${content.type} ${id}`);
    }
  }
}

/** What all devices say that stand for the member: a thief's too, whose page counts. */
function saidFor(replica: Replica, member: MemberId): Entry[] {
  const { community, ledger } = replica;
  return ledger.devicesOf(member).flatMap(({ device }) => {
    const said: Entry[] = [];
    const { head } = replica.head({ community, kind: 'ledger', member, device });
    let at = replica.entry(head);
    for (; at !== null; at = replica.entry(at.prev)) said.push(at);
    return said;
  });
}

/** Whether one of these is the same word by the same member. */
const isAmong =
  (others: readonly Entry[]) =>
  ({ content, log }: Entry): boolean =>
    others.some(
      (other) =>
        other.log.member === log.member &&
        other.content.type === content.type &&
        (!('proposal' in content) ||
          ('proposal' in other.content && other.content.proposal === content.proposal)),
    );
