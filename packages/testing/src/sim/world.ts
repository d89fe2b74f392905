import type { CommunityId, Minutes } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { communityIdOf, encodeCharter } from '@manyhands/ledger';
import type { Charter, MemberAdmit } from '@manyhands/ledger';
import type { HandshakeRefused, Link } from '@manyhands/mesh';
import { Chance } from '../chance.ts';
import { Connections } from './connections.ts';
import type { Wear } from './disk.ts';
import { simRelay } from './admitting.ts';
import { Halls } from './halls.ts';
import { Network } from './network.ts';
import type { Life, Weather } from './network.ts';
import { SimPhone } from './phone.ts';
import type { Surroundings } from './surroundings.ts';
import type { OffenderKind } from './offenders/kinds.ts';
import { troubleIn } from './trouble.ts';
import type { Trouble } from './trouble.ts';
import type { SimWays } from './ways.ts';
import { Schedule } from './schedule.ts';
import { createSoul } from './soul.ts';
import type { Soul } from './soul.ts';
import { Observer } from './witness.ts';

export interface Options {
  readonly seed: number;
  /** Called with what happens, for whoever replays a seed. */
  readonly trace?: (line: string) => void;
  /** Who does harm in one particular way, if not whoever the seed draws. */
  readonly offender?: OffenderKind;
  /** Without accounts and decisions, as worlds were before there were any. */
  readonly isPlain?: boolean;
  /** Nothing is pushed through, and nobody let go, as in worlds of before. */
  readonly isCalm?: boolean;
  /** Without gatherings, as in worlds of before. */
  readonly isLone?: boolean;
}

const honestNames = ['Ana', 'Biel', 'Carme', 'Didac', 'Member 5', 'Member 6'];

/**
 * A community in one process: phones, a network, disks and one clock, moved one step at
 * a time from one seed. It holds things together; what people do is in honest.ts and
 * hostile.ts, what happens to them in chaos.ts.
 */
export class World implements Surroundings<SimPhone> {
  readonly options: Options;
  readonly chance: Chance;
  readonly schedule = new Schedule();
  readonly network: Network;
  readonly halls: Halls | null;
  readonly connections: Connections | null;
  readonly witness: Observer;
  readonly trouble: Trouble;
  readonly charter: Charter;
  readonly community: CommunityId;
  readonly phones: SimPhone[] = [];
  readonly souls: Soul[] = [];
  /** Which side of the rift each phone is on; nobody is apart from who is not here. */
  readonly sides = new Map<string, number>();
  /** Whether also those are apart of whom nobody said so: who is new is on side 0. */
  isSplit = false;
  /** Whom a story is about: another one about them would only confuse both. */
  readonly #told = new Set<Soul>();
  /** First thing that went wrong. */
  failure: string | null = null;
  /** Troubles begin after the founding, end when the world heals, and in the end all rest. */
  phase: 'founding' | 'days' | 'healing' | 'rest' = 'founding';
  steps = 0;
  readonly #delays: Weather['delay'];

  constructor(options: Options) {
    this.options = options;
    this.chance = new Chance(options.seed);
    const dice = this.chance.branch('world');
    this.trouble = troubleIn(this.chance, dice, options);
    this.#delays = dice.percent(50) ? { least: 5, most: 60 } : { least: 20, most: 900 };
    const weather: Weather = {
      delay: this.#delays,
      isApart: (a, b) => this.isApart(a, b),
    };
    const { schedule } = this;
    const air = { schedule, chance: this.chance.branch('network'), weather };
    this.network = new Network(air);
    const pair: Network['pair'] = (here, there) => this.network.pair(here, there);
    const isMet = this.trouble.reach === 'rooms';
    this.halls = isMet
      ? new Halls({ ...air, chance: this.chance.branch('halls'), pair })
      : null;
    const isBrought = this.trouble.reach === 'neighbours';
    this.connections = isBrought ? new Connections(schedule, pair) : null;
    this.witness = new Observer(this);
    const people = dice.between(3, 6);
    for (const name of honestNames.slice(0, people))
      this.souls.push(createSoul(name, true));
    for (let n = 1; n <= this.trouble.hostile; n++) {
      this.souls.push(createSoul(`Rogue ${n}`, false));
    }
    for (const soul of this.souls) this.phoneFor(soul);
    const charter = charterOf(this.founder, dice);
    const { ours, together } = this.trouble;
    const deciding = ours ? decidingIn(charter, this.chance) : charter;
    this.charter = together ? { ...deciding, voice: 1 } : deciding;
    this.community = communityIdOf(encodeCharter(this.charter));
  }

  waysOf(life: Life): SimWays {
    const { halls, connections } = this;
    if (halls) return { relays: [simRelay], openIntroducer: halls.openFor(life) };
    const connector = connections?.connectorFor(life);
    return { relays: [], ...(connector ? { connector } : {}) };
  }

  phoneFor(soul: Soul, isKeeper = false): SimPhone {
    // By name: what was stolen keeps its own, and gives it to nobody else.
    const count = this.phones.filter((phone) => phone.soul.name === soul.name).length;
    const kind = isKeeper ? 'keeper' : 'phone';
    const name = count === 0 ? soul.name : `${soul.name}'s ${kind} ${count + 1}`;
    const phone = new SimPhone(this, soul, name, isKeeper);
    this.phones.push(phone);
    this.witness.meets(phone);
    return phone;
  }

  get founder(): SimPhone {
    const [first] = this.phones;
    if (first === undefined) throw new Error('Bug: a world without phones');
    return first;
  }

  isFree(soul: Soul): boolean {
    return !this.#told.has(soul);
  }

  tellOf(soul: Soul): void {
    this.#told.add(soul);
  }

  honestPhones(): SimPhone[] {
    return this.phones.filter((phone) => phone.soul.isHonest && !phone.isRetired);
  }

  /** Honest phones at work, whose owner is a member as far as they know. */
  writers(): SimPhone[] {
    return this.honestPhones().filter(
      ({ running, soul, device, isAtRest, isKeeper }) =>
        !isAtRest &&
        !isKeeper &&
        running?.writer?.spent === false &&
        running.replica.ledger.isEverMember(soul.member) &&
        running.replica.ledger.hasStanding(soul.member, device),
    );
  }

  wear(phone: SimPhone): Wear {
    if (this.phase !== 'days' || !phone.soul.isHonest) return { crash: 0, unsure: 0 };
    const { crashes, unsureDisks } = this.trouble;
    return { crash: crashes ? 0.5 : 0, unsure: unsureDisks ? 2 : 0 };
  }

  get isAtRest(): boolean {
    return this.phase === 'rest';
  }

  isApart(one: string, other: string): boolean {
    if (this.isAtRest) return true;
    const usual = this.isSplit ? 0 : undefined;
    const [a, b] = [this.sides.get(one) ?? usual, this.sides.get(other) ?? usual];
    return a !== undefined && b !== undefined && a !== b;
  }

  /** Connects two phones. What honest ones say of each other is looked at. */
  dial(from: SimPhone, to: SimPhone): void {
    const [here, there] = [from.running, to.running];
    if (here === null || there === null || here === there) return;
    const [one, other] = this.network.pair(here.life, there.life);
    this.note(`${from.name} dials ${to.name}`);
    const links = [
      here.mesh.connectChannel(one, 'dialler'),
      there.mesh.connectChannel(other, 'answerer'),
    ];
    for (const [i, linked] of links.entries()) {
      const [of, with_] = i === 0 ? [from, to] : [to, from];
      const { life } = i === 0 ? here : there;
      this.watch(
        linked.then(async (result) => {
          if (life.isOver || !of.soul.isHonest || !with_.soul.isHonest) return;
          if (result.ok) await this.#seeOut(result.value, of, with_);
          else this.#judgeRefusal(result.error, of, with_);
        }),
      );
    }
  }

  async #seeOut(link: Link, of: SimPhone, with_: SimPhone): Promise<void> {
    const ending = await link.ended;
    if (ending.type === 'Closed' || ending.type === 'Silent') return;
    this.fail(`${of.name} dropped ${with_.name}, who is honest: ${ending.why}`);
  }

  #judgeRefusal(why: HandshakeRefused, of: SimPhone, with_: SimPhone): void {
    this.note(`${of.name} and ${with_.name}: ${JSON.stringify(why)}`);
    const verdict = 'verdict' in why ? why.verdict : null;
    const isWrong =
      why.type === 'Malformed' ||
      why.type === 'OtherVersion' ||
      verdict === 'BadProof' ||
      verdict === 'BadRequest';
    if (isWrong)
      this.fail(`${of.name} refused honest ${with_.name}: ${JSON.stringify(why)}`);
  }

  watch(work: Promise<unknown>): void {
    work.catch((cause: unknown) => {
      this.fail(
        `thrown: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
      );
    });
  }

  fail(why: string): void {
    this.failure ??= `${why} (at ${Math.round(this.schedule.now)} ms, step ${this.steps})`;
  }

  /** Asked as a question, because whatever is awaited may have failed meanwhile. */
  hasFailed(): boolean {
    return this.failure !== null;
  }

  note(line: string): void {
    this.options.trace?.(`${Math.round(this.schedule.now)} ${line}`);
  }

  /** Lets the next thing happen, and all that follows from it. False when it is over. */
  async step(): Promise<boolean> {
    const happening = this.schedule.next();
    if (happening === null || this.hasFailed()) return false;
    this.steps += 1;
    try {
      happening.run();
    } catch (cause) {
      this.fail(
        `thrown: ${cause instanceof Error ? (cause.stack ?? '') : String(cause)}`,
      );
    }
    // Every promise of this world is settled by itself or by another step.
    await new Promise((resolve) => setImmediate(resolve));
    this.witness.lookAround(this.phones);
    return !this.hasFailed();
  }

  async runUntil(at: number): Promise<boolean> {
    const moment = { isHere: false };
    this.schedule.after(at - this.schedule.now, 'until', () => (moment.isHere = true));
    return this.runWhile(() => !moment.isHere);
  }

  /** False when it ended before. */
  async runWhile(goesOn: () => boolean): Promise<boolean> {
    while (goesOn()) if (!(await this.step())) return false;
    return true;
  }

  /** "Let them in", as the entry a member writes who was asked by hand. */
  async admission(phone: SimPhone): Promise<MemberAdmit> {
    const { member } = phone.soul;
    const { device } = phone;
    const certificate = await phone.certificate();
    return {
      type: 'member.admit',
      member,
      device,
      role: 0,
      ...certificate,
      invite: null,
    };
  }
}

/** Where things are decided, more have a voice. */
function decidingIn(charter: Charter, chance: Chance): Charter {
  const own = chance.branch('deciding');
  const circle = own.percent(75) ? 64 : charter.circle;
  return { ...charter, circle, voice: own.percent(40) ? 1 : 2 };
}

function charterOf({ soul, device }: SimPhone, dice: Chance): Charter {
  const join = Number(dice.weighted({ '1': 60, '2': 25, '3': 15 }));
  return {
    version: 1,
    random: toHex(dice.bytes(16)),
    founder: soul.member,
    device,
    name: 'Els Plataners',
    unit: 'hour',
    limit: dice.between(0, 600) as Minutes,
    join,
    voice: 2,
    circle: dice.pick(join === 1 ? [0, 2, 64] : [join, join + 2, 64]) ?? 64,
    openingTotal: null,
    relays: [],
    ice: [],
    language: 'ca',
    words: '',
  };
}
