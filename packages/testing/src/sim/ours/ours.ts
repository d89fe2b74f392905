/**
 * What a community has in common, played beside all else: people open accounts, sign for
 * them, change who signs (also two at once, who have not heard of each other), decide, and say
 * on the board what it is for. Whoever is not honest does the same as they like. All of it is
 * drawn apart: a world without it is the same world step by step.
 */
import { minutesPerDay } from '@manyhands/base';
import type { Day } from '@manyhands/base';
import { encode, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import type { KnownContent, MandateClaim } from '@manyhands/ledger';
import type { Chance } from '../../chance.ts';
import type { LogBuilder } from '../../logBuilder.ts';
import { Smuggler } from '../offenders/smuggler.ts';
import type { SimPhone } from '../phone.ts';
import type { RoguePhone } from '../rogue.ts';
import type { World } from '../world.ts';
import {
  answerAccount,
  askAccount,
  changeAccount,
  openOneAccount,
  proposeAs,
  signAs,
  undoAs,
  withdrawAs,
} from './drafts.ts';
import type { At, SharedDraft } from './drafts.ts';
import {
  coverCard,
  giveCardAway,
  openOneMotion,
  sayWhatFor,
  showAccount,
  voteOnOne,
  vouchInOurs,
} from './motions.ts';

/** What people do, and how often. */
const acts = {
  open: { often: 9, draft: openOneAccount },
  change: { often: 11, draft: changeAccount },
  propose: { often: 15, draft: proposeAs },
  ask: { often: 6, draft: askAccount },
  sign: { often: 30, draft: signAs },
  answer: { often: 16, draft: answerAccount },
  withdraw: { often: 2, draft: withdrawAs },
  undo: { often: 3, draft: undoAs },
  vouch: { often: 8, draft: vouchInOurs },
  motion: { often: 9, draft: openOneMotion },
  vote: { often: 26, draft: voteOnOne },
  card: { often: 3, draft: showAccount },
  words: { often: 3, draft: sayWhatFor },
  cover: { often: 2, draft: coverCard },
  behalf: { often: 2, draft: giveCardAway },
} as const satisfies Record<string, { often: number; draft: SharedDraft }>;
type Act = keyof typeof acts;
const oftenEach = Object.fromEntries(
  Object.entries(acts).map(([act, { often }]) => [act, often]),
) as Record<Act, number>;

const boardTypes = new Set(['account.card', 'words', 'cover', 'behalf']);
const kindOf = ({ type }: KnownContent): 'ledger' | 'board' =>
  boardTypes.has(type) ? 'board' : 'ledger';

/** The founder gives most of those a voice whom they let in. */
export async function giveVoices({ founder, phones, chance }: World): Promise<void> {
  const own = chance.branch('voices');
  for (const { soul } of phones) {
    const ledger = founder.running?.replica.ledger;
    const isIn = soul !== founder.soul && ledger?.isEverMember(soul.member) === true;
    if (!isIn || !own.percent(75)) continue;
    await founder.sign('ledger', { type: 'member.vouch', member: soul.member });
  }
}

export class Ours {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #rogue: RoguePhone | null;
  readonly #smuggler: Smuggler;
  readonly #said: MandateClaim[] = [];

  constructor(world: World, rogue: RoguePhone | null) {
    this.#world = world;
    this.#chance = world.chance.branch('ours');
    this.#rogue = rogue;
    this.#smuggler = new Smuggler(world, this.#chance.branch('smuggler'));
  }

  turn(): void {
    if (!this.#chance.percent(80)) return;
    if (this.#rogue !== null && this.#chance.percent(18)) {
      this.#world.watch(this.#misuse(this.#rogue));
      return;
    }
    const phone = this.#chance.pick(this.#writers());
    if (phone !== undefined) this.#world.watch(this.#act(phone));
  }

  /** Also who found somebody's words and writes in their name. */
  #writers(): SimPhone[] {
    const thieves = this.#world.phones.filter(
      ({ soul, running }) =>
        !soul.isHonest && soul.later !== null && running?.writer?.spent === false,
    );
    return [...this.#world.writers(), ...thieves];
  }

  async #act(phone: SimPhone): Promise<void> {
    const act = this.#chance.weighted(oftenEach);
    const at = this.#at(phone);
    const content = at && acts[act].draft(at);
    this.#world.note(`${phone.name} (ours): ${act}${content ? '' : ', nothing'}`);
    if (!at || !content) return;
    // As of hours between two: no witness could carry it over a cut (replica/A6).
    if (content.type === 'transfer.confirm') {
      if (!(await at.replica.isSigned(content.proposal))) return;
    }
    if (content.type === 'account.change') this.#said.push(content);
    await phone.sign(kindOf(content), content);
  }

  #at(phone: SimPhone): At | null {
    const replica = phone.running?.replica;
    if (replica === undefined) return null;
    const day = Math.min(65_535, Math.floor(phone.minute() / minutesPerDay)) as Day;
    const { member } = phone.soul;
    return { replica, member, day, chance: this.#chance, said: this.#said };
  }

  /** What an app would refuse or not offer, in whatever order it comes. */
  async #misuse(by: RoguePhone): Promise<void> {
    const at = this.#at(by.phone);
    if (at === null) return;
    const how = this.#chance.weighted({ same: 45, odd: 25, fork: 30 });
    this.#world.note(`${by.phone.name} (ours): ${how}`);
    if (how === 'fork') {
      await this.#fork(by, at);
      return;
    }
    const logs = () => [by.ledger, by.board];
    await this.#smuggler.write(logs, [by], async () => {
      for (let n = this.#chance.between(1, 3); n > 0; n--) {
        if (how === 'odd') await by.ledger.addBody(this.#odd(at));
        else await this.#add(by, at);
      }
    });
  }

  async #add(by: RoguePhone, at: At): Promise<void> {
    const content = acts[this.#chance.weighted(oftenEach)].draft(at);
    if (content === null) return;
    if (content.type === 'account.change') this.#said.push(content);
    await (kindOf(content) === 'board' ? by.board : by.ledger).add(content);
  }

  /** Two words, changes or yeses at one place, each shown to somebody else. */
  async #fork(by: RoguePhone, at: At): Promise<void> {
    const { length } = by.ledger.entries;
    const other = by.ledger.branch(by.hand, this.#chance.between(0, length));
    const start = other.entries.length;
    const both: [LogBuilder, number][] = [
      [by.ledger, length],
      [other, start],
    ];
    for (const [log] of both) {
      const content = acts[this.#chance.weighted(oftenEach)].draft(at);
      if (content !== null && kindOf(content) === 'ledger') await log.add(content);
    }
    for (const [log, from] of both) {
      if (log.entries.length > from) await this.#smuggler.spread([{ log, from }], []);
    }
    if (this.#chance.percent(50))
      await this.#smuggler.spread([{ log: by.ledger, from: length }], [by]);
  }

  /** A body of types 14 to 17 that nearly fits. */
  #odd({ replica: { ledger }, member }: At): Uint8Array {
    const chance = this.#chance;
    const own = fromHex(member);
    const other = fromHex(chance.pick(ledger.members())?.member ?? member);
    const account = fromHex(chance.pick(ledger.accounts())?.account ?? member);
    const motion = fromHex(chance.pick(ledger.motions())?.motion ?? member);
    const hour = chance.pick([...ledger.transfers()]);
    const [proposal, party] = [hour?.proposal ?? member, hour?.party ?? member].map(
      (each) => fromHex(each),
    ) as [Uint8Array, Uint8Array];
    const [low, high] = [own, other].sort((a, b) => (toHex(a) < toHex(b) ? -1 : 1)) as [
      Uint8Array,
      Uint8Array,
    ];
    const payloads: readonly [number, Value][] = [
      [14, [0, 2, [own], null]],
      [14, [0, 1, [high, low], null]],
      [14, [2, 1, [own], 60]],
      [14, [1, 1, [own], 60]],
      [14, [3, 1, [own], null]],
      [14, [0, 1, [], null]],
      [14, [0, 1, [other], null]],
      [15, [account, account, 1, [own], []]],
      [15, [account, own, 1, [own], []]],
      [15, [own, account, 1, [own], []]],
      [15, [account, account, 2, [own], []]],
      [15, [account, account, 1, [own], [[own, 2 ** 32]]]],
      [16, [0, other, 3, []]],
      [16, [0, other, 2, [motion, motion]]],
      [16, [0, other, 2, [motion]]],
      [16, [1, [[proposal, party]], 0, []]],
      [16, [1, [[proposal, party]], false, []]],
      [
        16,
        [
          1,
          [
            [proposal, party],
            [proposal, party],
          ],
          false,
          [],
        ],
      ],
      [16, [2, [0, account], 60, []]],
      [16, [2, [10, null], account, []]],
      [16, [2, [10, account], account, []]],
      [16, [2, [16, null], 60, []]],
      [16, [2, [11, null], [low, high], []]],
      [16, [2, [0, null], 100_001, []]],
      [17, [motion, 1]],
      [17, [motion, true]],
      [17, [proposal, true]],
      [17, [motion, true, true]],
      [11, [proposal, account]],
      [12, [proposal, account]],
      [13, [proposal, account]],
      [10, [true, 20_000, [[account, 60]], 1, null, null, account]],
      [10, [true, 20_000, [[own, 60]], 1, null, null, account]],
      [10, [true, 20_000, [[other, 60]], 1, null, null, proposal]],
    ];
    const [type, payload] = chance.pick(payloads) ?? [14, null];
    return encode([type, 29_000_000, payload]);
  }
}
