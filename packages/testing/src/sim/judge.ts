/** What must be true once the honest phones of a world agree. */
import type { DeviceKey, EntryId, LogId, MemberId, PartyId } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { logIdOf } from '@manyhands/ledger';
import type { Entry, Ledger } from '@manyhands/ledger';
import { honestPhones, agreedStateOf } from './agreement.ts';
import { simSecret } from './admitting.ts';
import { honestTransfers } from './honest.ts';
import { isKept, judgeKeepers } from './keepers.ts';
import { truthOf } from './oracle.ts';
import type { Truth } from './oracle.ts';
import type { SimPhone } from './phone.ts';
import { allRunsOf } from './rawRuns.ts';
import type { Listed } from './rawStatements.ts';
import { isObservedSigned } from './observed.ts';
import { memberSubjectOf } from './rawShared.ts';
import type { World } from './world.ts';

/** What must be true of every honest replica, and what the oracle says of all of them. */
export async function judge(world: World): Promise<void> {
  const phones = honestPhones(world).filter(({ running }) => running !== null);
  judgeHonestHours(world, phones);
  judgeKeepers(world, phones);
  const replicas = phones.flatMap(({ running }) => running?.replica ?? []);
  // One set for all: what one of them has, and what counts, is missing nowhere.
  const truth = await truthOf(fromHex(world.community), allRunsOf(replicas));
  for (const phone of phones) {
    judgeHours(world, phone, truth);
    judgeShared(world, phone, truth);
    judgeBoard(world, phone, truth);
    judgeIdentities(world, phone, truth);
    judgeCompany(world, phone, truth);
  }
  for (const phone of phones) judgeTold(world, phone, truth);
  judgeLetGo(world, phones, truth);
}

/**
 * Hours that honest people agreed on, whoever did what meanwhile; but not those beyond a cut
 * of which only spoilt copies are left: those nobody can carry (replica/H9, T14).
 */
function judgeHonestHours(world: World, phones: readonly SimPhone[]): void {
  const survived = survivors(phones, world).filter((act) => !isSpoilt(phones, act));
  const counted = honestTransfers(survived.filter((entry) => !isKept(world, entry)));
  for (const { name, running } of phones) {
    for (const [proposal, party] of counted) {
      const ledger = running?.replica.ledger;
      const line = ledger?.transfer(proposal, party as MemberId);
      // Only what is marked can be decided not to stand (ledger/L23).
      const isVoid =
        line?.status === 'void' &&
        line.mark !== null &&
        ledger?.shouldStand(proposal, party as MemberId) === false;
      if (line?.status !== 'exists' && !isVoid) {
        world.fail(`${name} does not count an honest transfer: ${proposal}/${party}`);
      }
    }
  }
}

function judgeHours(world: World, { name, running }: SimPhone, truth: Truth): void {
  if (running === null) return;
  const { ledger } = running.replica;
  judgeLines(world, ledger, truth);
  for (const [party, minutes] of truth.balances) {
    const said = ledger.balanceOf(party as PartyId);
    if (said !== minutes)
      world.fail(`the oracle has ${minutes} for ${party}, the fold of ${name} ${said}`);
  }
  // Of others a leaving that came alone may be on its way, and no sum or hash waits for it.
  for (const { member, left, everMember } of ledger.members()) {
    if (everMember && left !== truth.left.has(member))
      world.fail(`the oracle says ${left ? 'not ' : ''}of ${member} that they left`);
  }
  if (truth.stateHash !== ledger.stateHash()) {
    world.fail(
      `the oracle has another stateHash: ${truth.stateHash} ${ledger.stateHash()}`,
    );
  }
}

/** What no hash has of a line: how it rests, and what it is marked with (ledger/L9, ledger/L19). */
function judgeLines(world: World, ledger: Ledger, truth: Truth): void {
  for (const { proposal, party, status, rests, mark } of ledger.transfers()) {
    if (status !== 'exists' && status !== 'void') continue;
    const truly = truth.lines.get(`${proposal}/${party}`);
    if (truly?.isCarried !== (rests === 'witness'))
      world.fail(`the oracle rests a transfer otherwise: ${proposal}/${party}`);
    if (truly?.mark !== mark) {
      const said = `${mark ?? 'plain'}, not ${truly?.mark ?? 'plain'}`;
      world.fail(`the oracle marks a transfer otherwise: ${proposal}/${party} ${said}`);
    }
  }
}

/** ledger/L17 and ledger/L20, ledger/L21, ledger/L22: what no hash has of accounts and of motions. */
function judgeShared(
  world: World,
  { name, running }: SimPhone,
  { accounts, motions }: Truth,
): void {
  if (running === null) return;
  const { ledger } = running.replica;
  for (const [id, { newest }] of accounts) {
    const rivals = new Set(
      newest.map(({ threshold, signers }) => [threshold, ...signers].join()),
    );
    const isContested = ledger.account(id as PartyId)?.isContested;
    if (isContested !== rivals.size > 1)
      world.fail(`the oracle finds account ${id} contested otherwise than ${name}`);
  }
  for (const { id, yes, no, of } of motions) {
    const said = ledger.motion(id as EntryId);
    const isSame =
      said?.yes.join() === yes.join() && said.no.join() === no.join() && said.of === of;
    if (!isSame)
      world.fail(
        `the oracle counts ${yes.length} yes, ${no.length} no of ${of} on ${id}, ` +
          `${name} ${said?.yes.length}, ${said?.no.length} of ${said?.of}`,
      );
  }
}

function judgeBoard(world: World, { name, running }: SimPhone, truth: Truth): void {
  const { boardHash, flaw } = truth.board;
  if (flaw !== null) world.fail(`the oracle finds fault with a board: ${flaw}`);
  if (running !== null && boardHash !== running.replica.board.boardHash())
    world.fail(`the oracle has another boardHash than ${name}: ${boardHash}`);
}

/** ledger/L12: which key speaks for whom, who stands where, who is out and who speaks. */
function judgeIdentities(
  world: World,
  { name, running }: SimPhone,
  truth: Truth,
): void {
  if (running === null) return;
  const { ledger } = running.replica;
  for (const [id, { versions, newest, isContested }] of truth.chains) {
    const member = id as MemberId;
    const keys = ledger.identitiesOf(member).map(({ key }) => key);
    const isSame =
      keys.join() === versions.map(({ key }) => key).join() &&
      ledger.isContested(member) === isContested &&
      listOf(ledger.identityOf(member)) === listOf(newest);
    if (!isSame) world.fail(`the oracle knows ${id} by another key than ${name}`);
  }
  for (const truly of truth.devices) {
    const [member, device] = [truly.member as MemberId, truly.device as DeviceKey];
    const said = viewOf(ledger, world.community, member, device);
    const isSame = JSON.stringify(said) === JSON.stringify(pictureOf(truly));
    if (!isSame)
      world.fail(
        `of ${device} ${name} says ${JSON.stringify(said)}, the oracle ${JSON.stringify(pictureOf(truly))}`,
      );
  }
}

const listOf = ({ devices }: { readonly devices: readonly Listed[] }): string =>
  JSON.stringify(
    devices.map(({ device, ledgerCut, boardCut }) => [device, ledgerCut, boardCut]),
  );

function viewOf(
  ledger: Ledger,
  id: World['community'],
  member: MemberId,
  device: DeviceKey,
) {
  const end = (kind: 'ledger' | 'board'): number | null =>
    ledger.endOf({ community: id, kind, member, device });
  return {
    role: ledger.roleOf(member, device),
    ends: { ledger: end('ledger'), board: end('board') },
    isOut: ledger.isOut(member, device),
    speaks: ledger.speaks(member, device),
  };
}

const pictureOf = ({ role, ends, isOut, speaks }: Truth['devices'][number]) => ({
  ...{ role, ends, isOut, speaks },
});

/** Whom nobody may be linked with, and whose logs nobody may keep. */
function judgeCompany(
  world: World,
  { name, running, soul, device }: SimPhone,
  truth: Truth,
): void {
  if (running === null) return;
  const out = new Set(
    truth.devices.filter(({ isOut }) => isOut).map((each) => each.member + each.device),
  );
  const peer = running.mesh.peers().find((each) => out.has(each.member + each.device));
  if (peer !== undefined && !out.has(soul.member + device))
    world.fail(`${name} is linked with a device that is out: ${peer.device}`);
  const stray = running.replica
    .vector()
    .find(({ log }) => !truth.kept.has(log.member + log.device));
  if (stray !== undefined)
    world.fail(
      `${name} keeps a log that no claimed key has named: ${stray.log.device}`,
    );
}

/** What others only said: of what they keep, and of where to meet. */
function judgeTold(world: World, phone: SimPhone, truth: Truth): void {
  const { name, running } = phone;
  if (running === null) return;
  const { replica, mesh } = running;
  const honest = new Set(
    world.phones.filter(({ soul }) => soul.isHonest).map(({ device }) => device),
  );
  const logs = [...replica.vector(), ...replica.ledger.cuts()].map(({ log }) => log);
  const held = new Map(logs.map((log) => [logIdOf(log), replica.head(log).length]));
  const isLonger = (logId: LogId, length: number) => {
    held.set(logId, Math.max(held.get(logId) ?? 0, length));
  };
  // Also places of which nothing but a tombstone is left: somebody kept them.
  for (const { logId, seq } of world.witness.honest.values()) isLonger(logId, seq + 1);
  for (const [logId, length] of world.witness.metBy(phone)) isLonger(logId, length);
  for (const [device, said] of mesh.acks()) {
    if (honest.has(device)) continue;
    for (const [logId, length] of said) {
      if (length > (held.get(logId) ?? 0))
        world.fail(`${name} believes ${length} entries of a log kept by ${device}`);
    }
  }
  const room = phone.secret;
  if (room === null) return;
  const isFirst = toHex(room.secret) === toHex(simSecret.secret);
  const mayBe = truth.motions.filter(({ wasTaken }) => wasTaken).length;
  // Another's bytes are of no removal only where a cut took away what bore them out (mesh/M12).
  const atLeast = replica.ledger.cuts().length > 0 ? 0 : 1;
  if (isFirst ? room.epoch !== 0 : room.epoch < atLeast || room.epoch > mayBe)
    world.fail(`${name} was sent to another room, of epoch ${room.epoch}`);
}

/** Who is to leave, of whom nobody ever said otherwise, was told no secret of those who stay. */
function judgeLetGo(world: World, phones: readonly SimPhone[], truth: Truth): void {
  const taken = truth.motions.filter(({ wasTaken }) => wasTaken);
  for (const { name, running } of phones) {
    if (running === null) continue;
    const { ledger } = running.replica;
    if (ledger.removals() !== taken.length)
      world.fail(
        `the oracle knows ${taken.length} removals, ${name} ${ledger.removals()}`,
      );
    const isOther = ({ member }: { member: MemberId }): boolean =>
      (ledger.standingOf(member) === 'removed') !== truth.letGo.has(member);
    const other = ledger.members().find(isOther);
    if (other) world.fail(`${name} and the oracle differ in whether one was let go`);
  }
  if (!world.trouble.lettingGo) return;
  for (const { name, soul, secret } of world.phones) {
    const about = truth.motions.filter(({ subjects }) =>
      subjects.includes(memberSubjectOf(soul.member)),
    );
    const isPlain =
      truth.letGo.has(soul.member) &&
      about.every(({ value, no, yes }) => value === 2 || yes.length + no.length < 2) &&
      about.every(({ no }) => no.length === 0) &&
      !world.phones.some(({ held }) => held.back.has(soul.member));
    if (isPlain && (secret?.epoch ?? 0) >= taken.length)
      world.fail(`${name} was let go, and holds the secret of those who stay`);
  }
}

/** What is gone from every board is gone from every disk, once that has settled (replica/R3). */
export async function lookForErased(world: World): Promise<void> {
  const phones = honestPhones(world).filter(({ running }) => running !== null);
  if (!(await settle(world, phones))) return;
  const gone = [...world.witness.erased.values()].filter(({ id }) =>
    phones.every(({ running }) => running?.replica.entry(id) == null),
  );
  for (const { name, disk } of phones) {
    const raw = rawTextOf(disk.memory);
    const kept = gone.find(({ stored }) => raw.includes(toHex(stored)));
    if (kept) world.fail(`${name} keeps bytes that are erased`);
  }
}

/** In which an app ends what it has begun. */
const endsWithin = 1_000;

/**
 * Every app is closed and opened again by itself, and says the same as before (T11). What duties
 * owe then waits: what they write meanwhile, or as soon as an app opens, is another word.
 */
export async function reopen(world: World): Promise<void> {
  world.phase = 'rest';
  if (!(await world.runUntil(world.schedule.now + endsWithin))) return;
  const phones = honestPhones(world).filter(({ running }) => running !== null);
  if (!(await settle(world, phones))) return;
  // What a disk said it had not taken, and has, comes with the next reading.
  const rereads = phones.map(async ({ running }) => {
    const { writer } = running ?? {};
    if ((await writer?.reread())?.ok === true) await writer?.redeliver();
  });
  if (!(await done(world, rereads))) return;
  const before = phones.map((phone) => agreedStateOf(phone));
  for (const phone of phones) {
    phone.crash();
    phone.boot();
  }
  const isOpening = (): boolean => phones.some(({ running }) => running === null);
  if (!(await world.runWhile(isOpening))) return;
  for (const [i, phone] of phones.entries()) {
    const now = agreedStateOf(phone);
    if (now !== before[i])
      world.fail(`${phone.name} says otherwise once opened again: ${before[i]} ${now}`);
  }
}

/** False when the world ended before. */
const settle = (world: World, phones: readonly SimPhone[]): Promise<boolean> =>
  done(
    world,
    phones.flatMap(({ running }) => running?.replica.settled() ?? []),
  );

async function done(world: World, all: readonly Promise<unknown>[]): Promise<boolean> {
  const isDone = { yet: false };
  world.watch(Promise.all(all).then(() => (isDone.yet = true)));
  return world.runWhile(() => !isDone.yet);
}

/** Every byte of a disk, to look for others in. */
function rawTextOf({ updates, journal, notes }: SimPhone['disk']['memory']): string {
  const rows = [...journal.values()].map(({ stored }) => stored);
  return [...updates, ...rows, ...notes.values()].map(toHex).join(' ');
}

/** Whether whoever has it owes it a witness, and has it with a bad signature of its own. */
function isSpoilt(phones: readonly SimPhone[], { id }: Entry): boolean {
  const holders = phones.filter(({ running }) => running?.replica.entry(id) != null);
  return holders.every(({ running }) => {
    const copy = running?.replica.entry(id);
    const isDue = running?.replica.ledger.unwitnessed().includes(id);
    return copy != null && isDue === true && !isObservedSigned(copy);
  });
}

/** Entries of honest phones that some honest phone still has. */
function survivors(phones: readonly SimPhone[], world: World): Entry[] {
  return [...world.witness.honest.values()].filter(({ id }) =>
    phones.some(({ running }) => running?.replica.entry(id) != null),
  );
}
