import { assert, err } from '@manyhands/base';
import type { MinuteOfTime, Result } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import { encodePage, openWriter } from '@manyhands/replica';
import type { Run, Writer } from '@manyhands/replica';
import { openOnMemory, runOf } from '@manyhands/testing';
import type { Community, LogBuilder, OnMemory, Person } from '@manyhands/testing';
import type { Channel } from '../channel.ts';
import { channelPair } from '../channel.ts';
import type { HandshakeRefused } from '../handshake.ts';
import type { Link } from '../link.ts';
import { startMesh } from '../mesh.ts';
import type { Mesh, MeshOptions } from '../types.ts';

/** Somebody's phone: replica, writer and mesh, on a disk that is memory. */
export interface Phone extends OnMemory {
  readonly person: Person;
  readonly writer: Writer;
  readonly mesh: Mesh;
}

export interface PhoneOptions extends Partial<MeshOptions> {
  /** What it holds from the start; everything of the community if not said. */
  readonly holds?: readonly LogBuilder[];
  /** A page it was given on top of that. */
  readonly received?: Uint8Array;
}

const opened: Phone[] = [];

export async function openPhone(
  community: Community,
  person: Person,
  { holds = community.logs(), received, ...options }: PhoneOptions = {},
): Promise<Phone> {
  const { member, device } = person;
  const memory = await openOnMemory(community.id, undefined, {
    own: { member, device },
  });
  const { replica, store } = memory;
  for (const page of [...pagesOf(holds), ...(received ? [received] : [])]) {
    const { refused } = await replica.receive(page, { type: 'disk' });
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
  assert(writer.ok, 'a new phone has a writer');
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
  const phone = { ...memory, person, writer: writer.value, mesh };
  opened.push(phone);
  return phone;
}

/** Ends what tests opened: their heartbeats would keep the process awake. */
export function closePhones(): void {
  for (const { mesh } of opened.splice(0)) mesh.close();
}

/** The same logs in pages, each as full as may be. */
function pagesOf(logs: readonly LogBuilder[]): Uint8Array[] {
  const pages: Uint8Array[] = [];
  let runs: Run[] = [];
  let room = pageBytes;
  const finish = () => {
    if (runs.length > 0) pages.push(encodePage({ evidence: [], runs }));
    [runs, room] = [[], pageBytes];
  };
  for (const { entries } of logs) {
    for (let from = 0, at = 0; at < entries.length; from = at) {
      for (; at < entries.length && room > 0; at++) {
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
  a: Phone,
  b: Phone,
  [here, there]: [Channel, Channel] = channelPair(),
): Promise<Linked> =>
  Promise.all([
    a.mesh.connectChannel(here, 'dialler'),
    b.mesh.connectChannel(there, 'answerer'),
  ]);

/** Joins two phones that know each other. */
export async function link(a: Phone, b: Phone): Promise<[Link, Link]> {
  const [here, there] = await join(a, b);
  assert(here.ok && there.ok, 'members link');
  return [here.value, there.value];
}
