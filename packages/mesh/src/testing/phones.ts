import { assert, err } from '@manyhands/base';
import type { MinuteOfTime, Result } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import { signatureLength } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { encodePage, openWriter } from '@manyhands/replica';
import type { Run, Writer } from '@manyhands/replica';
import { openOnMemory, runOf } from '@manyhands/testing';
import type {
  TestCommunity,
  LogBuilder,
  OnMemory,
  CastMember,
} from '@manyhands/testing';
import type { Channel } from '../channel.ts';
import { channelPair } from '../channel.ts';
import type { HandshakeRefused } from '../handshake.ts';
import type { Link } from '../link.ts';
import { startMesh } from '../mesh.ts';
import type { Mesh, MeshOptions } from '../types.ts';

type MemoryDisk = OnMemory['disk'];

/** Somebody's phone: replica, writer and mesh, on a disk that is memory. */
export interface MeshPhone extends OnMemory {
  readonly person: CastMember;
  readonly writer: Writer;
  readonly mesh: Mesh;
}

/** One log, as far as a phone has it. */
export type Held = Pick<LogBuilder, 'log' | 'entries'>;

export interface PhoneOptions extends Partial<MeshOptions> {
  /** What it holds from the start; everything of the community if not said. */
  readonly holds?: readonly Held[];
  /** The disk of a phone that was closed: it goes on from there, and `holds` nothing else. */
  readonly disk?: MemoryDisk;
  /** A page it was given on top of that. */
  readonly received?: Uint8Array;
  /** Its own clock: without one no share grows. */
  readonly clock?: () => number;
  /** Its log has ended, as it knows itself: it writes nothing. */
  readonly isSilent?: boolean;
}

const opened: MeshPhone[] = [];

export async function openPhone(
  community: TestCommunity,
  person: CastMember,
  {
    disk,
    holds = disk ? [] : community.logs(),
    received,
    clock,
    isSilent = false,
    ...options
  }: PhoneOptions = {},
): Promise<MeshPhone> {
  const { member, device } = person;
  const memory = await openOnMemory(community.id, disk, {
    own: { member, device },
    ...(clock ? { clock } : {}),
  });
  const { replica, store } = memory;
  for (const page of [...pagesOf(holds), ...(received ? [received] : [])]) {
    const { refused } = await replica.receive(page, { type: 'archive' });
    assert(refused === null, 'what a phone holds is in order');
  }
  for (const { log, entries } of holds) {
    if (log.device !== device) continue;
    for (const { seq, prev, stored } of entries) {
      await store.journal.append({ kind: log.kind, seq, prev, stored });
    }
  }
  const writer = await openWriter({
    replica,
    store,
    member,
    device: person.signing,
    now: () => 29_000_000 as MinuteOfTime,
    randomBytes,
  });
  assert(
    writer.ok !== isSilent,
    'a new phone has a writer, and one that has ended none',
  );
  const mesh = startMesh({
    replica,
    self: { member, device: person.signing },
    secret: null,
    lobby: null,
    relays: [],
    admission: null,
    admit: () => Promise.resolve(err({ type: 'InviteUnknown' })),
    onsecret: () => undefined,
    ...options,
  });
  const hand = writer.ok ? writer.value : silentWriter(person);
  const phone = { ...memory, person, writer: hand, mesh };
  opened.push(phone);
  return phone;
}

function silentWriter({ member, device }: CastMember): Writer {
  const refuse = () => Promise.resolve(err({ type: 'JournalBehind' as const }));
  return {
    member,
    device,
    spent: true,
    close: () => undefined,
    append: refuse,
    erase: refuse,
    redeliver: refuse,
    reread: refuse,
  };
}

/** Ends one of them, which can then be forgotten: a long record is heavy. */
export function closePhone(phone: MeshPhone): void {
  phone.mesh.close();
  opened.splice(opened.indexOf(phone), 1);
}

/** Ends what tests opened: their heartbeats would keep the process awake. */
export function closePhones(): void {
  for (const { mesh } of opened.splice(0)) mesh.close();
}

/** A run is taken up to its last signature (replica/A6): a page ends at one. */
const isSigned = (entry: Entry | undefined): boolean =>
  entry?.stored.subarray(-signatureLength).some((byte) => byte !== 0) ?? true;

/** The same logs in pages, each as full as may be. */
function pagesOf(logs: readonly Held[]): Uint8Array[] {
  const pages: Uint8Array[] = [];
  let runs: Run[] = [];
  let room = pageBytes;
  const finish = () => {
    if (runs.length > 0) pages.push(encodePage({ evidence: [], runs }));
    [runs, room] = [[], pageBytes];
  };
  for (const { entries } of logs) {
    for (let from = 0, at = 0; at < entries.length; from = at) {
      for (; at < entries.length && (room > 0 || !isSigned(entries[at - 1])); at++) {
        room -= (entries[at]?.stored.length ?? 0) + 3;
      }
      runs.push(runOf(entries.slice(from, at)));
      room -= 128;
      if (room <= 0) finish();
    }
  }
  finish();
  return pages;
}

/** Of the entries in a page; it leaves room for the last one and what names the runs. */
const pageBytes = 200_000;

export type Linked = [Result<Link, HandshakeRefused>, Result<Link, HandshakeRefused>];

export const join = (
  a: MeshPhone,
  b: MeshPhone,
  [here, there]: [Channel, Channel] = channelPair(),
): Promise<Linked> =>
  Promise.all([
    a.mesh.connectChannel(here, 'dialler'),
    b.mesh.connectChannel(there, 'answerer'),
  ]);

/** Joins two phones that know each other. */
export async function link(a: MeshPhone, b: MeshPhone): Promise<[Link, Link]> {
  const [here, there] = await join(a, b);
  assert(here.ok && there.ok, 'members link');
  return [here.value, there.value];
}
