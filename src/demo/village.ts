import { assert } from '@manyhands/base';
import type {
  CommunityId,
  Day,
  DeviceKey,
  MemberId,
  MinuteOfTime,
  Minutes,
} from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import {
  createSealingKey,
  deriveKey,
  randomBytes,
  signingKeyFromSeed,
} from '@manyhands/keys';
import type { SigningKey } from '@manyhands/keys';
import {
  communityIdOf,
  draftCharter,
  encodeCharter,
  foundCommunity,
  readEntry,
} from '@manyhands/ledger';
import type { Entry, KnownContent, LogKind, LogName } from '@manyhands/ledger';
import { openReplica, openWriter, readPage } from '@manyhands/replica';
import type { Journal, Replica, Run, Writer } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import { certify } from '@manyhands/door';
import type { OwnCertificate } from '@manyhands/door';
import { quietMoment } from '../ui/whenQuiet.ts';
import { later } from '../words/later.ts';
import { founderOfDemo, neighbours } from './neighbours.ts';

/** A neighbour of the demo, with a log of their own that only their own key signs. */
export interface DemoNeighbour {
  readonly member: MemberId;
  readonly device: SigningKey;
  readonly writer: Writer;
}

/** The neighbours' side of the demo: a second, whole replica in this page. */
export interface DemoVillage {
  readonly replica: Replica;
  readonly neighbours: readonly DemoNeighbour[];
}

interface NeighbourKeys {
  readonly identity: SigningKey;
  readonly device: SigningKey;
}

/** The clock of a made-up past, which its maker turns forward. */
export interface DemoClock {
  now: MinuteOfTime;
}

/** Bytes; some ten entries. */
const smallPage = 4_096;
/** Milliseconds that each step of their waking waits at most for a moment of rest. */
const patience = 500;

const keysOf = async (seed: Uint8Array, i: number): Promise<NeighbourKeys> => ({
  identity: await signingKeyFromSeed(deriveKey(seed, `demo/identity/${i}`, 32)),
  device: await signingKeyFromSeed(deriveKey(seed, `demo/device/${i}`, 32)),
});

/** Founds the demo's community: eleven neighbours, let in one by one, each with a card. */
export async function foundVillage(
  seed: Uint8Array,
  clock: DemoClock,
): Promise<DemoVillage> {
  const keys = await Promise.all(neighbours.map((_, i) => keysOf(seed, i)));
  const founder = keys[founderOfDemo];
  assert(founder, 'the demo has a founder');
  const charter = draftCharter({
    random: toHex(randomBytes(16)),
    founder: toHex(founder.identity.publicKey) as MemberId,
    device: toHex(founder.device.publicKey) as DeviceKey,
    name: later().village.community,
  });
  assert(charter.ok, 'the demo has a charter');
  const community = communityIdOf(encodeCharter(charter.value));
  const replica = await emptyReplica(community);
  const now = () => clock.now;
  const village = {
    replica,
    neighbours: await Promise.all(keys.map((own) => inhabit(replica, own, now))),
  };
  for (const [i, name] of neighbours.entries()) {
    const neighbour = village.neighbours[i];
    const certificate = await certificateOf(community, keys[i] as NeighbourKeys);
    if (i === founderOfDemo) {
      const content = foundCommunity(charter.value, certificate);
      assert(content.ok, 'the charter founds');
      await writeAs(neighbour, 'ledger', content.value);
    } else {
      await writeAs(
        village.neighbours[founderOfDemo],
        'ledger',
        admitting(certificate),
      );
    }
    await writeAs(neighbour, 'board', profileOf(name));
  }
  return village;
}

/**
 * The same neighbours on another day: what they wrote comes back from the one replica
 * that is on a disk, and their journals from what they wrote. Little by little: somebody
 * looks at the screen meanwhile.
 */
export async function wakeVillage(
  seed: Uint8Array,
  from: Replica,
  now: () => MinuteOfTime,
  breathe: () => Promise<void> | undefined,
): Promise<DemoVillage> {
  const replica = await emptyReplica(from.community, breathe);
  await copy(from, replica, false);
  const awake: DemoNeighbour[] = [];
  for (const i of neighbours.keys()) {
    await quietMoment(patience);
    const keys = await keysOf(seed, i);
    await quietMoment(patience);
    awake.push(await inhabit(replica, keys, now));
  }
  return { replica, neighbours: awake };
}

/**
 * Hands all that `from` holds to `to`, page by page, as a session would. Not at once: in
 * small pages, each in a quiet moment.
 */
export async function copy(from: Replica, to: Replica, atOnce = true): Promise<void> {
  let asks = to.lacks(from.wireVector());
  while (asks.length > 0) {
    if (!atOnce) await quietMoment(patience);
    const { page, rest } = from.page(asks, atOnce ? undefined : smallPage);
    if (!page) return;
    await to.receive(page, { type: 'message' });
    asks = rest;
  }
}

async function emptyReplica(
  community: CommunityId,
  breathe?: () => Promise<void> | undefined,
): Promise<Replica> {
  const store = createMemoryStore();
  const replica = await openReplica({ community, store, ...(breathe && { breathe }) });
  assert(replica.ok, 'memory opens');
  return replica.value;
}

async function inhabit(
  replica: Replica,
  { identity, device }: NeighbourKeys,
  now: () => MinuteOfTime,
): Promise<DemoNeighbour> {
  const member = toHex(identity.publicKey) as MemberId;
  const store = createMemoryStore();
  const named = { member, device: toHex(device.publicKey) as DeviceKey };
  await fillJournal(store.journal, replica, named);
  const writer = await openWriter({ replica, member, device, store, now, randomBytes });
  assert(writer.ok, 'a neighbour can write');
  return { member, device, writer: writer.value };
}

/** What a neighbour's journal would hold, had it been on a disk. */
async function fillJournal(
  journal: Journal,
  replica: Replica,
  neighbour: Pick<LogName, 'member' | 'device'>,
): Promise<void> {
  const { member, device } = neighbour;
  const logs = replica
    .vector()
    .filter(({ log }) => log.member === member && log.device === device);
  let asks = logs.map(({ logId, length }) => ({
    log: logId.slice(0, 32),
    from: 0,
    max: length,
  }));
  while (asks.length > 0) {
    const { page, rest } = replica.page(asks);
    const runs = page === null ? null : readPage(page);
    if (!runs?.ok) return;
    for (const run of runs.value.runs) await journalRun(journal, replica, run);
    asks = rest;
  }
}

async function journalRun(journal: Journal, replica: Replica, run: Run): Promise<void> {
  const { kind, member, device } = run;
  let { prev, from: seq } = run;
  for (const stored of run.items) {
    assert(stored instanceof Uint8Array, 'nobody in the demo erases');
    const log = { community: replica.community, kind, member, device };
    const entry = readEntry(log, seq, prev, stored);
    assert(entry.ok, 'a replica holds entries');
    await journal.append({ kind, seq, prev, stored: stored.slice() });
    prev = entry.value.id;
    seq += 1;
  }
}

/** Writes in a neighbour's name, by the same `append` as everybody. */
export async function writeAs(
  neighbour: DemoNeighbour | undefined,
  kind: LogKind,
  content: KnownContent,
): Promise<Entry> {
  assert(neighbour, 'nobody can say this');
  const said = await neighbour.writer.append(kind, content);
  assert(said.ok, `a neighbour could not write ${content.type}`);
  return said.value;
}

const certificateOf = (community: CommunityId, keys: NeighbourKeys) =>
  createSealingKey().then(({ publicKey }) =>
    certify(community, { ...keys, box: publicKey }),
  );

export const admitting = (certificate: OwnCertificate): KnownContent => ({
  type: 'member.admit',
  ...certificate,
  invite: null,
});

const profileOf = (name: (typeof neighbours)[number]): KnownContent => ({
  type: 'profile',
  rev: 0,
  name,
  about: later().village.about[name],
  skills: [],
  languages: [],
  area: '',
  reach: null,
  blob: null,
});

export const helpOf = (
  help: { readonly with: MemberId; readonly gave: boolean; readonly minutes: number },
  day: number,
): KnownContent => ({
  type: 'transfer.propose',
  gave: help.gave,
  day: day as Day,
  lines: [{ party: help.with, minutes: help.minutes as Minutes }],
  kind: 'help',
  ref: null,
  note: null,
  as: null,
});
