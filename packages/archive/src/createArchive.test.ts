import { assert } from '@manyhands/base';
import { concat, toDidKey, fromHex } from '@manyhands/codec';
import { bodyHashAt, erasedPositionOf } from '@manyhands/ledger';
import {
  TestCommunity,
  clinicOf,
  confirmed,
  createCast,
  createPerson,
  deliver,
  helped,
  identityContent,
  listing,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import type { OnMemory } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { createArchive, writingArchive } from './createArchive.ts';
import { fillReplica } from './fillReplica.ts';
import { atOnce } from './inSlices.ts';
import { readingArchive } from './readArchive.ts';
import type { Archive } from './readArchive.ts';
import { readZip, unpack } from './zipReader.ts';

const [ana, biel, carme, didac] = await createCast();
const app = '0.1.0';

/** Four people, an hour both ways, one that waits, names and thanks. */
async function riverside(): Promise<{ community: TestCommunity; here: OnMemory }> {
  const community = await TestCommunity.of(ana, [biel, carme]);
  const hour = await community.ledgerOf(ana).add(helped(biel, 90, 20_001));
  await community.ledgerOf(biel).add(confirmed(hour.id));
  await community.ledgerOf(carme).add(helped(ana, 60, 20_000));
  for (const person of [ana, biel, carme])
    await community.boardOf(person).add(profileOf(person));
  await community
    .boardOf(biel)
    .add({ type: 'thanks', proposal: hour.id, text: 'You are kind' });
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, ana);
  return { community, here };
}

const archived = ({ replica }: OnMemory): Uint8Array =>
  concat(...atOnce(writingArchive(replica, { app })));

function readBack(bytes: Uint8Array): Archive {
  const archive = atOnce(readingArchive(bytes));
  assert(archive.ok, 'the archive is read');
  return archive.value;
}

function textIn(bytes: Uint8Array, name: string): string {
  const zip = readZip(bytes);
  const file = zip.ok ? zip.value.files.find((each) => each.name === name) : undefined;
  assert(file, `${name} is in it`);
  // A byte order mark counts here.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(concat(...unpack(file)));
}

test('[V6] a fresh replica comes to the very same sums, and again to the same archive', async () => {
  const { here, community } = await riverside();
  const archive = readBack(archived(here));

  const there = await openOnMemory(community.id);
  const filled = await fillReplica(there.replica, archive);
  expect(filled).toEqual({ ok: true, value: { added: archive.manifest.entries } });
  expect(there.replica.ledger.stateHash()).toBe(here.replica.ledger.stateHash());
  expect(there.replica.digest()).toBe(here.replica.digest());
  expect(archive.manifest.stateHash).toBe(here.replica.ledger.stateHash());
  expect(there.replica.board.profileOf(biel.member)?.name).toBe('Biel');

  const again = await fillReplica(there.replica, archive);
  expect(again).toEqual({ ok: true, value: { added: 0 } });
});

test('[V6] accounts and decisions come back as well', async () => {
  const { community, account, hour } = await clinicOf(ana, [biel, carme, didac]);
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, ana);
  const archive = readBack(archived(here));
  const there = await openOnMemory(community.id);
  assert((await fillReplica(there.replica, archive)).ok, 'an archive fills a replica');
  expect(there.replica.ledger.stateHash()).toBe(here.replica.ledger.stateHash());
  expect(there.replica.digest()).toBe(here.replica.digest());
  expect(there.replica.ledger.transfer(hour.id, didac.member)).toMatchObject({
    ...{ status: 'void', helper: account },
  });
});

test('[V3] the same replica gives the same bytes', async () => {
  const { here } = await riverside();
  expect(archived(here)).toEqual(archived(here));
});

test('[V2] the manifest says who, how many, how long and until when', async () => {
  const { here, community } = await riverside();
  expect(readBack(archived(here)).manifest).toMatchObject({
    app,
    community: community.id,
    name: 'Els Plataners',
    members: 3,
    exchanges: 1,
    minutes: 90,
    entries: 10,
    newest: 3,
    boardHash: here.replica.board.boardHash(),
  });
});

test('[V2] help that was put right is not counted, nor what put it right', async () => {
  const { community, here } = await riverside();
  const hour = [...here.replica.ledger.transfers()].find((each) => each.minutes === 90);
  assert(hour, 'there is an hour of Ana and Biel');
  const undo = await community.ledgerOf(biel).add({
    ...helped(ana, 90, 20_002),
    ...{ kind: 'undo', ref: hour.proposal },
  });
  await community.ledgerOf(ana).add(confirmed(undo.id));
  await deliver(here, { runs: community.runs() }, ana);
  const { manifest } = readBack(archived(here));
  expect(manifest).toMatchObject({ exchanges: 0, minutes: 0 });
});

test('[V2] a community of nobody is an archive as well', async () => {
  const nobody = await openOnMemory((await TestCommunity.of(didac)).id);
  const archive = readBack(archived(nobody));
  expect(archive.manifest).toMatchObject({ name: '', members: 0, entries: 0 });
  expect(archive.pages).toEqual([]);
});

test('[V1] the tables can be read by anybody: days, names, minutes, both words', async () => {
  const bytes = archived((await riverside()).here);
  const [head, carmes, anas, end] = textIn(bytes, 'hours.csv').split('\r\n');
  expect(head).toMatch(/^\ufeffday,helper,helped,minutes,status/);
  expect(carmes).toMatch(/^2024-10-04,Carme,Ana,60,open,help,/);
  expect(anas).toMatch(/^2024-10-05,Ana,Biel,90,exists,help,1970-01-01T00:03Z,/);
  expect(anas).toContain(',You are kind,');
  expect(end).toBe('');

  const people = JSON.parse(textIn(bytes, 'people.json')) as unknown[];
  expect(people).toHaveLength(3);
  expect(people).toContainEqual(
    expect.objectContaining({
      name: 'Ana',
      hours_given: 1.5,
      balance_minutes: 90,
      id: toDidKey(fromHex(ana.member)),
    }),
  );
  expect(textIn(bytes, 'README.txt')).toContain('The record of Els Plataners');
});

test('[V1] names that a spreadsheet would run as formulas are text', async () => {
  const { community, here } = await riverside();
  const evil = { ...profileOf(biel, 1), name: '=HYPERLINK("http://x","y")' };
  await community.boardOf(biel).add(evil);
  await deliver(here, { runs: community.runs() }, ana);
  const table = textIn(archived(here), 'people.csv');
  expect(table).toContain(`"'=HYPERLINK(""http://x"",""y"")",`);
  expect(table).not.toMatch(/(^|,)"?=/m);
});

describe('more than a page', () => {
  async function longLog(): Promise<OnMemory> {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    for (let n = 0; n < 2_600; n++) await log.add(helped(ana, 1 + (n % 60)));
    const here = await openOnMemory(community.id);
    for (let at = 0; at < 2_600; at += 1_300) {
      const runs = [
        ...(at === 0 ? [community.ledgerOf(ana).run()] : []),
        log.run(at, at + 1_300),
      ];
      await deliver(here, { runs }, biel);
    }
    return here;
  }

  test('[V2] every page is one that a fresh replica takes after those before it', async () => {
    const here = await longLog();
    const archive = readBack(archived(here));
    expect(archive.pages.length).toBeGreaterThan(1);
    const there = await openOnMemory(here.replica.community);
    expect(await fillReplica(there.replica, archive)).toMatchObject({ ok: true });
    expect(there.replica.digest()).toBe(here.replica.digest());
  });

  test('it is counted, and can be called off', async () => {
    const { replica } = await longLog();
    const counts: number[] = [];
    const controller = new AbortController();
    const report = ({ done, of }: { done: number; of: number }): void => {
      expect(done).toBeLessThanOrEqual(of);
      counts.push(done);
      if (counts.length === 2) controller.abort();
    };
    const { signal } = controller;
    const work = createArchive(replica, { app }, { report, signal });
    expect(await work).toEqual({ ok: false, error: { type: 'Cancelled' } });
    expect(counts).toHaveLength(2);
    expect(counts[1]).toBeGreaterThan(counts[0] ?? 0);
  });
});

test('[V3] what is erased while it is written is in no page: it is written again', async () => {
  const { here, community } = await riverside();
  const thanks = community.boardOf(biel).entries.at(-1);
  assert(thanks, 'Biel has thanked');
  const writing = writingArchive(here.replica, { app });
  writing.next();
  const { seq, log } = thanks;
  const places = [{ device: log.device, seq, bodyHash: bodyHashAt(thanks) }];
  await community.boardOf(biel).add({ type: 'erase', places });
  await deliver(here, { runs: [community.boardOf(biel).run()] }, ana);
  const archive = concat(...atOnce(writing));
  expect(archive).toEqual(archived(here));
  const there = await openOnMemory(community.id);
  expect(await fillReplica(there.replica, readBack(archive))).toMatchObject({
    ok: true,
  });
  expect(there.replica.board.boardHash()).toBe(here.replica.board.boardHash());
});

test('[V1] who has left is nobody in particular, and the tables add up as before', async () => {
  const { here, community } = await riverside();
  const tables = () => {
    const bytes = archived(here);
    const [people, hours, json] = ['people.csv', 'hours.csv', 'people.json'].map(
      (name) => textIn(bytes, name),
    );
    const rows = JSON.parse(json ?? '') as { balance_minutes: number }[];
    return { people, hours, balances: rows.map((row) => row.balance_minutes) };
  };
  const before = tables();
  for (const table of [before.people, before.hours]) expect(table).toContain(biel.name);
  await community.ledgerOf(biel).add({ type: 'member.leave' });
  await deliver(here, { runs: [community.ledgerOf(biel).run()] }, ana);
  // His words are not erased here yet: the tables do not wait for it.
  expect(here.replica.board.profileOf(biel.member)?.name).toBe(biel.name);
  const after = tables();
  for (const table of [after.people, after.hours]) {
    expect(table).not.toContain(biel.name);
    expect(table).not.toContain('You are kind');
    expect(table).toContain('someone who left');
  }
  expect(after.balances).toEqual(before.balances);
});

describe('two histories of one log', () => {
  /** Biel wrote place 1 twice, and admitted Didac in one of them, beyond the cut. */
  async function forked(): Promise<{ here: OnMemory; prove: () => Promise<void> }> {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    const asked = await log.add(helped(ana, 60));
    const other = log.branch(biel, 1);
    await log.add(helped(ana, 15));
    await log.add(await community.admitContent(didac));
    await other.add(helped(ana, 30));
    await community.ledgerOf(ana).add(confirmed(asked.id));
    const here = await openOnMemory(community.id);
    // Its first place alone is covered here, so that no run needs to pass the cut.
    await deliver(here, { runs: [community.ledgerOf(ana).run(), log.run(0, 1)] }, ana);
    await deliver(here, { runs: community.runs() }, ana);
    await deliver(here, { runs: [other.run()] }, ana);
    const prove = async (): Promise<void> => {
      const [proof] = here.replica.forks.toProve();
      assert(proof, 'the fork can be proven');
      await community.ledgerOf(ana).add(proof);
      await deliver(here, { runs: [community.ledgerOf(ana).run()] }, ana);
      expect(here.replica.ledger.cuts()).toHaveLength(1);
    };
    return { here, prove };
  }

  test('[V6] what is known only from beyond a cut is in it', async () => {
    const { here, prove } = await forked();
    await prove();
    expect(here.replica.ledger.isEverMember(didac.member)).toBe(true);
    const archive = readBack(archived(here));
    const there = await openOnMemory(here.replica.community);
    expect(await fillReplica(there.replica, archive)).toMatchObject({ ok: true });
    expect(there.replica.ledger.stateHash()).toBe(here.replica.ledger.stateHash());
    expect(there.replica.ledger.isEverMember(didac.member)).toBe(true);
  });

  test('[V3] a cut that comes while it is written: it is written again', async () => {
    const { here, prove } = await forked();
    const writing = writingArchive(here.replica, { app });
    writing.next();
    await prove();
    expect(concat(...atOnce(writing))).toEqual(archived(here));
  });
});

test('[V6] [replica/H3] a gap is a gap in it; an archive of who has the words fills it', async () => {
  const tablet = await createPerson('Biel', 'tablet');
  const community = await TestCommunity.of(ana, [biel, carme]);
  await community.ledgerOf(ana).add(await community.enrolContent(tablet));
  const board = community.boardOf(biel);
  for (const rev of [1, 2, 3]) await board.add(profileOf(biel, rev));
  const places = board.entries.slice(0, 2).map(erasedPositionOf);
  await community.boardOf(tablet).add({ type: 'erase', places });
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, ana);
  // It never could: that is known here once the words are gone.
  const devices = [listing(biel), listing(tablet, 0, 0)];
  const claim = { key: biel.identity, devices };
  const truth = community.ledgerOf(carme);
  await truth.add(await identityContent(community, biel, claim, biel.identity));
  await deliver(here, { runs: [truth.run()] }, ana);
  const there = await openOnMemory(community.id);
  await deliver(there, { runs: [community.ledgerOf(ana).run(), truth.run()] }, ana);
  await deliver(there, { runs: community.runs() }, ana);
  const shown = ({ replica }: OnMemory) =>
    replica.board
      .entriesOf(biel.member)
      .filter(({ content }) => content.type === 'profile').length;
  expect([shown(here), shown(there)]).toEqual([1, 3]);

  const newcomer = await openOnMemory(community.id);
  expect(await fillReplica(newcomer.replica, readBack(archived(here)))).toMatchObject({
    ok: true,
  });
  expect(newcomer.replica.digest()).toBe(here.replica.digest());
  expect(shown(newcomer)).toBe(1);
  const filled = await fillReplica(newcomer.replica, readBack(archived(there)));
  expect(filled).toEqual({ ok: true, value: { added: 2 } });
  expect(newcomer.replica.digest()).toBe(there.replica.digest());
  expect(newcomer.replica.board.boardHash()).toBe(there.replica.board.boardHash());
});
