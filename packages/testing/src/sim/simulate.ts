import { fromHex, toHex } from '@manyhands/codec';
import type { Replica } from '@manyhands/replica';
import { renew, strike } from './chaos.ts';
import { actHonestly, honestTransfers, settleIn } from './honest.ts';
import { Rogues } from './hostile.ts';
import { Keepers, isKept, judgeKeepers, writtenByKeepers } from './keepers.ts';
import { truthOf } from './oracle.ts';
import { Parcels } from './parcels.ts';
import { rawRunsOf } from './rawRuns.ts';
import { meetAll } from './reach.ts';
import { Recoveries } from './recoveries.ts';
import pinned from './pinned.json';
import type { Phone } from './phone.ts';
import { isSigned } from './witness.ts';
import { withSyncKeys } from './syncKeys.ts';
import { World } from './world.ts';
import type { Options } from './world.ts';

/** Seeds that failed once. They run always, so that what was mended stays mended. */
export const pinnedSeeds: readonly number[] = pinned.map(({ seed }) => seed);

export interface Outcome {
  readonly seed: number;
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
  /** Milliseconds of the world's own clock. */
  readonly lasted: number;
}

/** How long a community may take to agree once nothing stands in its way. */
const healWithin = 240_000;

/** Lives one community through from one seed. It never rejects: a throw is a failure. */
export async function simulate(options: Options): Promise<Outcome> {
  const world = new World(options);
  const catching = (cause: unknown): void => {
    world.fail(
      `unhandled: ${cause instanceof Error ? (cause.stack ?? '') : String(cause)}`,
    );
  };
  process.on('unhandledRejection', catching);
  const parcels = new Parcels(world);
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
    lasted: Math.round(world.schedule.now),
  };
}

async function live(world: World, parcels: Parcels): Promise<void> {
  if (!(await begin(world))) return;
  world.phase = 'days';
  const chance = world.chance.branch('days');
  const rogues = new Rogues(world);
  const recoveries = world.trouble.recoveries
    ? new Recoveries(world, rogues.scribe())
    : null;
  const keepers = new Keepers(world);
  const days = chance.between(60, 240);
  for (let day = 0; day < days; day++) {
    turn(world, rogues, chance.weighted({ honest: 55, chaos: 30, hostile: 15 }));
    recoveries?.turn(day);
    if (world.trouble.keepers) keepers.turn(day);
    if (world.trouble.parcels) parcels.turn();
    world.halls?.turn();
    const pause = chance.percent(5)
      ? chance.between(3_000, 15_000)
      : chance.between(20, 900);
    if (!(await world.runUntil(world.schedule.now + pause))) return;
  }
  await heal(world, rogues, parcels);
}

/** The founder's phone opens; the first entries are written; the others open theirs. */
async function begin(world: World): Promise<boolean> {
  world.founder.boot();
  if (!(await world.runUntil(500))) return false;
  const settled = { isDone: false };
  world.watch(settleIn(world).then(() => (settled.isDone = true)));
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

/** Everything is mended and everybody meets: now they must come to agree. */
async function heal(world: World, rogues: Rogues, parcels: Parcels): Promise<void> {
  world.phase = 'healing';
  world.sides.clear();
  if (world.trouble.onlyParcels) split(world);
  world.halls?.reopen();
  world.note('healing');
  if (!world.trouble.stubborn) rogues.leave();
  for (const phone of world.honestPhones()) {
    phone.disk.free();
    phone.freeze(0);
    if (phone.hasLived) phone.boot();
  }
  const until = world.schedule.now + healWithin;
  const chance = world.chance.branch('healing');
  for (let quiet = 0; quiet < 4;) {
    if (world.schedule.now > until) {
      world.fail(`not agreed after ${healWithin / 1_000} s: ${differencesOf(world)}`);
      return;
    }
    meet(world, parcels, chance);
    if (world.trouble.stubborn && world.trouble.hostile > 0) rogues.attack();
    if (!(await world.runUntil(world.schedule.now + 2_000))) return;
    quiet = differencesOf(world) === null ? quiet + 1 : 0;
  }
  await judge(world);
  await lookForErased(world);
}

/** Whoever fell silent begins anew; then everybody looks for everybody. */
function meet(world: World, parcels: Parcels, chance: World['chance']): void {
  const phones = world.honestPhones().filter(({ isUp }) => isUp);
  for (const phone of phones) {
    const host = mayRenew(phone) ? chance.pick(world.writers()) : undefined;
    if (host === undefined) continue;
    world.note(`${phone.name} is spent`);
    world.watch(renew(world, phone, host));
  }
  meetAll(world, chance);
  if (world.isSplit) parcels.cross();
}

/**
 * Fell silent, and can begin anew: not whose words somebody else has spoken with last, or
 * against them. With another key than the one that counts a device ends as it is named (L12).
 */
function mayRenew({ isSpent, running, soul }: Phone): boolean {
  const ledger = running?.replica.ledger;
  if (!isSpent || ledger?.isContested(soul.member) === true) return false;
  return (ledger?.identityOf(soul.member).version ?? 0) <= (soul.later?.version ?? 0);
}

/** Phones that belong to the community by the word of any of them. */
function community(world: World): Phone[] {
  const phones = world.honestPhones().filter(({ hasLived }) => hasLived);
  return phones.filter(({ soul, device }) =>
    phones.some(({ running }) =>
      running?.replica.ledger.hasStanding(soul.member, device),
    ),
  );
}

function differencesOf(world: World): string | null {
  const phones = community(world);
  const spent = phones.filter(mayRenew);
  if (spent.length > 0) return `still spent: ${namesOf(spent)}`;
  const states = new Map<string, Phone[]>();
  for (const phone of phones) {
    const state = stateOf(phone);
    states.set(state, [...(states.get(state) ?? []), phone]);
  }
  if (states.size === 1 && !states.has('off')) return hoursToCarry(phones);
  return [...states]
    .map(([state, [first, ...others]]) => {
      if (first === undefined) return state;
      return `${namesOf([first, ...others])}: ${state} ${looseIn(world, first)}`;
    })
    .join(' | ');
}

/** Hours that two had signed, beyond a cut, that somebody could carry and nobody has (L9). */
function hoursToCarry(phones: readonly Phone[]): string | null {
  for (const { name, running } of phones) {
    const due = (running?.replica.ledger.unwitnessed() ?? [])
      .map((id) => running?.replica.entry(id))
      .filter((act) => act != null && isSigned(act));
    if (due.length > 0) return `${name} knows of ${due.length} acts nobody carried`;
  }
  return null;
}

const namesOf = (phones: readonly Phone[]): string =>
  phones.map(({ name }) => name).join(', ');

/** Enough of everything that must be equal. */
function stateOf({ running }: Phone): string {
  if (running === null) return 'off';
  const { replica } = running;
  const { ledger, board } = replica;
  const hashes = [replica.digest(), ledger.stateHash(), board.boardHash()];
  const parts = [...hashes, boardOf(replica)];
  return parts.map((part) => part.slice(0, 8)).join(' ');
}

/** What a replica holds without its chain: the usual reason why two differ. */
function looseIn(world: World, { running }: Phone): string {
  const nameOf = (device: string): string =>
    world.phones.find((phone) => phone.device === device)?.name ?? 'a puppet';
  const loose = [...(running?.replica.loose() ?? [])].map(
    ({ log, seq, content }) =>
      `${nameOf(log.device)}/${log.kind}/${seq}/${content.type}`,
  );
  return loose.length > 0 ? `(loose: ${loose.join(' ')})` : '';
}

/** All that a board says, in few letters. */
function boardOf(replica: Replica): string {
  const { board, ledger } = replica;
  const profiles = ledger.members().map(({ member }) => board.profileOf(member));
  const invites = board.openInvites().map(({ entry }) => entry.id);
  const thanks = [...ledger.transfers()].map(
    ({ proposal }) => board.thanksFor(proposal).length,
  );
  let hash = 0;
  for (const letter of JSON.stringify([profiles, invites, thanks.sort()])) {
    hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  }
  return (hash >>> 0).toString(16);
}

/** What must be true of every honest replica once they agree. */
async function judge(world: World): Promise<void> {
  const phones = community(world);
  const survived = survivors(phones, world);
  const counted = honestTransfers(survived.filter((entry) => !isKept(world, entry)));
  judgeKeepers(world, phones);
  const [first] = phones;
  if (first?.running == null) return;
  for (const { name, running } of phones) {
    for (const [proposal, party] of counted) {
      const transfer = running?.replica.ledger
        .linesOf(proposal)
        .find((line) => line.party === party);
      if (transfer?.status !== 'exists') {
        world.fail(`${name} does not count an honest transfer: ${proposal}/${party}`);
      }
    }
  }
  const { replica } = first.running;
  const truth = await truthOf(fromHex(world.community), rawRunsOf(replica));
  const { ledger } = replica;
  for (const { proposal, party, status, rests } of ledger.transfers()) {
    const isCarried = truth.rests.has(`${proposal}/${party}`);
    if (status === 'exists' && isCarried !== (rests === 'witness')) {
      world.fail(`the oracle rests a transfer otherwise: ${proposal}/${party}`);
    }
  }
  for (const [party, minutes] of truth.balances) {
    const said = ledger.balanceOf(party as Phone['soul']['member']);
    if (said !== minutes)
      world.fail(`the oracle has ${minutes} for ${party}, the fold ${said}`);
  }
  const { boardHash, flaw } = truth.board;
  if (flaw !== null) world.fail(`the oracle finds fault with a board: ${flaw}`);
  if (boardHash !== replica.board.boardHash()) {
    world.fail(`the oracle has another boardHash: ${boardHash}`);
  }
  if (truth.stateHash !== ledger.stateHash()) {
    world.fail(
      `the oracle has another stateHash: ${truth.stateHash} ${ledger.stateHash()}`,
    );
  }
}

/** What is gone from every board is gone from every disk, once that has settled (R3). */
async function lookForErased(world: World): Promise<void> {
  const phones = community(world).filter(({ running }) => running !== null);
  const settled = { isDone: false };
  const all = phones.flatMap(({ running }) => running?.replica.settled() ?? []);
  world.watch(Promise.all(all).then(() => (settled.isDone = true)));
  if (!(await world.runWhile(() => !settled.isDone))) return;
  const gone = [...world.witness.erased.values()].filter(({ id }) =>
    phones.every(({ running }) => running?.replica.entry(id) == null),
  );
  for (const { name, disk } of phones) {
    const raw = rawTextOf(disk.memory);
    const kept = gone.find(({ stored }) => raw.includes(toHex(stored)));
    if (kept) world.fail(`${name} keeps bytes that are erased`);
  }
}

/** Every byte of a disk, to look for others in. */
function rawTextOf({ updates, journal, notes }: Phone['disk']['memory']): string {
  const rows = [...journal.values()].map(({ stored }) => stored);
  return [...updates, ...rows, ...notes.values()].map(toHex).join(' ');
}

/** Entries of honest phones that some honest phone still has. */
function survivors(phones: readonly Phone[], world: World) {
  return [...world.witness.honest.values()].filter(({ id }) =>
    phones.some(({ running }) => running?.replica.entry(id) != null),
  );
}
