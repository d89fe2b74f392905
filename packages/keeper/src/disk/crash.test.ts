/** A disk whose power is cut at every operation in turn, in the middle of what it writes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, assert, expect, test } from 'vitest';
import type { EntryId, MinuteOfTime } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import { encodePage, openReplica, openWriter } from '@manyhands/replica';
import type { Replica, Writer } from '@manyhands/replica';
import {
  TestCommunity,
  createCast,
  helped,
  profileOf,
  sized,
} from '@manyhands/testing';
import { filesWith } from '../testing/filesWith.ts';
import { beginDiskStore, openDiskStore } from './diskStore.ts';
import { openFolder } from './files.ts';
import type { Files } from './files.ts';

const under = await mkdtemp(join(tmpdir(), 'manyhands-crash-'));
afterAll(() => rm(under, { recursive: true, force: true }));
const [ana, biel] = await createCast();
const own = { member: ana.member, device: ana.device };

/** What somebody was told that it is kept. */
interface Promised {
  readonly entries: EntryId[];
  /** Own entries by their place: none may be signed with two contents. */
  readonly places: Map<string, EntryId>;
}

class PowerCut extends Error {}

/**
 * The disk as it is until operation `at`, of which the first `share` is done: what had
 * been written and not synced before it stays, as it may.
 */
function cutAt(files: Files, at: number, share: number) {
  let count = 0;
  let hasHappened = false;
  const meets = <T>(
    whole: () => Promise<T>,
    part: () => Promise<unknown>,
  ): Promise<T> => {
    if (hasHappened) return never();
    if (count++ !== at) return whole();
    hasHappened = true;
    return part().then(() => {
      end();
      return never<T>();
    });
  };
  let end: () => void = () => undefined;
  const crashed = new Promise<never>((_, reject) => {
    end = () => reject(new PowerCut());
  });
  crashed.catch(() => undefined);
  const nothing = () => Promise.resolve();
  const cut = filesWith(files, {
    write: (name, place, bytes) =>
      meets(
        () => files.write(name, place, bytes),
        () => files.write(name, place, bytes.subarray(0, bytes.length * share)),
      ),
    cut: (name, place) => meets(() => files.cut(name, place), nothing),
    sync: (name) => meets(() => files.sync(name), nothing),
    replace: (name, bytes) =>
      meets(
        () => files.replace(name, bytes),
        () => (share < 1 ? nothing() : files.replace(name, bytes)),
      ),
    remove: (name) => meets(() => files.remove(name), nothing),
  });
  return { cut, crashed, hasHappened: () => hasHappened };
}

const never = <T>(): Promise<T> => new Promise(() => undefined);

async function open(files: Files): Promise<{ replica: Replica; writer: Writer }> {
  const store = openDiskStore(files);
  const replica = await openReplica({ community: community.id, store, own });
  assert(replica.ok, 'the disk opens');
  const writer = await openWriter({
    replica: replica.value,
    store,
    member: ana.member,
    device: ana.signing,
    now: () => 29_000_000 as MinuteOfTime,
    randomBytes,
  });
  assert(writer.ok, `the journal is whole: ${JSON.stringify(writer)}`);
  return { replica: replica.value, writer: writer.value };
}

const community = await TestCommunity.of(ana);
const found = await community.foundContent();
const admit = await community.admitContent(biel);
const log = community.ledgerOf(biel);
for (const minutes of [30, 45, 60]) await log.add(helped(ana, minutes));

/** Ana writes, receives, erases; with a crash somewhere, and then once more from there. */
async function live(files: Files, promised: Promised, minutes: number): Promise<void> {
  const { replica, writer } = await open(files);
  const write = async (...[kind, content]: Parameters<Writer['append']>) => {
    const written = await writer.append(kind, content);
    assert(written.ok, 'the disk has room');
    const { id, seq } = written.value;
    expect(promised.places.get(`${kind}/${seq}`) ?? id).toBe(id);
    promised.places.set(`${kind}/${seq}`, id);
    promised.entries.push(id);
    return written.value;
  };
  if (replica.founding() === null) await write('ledger', found);
  if (!replica.ledger.isEverMember(biel.member)) await write('ledger', admit);
  await write('ledger', helped(biel, minutes));
  const profile = await write('board', profileOf(ana, minutes));
  const page = encodePage({ evidence: [], runs: [log.run()] });
  const { added } = await replica.receive(page, { type: 'message' });
  const settled = await replica.settled();
  assert(settled.ok, 'the disk has room');
  promised.entries.push(...added.map(({ id }) => id));
  promised.entries.splice(promised.entries.indexOf(profile.id), 1);
  assert((await writer.erase([profile])).ok, 'the disk has room');
  await write('ledger', helped(biel, minutes + 1));
  writer.close();
  await replica.close();
}

test.each(sized([0.5, 1], [0, 0.5, 1]))(
  '[storage/S1] [storage/S5] [replica/R5] nothing promised is lost when the power goes, %d of a write done',
  async (share) => {
    let at = 0;
    for (let isCut = true; isCut; at++) {
      const where = `cut at operation ${at}`;
      const folder = join(under, `${share}-${at}`);
      const promised: Promised = { entries: [], places: new Map() };
      const files = await openFolder(folder);
      await beginDiskStore(files);
      const { cut, crashed, hasHappened } = cutAt(files, at, share);
      await Promise.race([live(cut, promised, 10), crashed]).catch((cause: unknown) => {
        if (!(cause instanceof PowerCut)) throw cause;
      });
      await files.close();
      isCut = hasHappened();

      const again = await openFolder(folder);
      await live(again, promised, 20);
      await again.close();
      const last = await open(await openFolder(folder));
      const lacking = promised.entries.filter((id) => last.replica.entry(id) === null);
      expect(lacking, where).toEqual([]);
      expect(last.replica.faults(), where).toEqual([]);
    }
    // Every kind of operation was met, or this proves nothing.
    expect(at).toBeGreaterThan(20);
  },
  120_000,
);
