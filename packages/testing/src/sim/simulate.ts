import { differencesOf, honestPhones, isLetGo, mayRenew } from './agreement.ts';
import { renew, strike } from './chaos.ts';
import { simSecret } from './admitting.ts';
import { actHonestly, settleIn } from './honest.ts';
import { Rogues } from './hostile.ts';
import { judge, lookForErased, reopen } from './judge.ts';
import { Keepers, writtenByKeepers } from './keepers.ts';
import { isOffender } from './offenders/kinds.ts';
import type { Offender, OffenderKind } from './offenders/kinds.ts';
import { offenderIn } from './offenders/offender.ts';
import { writtenIn } from './writtenIn.ts';
import { Gathered } from './ours/gathered.ts';
import { Ours, giveVoices } from './ours/ours.ts';
import { PushedThrough } from './ours/pushedThrough.ts';
import { SimParcels } from './parcels.ts';
import { meetAll } from './reach.ts';
import { Recoveries } from './recoveries.ts';
import { Scraps } from './scraps.ts';
import pinned from './pinned.json';
import type { MemberId } from '@manyhands/base';
import type { Replica } from '@manyhands/replica';
import { withSyncKeys } from './syncKeys.ts';
import { World } from './world.ts';
import type { Options } from './world.ts';

interface Pinned {
  readonly seed: number;
  readonly offender?: string;
  /** With accounts and decisions, if its seed draws them; the others are from before these. */
  readonly hasOurs?: true;
  /** With what is pushed through together; those with accounts before these are without. */
  readonly hasTogether?: true;
  /** With gatherings; those of before are without. */
  readonly hasGathered?: true;
  /** It takes a second and more: `npm run verify` and `npm run sim` live it. */
  readonly isLong?: true;
}

/** Worlds that failed once. They run always, so that what was mended stays mended. */
export const pinnedWorlds: readonly (Omit<Options, 'trace'> & {
  readonly isLong?: boolean;
})[] = (pinned as readonly Pinned[]).map((each) => {
  const { seed, offender, isLong = false, hasOurs = false, hasTogether = false } = each;
  const isLone = each.hasGathered !== true;
  const isCalm = hasOurs && !hasTogether;
  const world = { seed, isLong, isPlain: !hasOurs && !hasTogether, isCalm, isLone };
  const isAsked = offender !== undefined && isOffender(offender);
  return isAsked ? { ...world, offender } : world;
});

export interface Outcome {
  readonly seed: number;
  /** Who did harm in one particular way, and whether somebody asked for them. */
  readonly offender: OffenderKind;
  readonly asked: OffenderKind | null;
  /** Somebody asked for it without accounts and decisions. */
  readonly isPlain: boolean;
  readonly isCalm: boolean;
  readonly isLone: boolean;
  /** What went wrong first; null when nothing did. */
  readonly failure: string | null;
  readonly steps: number;
  readonly phones: number;
  readonly entries: number;
  readonly transfers: number;
  /** Logs that were cut. */
  readonly cuts: number;
  /** Transfers that rest on a witness. */
  readonly carried: number;
  /** Entries that witnesses carry, all replicas taken together. */
  readonly witnesses: number;
  /** Parcels that were opened. */
  readonly parcels: number;
  /** Entries that keepers wrote: most of them count nowhere. */
  readonly kept: number;
  /** Accounts, what was signed for them, and decisions: how many there are in the end. */
  readonly ours: Readonly<Record<OursCount, number>>;
  /** Entries of each type that a phone holds in the end. */
  readonly written: Readonly<Record<string, number>>;
  /** Milliseconds of the world's own clock. */
  readonly lasted: number;
}

type OursCount =
  | 'accounts'
  | 'changes'
  | 'signed'
  | 'marked'
  | 'void'
  | 'motions'
  | 'taken'
  | 'paused'
  | 'removed'
  | 'lifted'
  | 'secrets';

/** How long a community may take to agree once nothing stands in its way (T12). */
const healWithin = 240_000;
/** And where somebody said far too much: of one member 30 entries an hour are carried (replica/P8). */
const loudWithin = 6 * 3_600_000;
/** And where somebody is let go: each phone waits for the days after which it acts on it. */
const lettingGoWithin = 360_000;
/**
 * And where two made a secret for one removal: of one number a phone takes a few of others at once, and
 * then the lowest each hour (mesh/M12, decision 0069).
 */
const secretWithin = lettingGoWithin + 3_600_000;
const hasLoud = ({ trouble: { offender } }: World): boolean =>
  offender === 'loud' || offender === 'crowder' || offender === 'opener';

/** Lives one community through from one seed. It never rejects: a throw is a failure. */
export async function simulate(options: Options): Promise<Outcome> {
  const world = new World(options);
  const catching = (cause: unknown): void => {
    world.fail(
      `unhandled: ${cause instanceof Error ? (cause.stack ?? '') : String(cause)}`,
    );
  };
  process.on('unhandledRejection', catching);
  const parcels = new SimParcels(world);
  try {
    await withSyncKeys(() => live(world, parcels));
  } finally {
    process.off('unhandledRejection', catching);
  }
  const replica = world.phones.find(({ running }) => running !== null)?.running
    ?.replica;
  const transfers = [...(replica?.ledger.transfers() ?? [])];
  return {
    seed: options.seed,
    offender: world.trouble.offender,
    asked: options.offender ?? null,
    isPlain: options.isPlain ?? false,
    isCalm: options.isCalm ?? false,
    isLone: options.isLone ?? false,
    failure: world.failure,
    steps: world.steps,
    phones: world.phones.length,
    entries: replica?.vector().reduce((sum, { length }) => sum + length, 0) ?? 0,
    transfers: transfers.length,
    cuts: replica?.ledger.cuts().length ?? 0,
    carried: transfers.filter(({ rests }) => rests === 'witness').length,
    witnesses: world.witness.witnesses,
    parcels: parcels.opened,
    kept: writtenByKeepers(world),
    ours: oursIn(world, replica),
    written: writtenIn(replica),
    lasted: Math.round(world.schedule.now),
  };
}

function oursIn(world: World, replica: Replica | undefined): Outcome['ours'] {
  const { ledger } = replica ?? {};
  const accounts = ledger?.accounts() ?? [];
  const transfers = [...(ledger?.transfers() ?? [])];
  const motions = ledger?.motions() ?? [];
  const count = <T>(items: readonly T[], isOne: (item: T) => boolean): number =>
    items.filter(isOne).length;
  const isOf =
    (standing: string) =>
    ({ member }: { member: MemberId }): boolean =>
      ledger?.standingOf(member) === standing;
  return {
    accounts: accounts.length,
    changes: count(accounts, ({ account, newest }) => newest[0]?.id !== account),
    signed: count(
      transfers,
      ({ proposer, party, status }) =>
        status === 'exists' &&
        accounts.some(({ account }) => account === proposer || account === party),
    ),
    marked: count(transfers, ({ mark }) => mark !== null),
    void: count(transfers, ({ status }) => status === 'void'),
    motions: motions.length,
    taken: count(motions, ({ isTaken }) => isTaken),
    paused: count(ledger?.members() ?? [], isOf('paused')),
    removed: count(ledger?.members() ?? [], isOf('removed')),
    lifted: new Set(world.phones.flatMap(({ held }) => [...held.back])).size,
    secrets: Math.max(0, ...world.phones.map(({ secret }) => secret?.epoch ?? 0)),
  };
}

async function live(world: World, parcels: SimParcels): Promise<void> {
  if (!(await begin(world))) return;
  world.phase = 'days';
  const chance = world.chance.branch('days');
  const rogues = new Rogues(world);
  const recoveries = world.trouble.recoveries
    ? new Recoveries(world, rogues.scribe())
    : null;
  const keepers = new Keepers(world);
  const offender = offenderIn(world, rogues.accomplice);
  const ours = world.trouble.ours ? new Ours(world, rogues.accomplice) : null;
  const together = world.trouble.together ? new PushedThrough(world) : null;
  const gathered = world.trouble.gathered
    ? new Gathered(world, rogues.accomplice)
    : null;
  const scraps = world.trouble.scraps ? new Scraps(world) : null;
  const days = chance.between(60, 240);
  for (let day = 0; day < days; day++) {
    turn(world, rogues, chance.weighted({ honest: 55, chaos: 30, hostile: 15 }));
    recoveries?.turn(day);
    offender?.turn(day);
    scraps?.turn();
    ours?.turn();
    together?.turn();
    gathered?.turn();
    if (world.trouble.keepers) keepers.turn(day);
    if (world.trouble.parcels) parcels.turn();
    world.halls?.turn();
    const pause = chance.percent(5)
      ? chance.between(3_000, 15_000)
      : chance.between(20, 900);
    if (!(await world.runUntil(world.schedule.now + pause))) return;
  }
  await heal(world, { rogues, parcels, offender });
}

/** The founder's phone opens; the first entries are written; the others open theirs. */
async function begin(world: World): Promise<boolean> {
  world.founder.secret = simSecret;
  world.founder.boot();
  if (!(await world.runUntil(500))) return false;
  const settled = { isDone: false };
  const settling = settleIn(world).then(() =>
    world.trouble.ours ? giveVoices(world) : undefined,
  );
  world.watch(settling.then(() => (settled.isDone = true)));
  if (!(await world.runWhile(() => !settled.isDone))) return false;
  return world.runUntil(world.schedule.now + 300);
}

function turn(
  world: World,
  rogues: Rogues,
  whose: 'honest' | 'chaos' | 'hostile',
): void {
  const chance = world.chance;
  if (whose === 'chaos') {
    strike(world, chance);
    return;
  }
  if (whose === 'hostile' && world.trouble.hostile > 0) {
    rogues.attack();
    return;
  }
  const phone = chance.pick(world.writers());
  if (phone) actHonestly(world, phone, chance);
}

/** From now on no frame goes between two halves: what crosses is carried by hand. */
function split(world: World): void {
  const chance = world.chance.branch('split');
  world.isSplit = true;
  for (const { name } of world.phones) world.sides.set(name, chance.between(0, 1));
}

interface People {
  readonly rogues: Rogues;
  readonly parcels: SimParcels;
  readonly offender: Offender | null;
}

/** Everything is mended and everybody meets: now they must come to agree. */
async function heal(world: World, people: People): Promise<void> {
  const { rogues, parcels, offender } = people;
  world.phase = 'healing';
  world.sides.clear();
  if (world.trouble.onlyParcels) split(world);
  world.halls?.reopen();
  world.note('healing');
  if (!world.trouble.stubborn) {
    rogues.leave();
    offender?.leave();
  }
  for (const phone of world.honestPhones()) {
    phone.disk.free();
    phone.freeze(0);
    if (phone.hasLived) phone.boot();
  }
  const begun = world.schedule.now;
  const usual = world.trouble.lettingGo ? lettingGoWithin : healWithin;
  let within = hasLoud(world) ? loudWithin : usual;
  let isLonger = false;
  const chance = world.chance.branch('healing');
  let lacking = differencesOf(world);
  for (let quiet = 0; quiet < 4;) {
    const lasted = world.schedule.now - begun;
    if (lasted > within && !isLonger) {
      isLonger = true;
      within += longerFor(world, lacking);
    }
    if (lasted > within) {
      world.fail(`not agreed after ${within / 1_000} s: ${lacking}`);
      return;
    }
    meet(world, parcels, chance);
    if (world.trouble.stubborn && world.trouble.hostile > 0) rogues.attack();
    const pause = lasted > healWithin ? 60_000 : 2_000;
    if (!(await world.runUntil(world.schedule.now + pause))) return;
    lacking = differencesOf(world) ?? offender?.owed?.() ?? null;
    quiet = lacking === null ? quiet + 1 : 0;
  }
  offender?.judge();
  await judge(world);
  await lookForErased(world);
  if (!world.hasFailed()) await reopen(world);
}

/** Of one member so much an hour is said again by one device (replica/P8). */
const saidInAnHour = 30;

/**
 * How much longer it may take, once: by what rules let it wait. Whoever holds much that others may never
 * get says it again, so much an hour, and until then what they differ in is nobody's fault.
 */
function longerFor(world: World, lacking: string | null): number {
  const ofSecrets = lacking?.startsWith('secrets differ') === true ? secretWithin : 0;
  if (!hasLoud(world)) return ofSecrets;
  const hours = honestPhones(world).map(({ running }) => {
    const counts = new Map<MemberId, number>();
    for (const { entry } of running?.replica.forks.toRepeat() ?? []) {
      counts.set(entry.log.member, (counts.get(entry.log.member) ?? 0) + 1);
    }
    return Math.ceil(Math.max(0, ...counts.values()) / saidInAnHour);
  });
  return ofSecrets + Math.max(0, ...hours) * 3_600_000;
}

/** Whoever fell silent begins anew; then everybody looks for everybody. */
function meet(world: World, parcels: SimParcels, chance: World['chance']): void {
  const phones = world.honestPhones().filter(({ isUp }) => isUp);
  for (const phone of phones) {
    const hosts = world.writers().filter(({ soul }) => !isLetGo(phones, soul.member));
    const host = mayRenew(phone) ? chance.pick(hosts) : undefined;
    if (host === undefined) continue;
    world.note(`${phone.name} is spent`);
    world.watch(renew(world, phone, host));
  }
  meetAll(world, chance);
  if (world.isSplit) parcels.cross();
}
