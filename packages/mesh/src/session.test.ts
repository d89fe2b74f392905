import { afterEach, describe, expect, test, vi } from 'vitest';
import { assert, ok } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { logIdOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createPerson,
  helped,
  profileOf,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import type { Link } from './link.ts';
import { closePhones, link, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';
import { ManualTimers } from './testing/manualTimers.ts';

afterEach(closePhones);

const people = () =>
  Promise.all([
    createPerson('Ana'),
    createPerson('Biel'),
    createPerson('Carme'),
    createPerson('Didac'),
  ]);

const agree = (...phones: MeshPhone[]) =>
  vi.waitFor(
    () => {
      const [first] = phones;
      assert(first, 'somebody');
      for (const { replica } of phones) {
        expect(replica.digest()).toBe(first.replica.digest());
        expect(replica.ledger.stateHash()).toBe(first.replica.ledger.stateHash());
      }
    },
    { interval: 5 },
  );

/** More than plain y-webrtc ever syncs: 262,144 bytes. */
async function longHistory(
  ana: CastMember,
  others: CastMember[],
): Promise<TestCommunity> {
  const community = await TestCommunity.of(ana, others);
  for (const person of [ana, ...others]) {
    const board = community.boardOf(person);
    const about = 'x'.repeat(900);
    for (let rev = 0; rev < 120; rev++) {
      await board.add({ ...profileOf(person, rev), about });
    }
  }
  return community;
}

const bytesHeld = ({ replica }: MeshPhone): number =>
  replica
    .vector()
    .map(({ logId, length }) =>
      replica.page([{ log: logId.slice(0, 32), from: 0, max: length }], 10_000_000),
    )
    .reduce((sum, { page }) => sum + (page?.length ?? 0), 0);

describe('[M4] replicas come to hold the same', () => {
  test('two with different halves, and then what is new', async () => {
    const [ana, biel] = await people();
    const community = await TestCommunity.of(ana, [biel]);
    const known = [community.ledgerOf(ana)];
    const [hers, his] = [
      await openPhone(community, ana, { holds: known }),
      await openPhone(community, biel, { holds: known }),
    ];
    const early = await his.writer.append('ledger', helped(ana, 60));
    await link(hers, his);
    await agree(hers, his);

    assert(early.ok, 'he may write');
    await hers.writer.append('ledger', confirmed(early.value.id));
    await agree(hers, his);
    expect(his.replica.ledger.balanceOf(biel.member)).toBe(60);
  });

  test('a chain of three, through the one in the middle', async () => {
    const [ana, biel, carme] = await people();
    const community = await TestCommunity.of(ana, [biel, carme]);
    const [a, b, c] = [
      await openPhone(community, ana),
      await openPhone(community, biel),
      await openPhone(community, carme),
    ];
    await link(a, b);
    await link(b, c);
    await c.writer.append('ledger', helped(ana, 30));
    await a.writer.append('ledger', helped(carme, 45));
    await agree(a, b, c);
    expect(a.replica.vector()).toHaveLength(2);
  });

  test('it is quiet while somebody else holds all that is held here', async () => {
    const [ana, biel] = await people();
    const community = await TestCommunity.of(ana, [biel]);
    const a = await openPhone(community, ana);
    const b = await openPhone(community, biel);
    await b.writer.append('ledger', helped(ana, 30));
    expect(b.mesh.isQuiet).toBe(false);
    const [, toAna] = await link(a, b);
    await agree(a, b);
    await vi.waitFor(() => expect(b.mesh.isQuiet).toBe(true));
    toAna.close();
    await vi.waitFor(() => expect(b.mesh.isQuiet).toBe(false));
  });

  test('what came from a neighbour is not sent back to it', async () => {
    const [ana, biel] = await people();
    const community = await TestCommunity.of(ana, [biel]);
    const timers = new ManualTimers();
    const a = await openPhone(community, ana);
    const b = await openPhone(community, biel, { timers });
    // Without acks from Ana, so that only the page itself says that she has it.
    vi.spyOn(a.replica, 'settled').mockReturnValue(new Promise(() => undefined));
    const [, toAna] = await link(a, b);
    await vi.waitFor(() => expect(b.mesh.peers()[0]?.isLevel).toBe(true));
    const entry = await a.writer.append('ledger', helped(biel, 30));
    await agree(a, b);
    await vi.waitFor(() => expect(a.mesh.acks().get(biel.device)).toBeDefined());
    const said = vi.spyOn(toAna, 'send');
    timers.pass(200); // more than the longest relay delay
    // What Biel writes goes after whatever he passes on.
    const his = await b.writer.append('ledger', helped(ana, 45));
    await agree(a, b);

    const isSaid = ({ stored }: Entry) =>
      said.mock.calls.some(([message]) => toHex(message).includes(toHex(stored)));
    assert(entry.ok && his.ok, 'written');
    expect([isSaid(his.value), isSaid(entry.value)]).toEqual([true, false]);
  });

  test('what is made here goes at once, what came by goes on a moment later', async () => {
    const [ana, biel, carme] = await people();
    const community = await TestCommunity.of(ana, [biel, carme]);
    const timers = new ManualTimers();
    const a = await openPhone(community, ana);
    const b = await openPhone(community, biel, { timers });
    const c = await openPhone(community, carme);
    await link(a, b);
    await link(b, c);
    await vi.waitFor(() => {
      expect(b.mesh.peers().map(({ isLevel }) => isLevel)).toEqual([true, true]);
    });
    await b.writer.append('ledger', helped(ana, 30));
    await agree(a, b, c);

    await a.writer.append('ledger', helped(biel, 30));
    await agree(a, b);
    expect(c.replica.digest()).not.toBe(b.replica.digest());
    timers.pass(120);
    await agree(a, b, c);
  });

  test('a history of several pages arrives whole, with progress', async () => {
    const [ana, biel, carme] = await people();
    const community = await longHistory(ana, [biel, carme]);
    const full = await openPhone(community, ana);
    const empty = await openPhone(community, carme, {
      holds: [community.ledgerOf(ana)],
    });
    expect(bytesHeld(full)).toBeGreaterThan(262_144);
    const seen: (number | undefined)[] = [];
    empty.mesh.subscribe((news) => {
      if (news.type === 'progress') seen.push(news.progress?.have);
    });
    await link(full, empty);
    await agree(full, empty);

    await vi.waitFor(() => expect(empty.mesh.progress()).toBeNull());
    expect(new Set(seen).size).toBeGreaterThan(2);
    expect(seen.at(-1)).toBeUndefined();
  });

  test('a newcomer with four neighbours downloads once', async () => {
    const [ana, biel, carme, didac] = await people();
    const community = await longHistory(ana, [biel, carme, didac]);
    const eva = await createPerson('Ana', 'a second phone');
    await community.ledgerOf(ana).add(await community.enrolContent(eva));
    const holders = await Promise.all(
      [ana, biel, carme, didac].map((person) => openPhone(community, person)),
    );
    const [one, two, three, four] = holders;
    assert(one && two && three && four, 'four');
    for (const [a, b] of [
      [one, two],
      [two, three],
      [three, four],
    ] as const) {
      await link(a, b);
    }
    const newcomer = await openPhone(community, eva, {
      holds: [community.ledgerOf(ana)],
    });
    const links = [];
    for (const holder of holders) links.push((await link(holder, newcomer))[1]);
    await agree(...holders, newcomer);

    const downloaded = links.reduce((sum, { bytesReceived }) => sum + bytesReceived, 0);
    expect(downloaded).toBeLessThan(1.1 * bytesHeld(newcomer));
    const uploaded = links.reduce((sum, { bytesSent }) => sum + bytesSent, 0);
    expect(uploaded).toBeLessThan(0.05 * bytesHeld(newcomer));
  });

  test('when the neighbour that gives is lost, another one goes on', async () => {
    const [ana, biel, carme] = await people();
    const community = await longHistory(ana, [biel, carme]);
    const [a, b] = [await openPhone(community, ana), await openPhone(community, biel)];
    const c = await openPhone(community, carme, { holds: [community.ledgerOf(ana)] });
    let given: Link | undefined;
    c.mesh.subscribe((news) => {
      const have = news.type === 'progress' ? (news.progress?.have ?? 0) : 0;
      if (given !== undefined || have <= 4) return;
      given = links.reduce((x, y) => (x.bytesReceived > y.bytesReceived ? x : y));
      given.close();
    });
    const [[, fromA], [, fromB]] = await Promise.all([link(a, c), link(b, c)]);
    const links = [fromA, fromB];
    await agree(a, b, c);
    expect(c.mesh.peers().map(({ device }) => device)).toEqual(
      links.filter((each) => each !== given).map(({ peer }) => peer.device),
    );
  });
});

describe('[M5] acks', () => {
  test('come from a neighbour that stored, for the writer’s own log', async () => {
    const [ana, biel] = await people();
    const community = await TestCommunity.of(ana, [biel]);
    const [a, b] = [await openPhone(community, ana), await openPhone(community, biel)];
    await link(a, b);
    await a.writer.append('ledger', helped(biel, 30));
    const log = { community: community.id, kind: 'ledger', ...memberOf(ana) } as const;
    await vi.waitFor(() =>
      expect(a.mesh.acks().get(biel.device)?.get(logIdOf(log))).toBe(3),
    );
  });

  test('are not sent before the store says durable', async () => {
    const [ana, biel] = await people();
    const community = await TestCommunity.of(ana, [biel]);
    const a = await openPhone(community, ana);
    const b = await openPhone(community, biel);
    let release: (() => void) | null = null;
    const held = vi
      .spyOn(b.store, 'settled')
      .mockImplementation(
        () => new Promise((resolve) => (release = () => resolve(ok(undefined)))),
      );
    await link(a, b);
    await a.writer.append('ledger', helped(biel, 30));
    await agree(a, b);
    await vi.waitFor(() => expect(held).toHaveBeenCalled());
    // What was said before this has been heard when this is.
    await b.writer.append('ledger', helped(ana, 45));
    await agree(a, b);
    expect(a.mesh.acks().size).toBe(0);

    held.mockRestore();
    await vi.waitFor(() => {
      release?.();
      expect(a.mesh.acks().size).toBe(1);
    });
  });

  test('are never sent from a full disk', async () => {
    const [ana, biel] = await people();
    const community = await TestCommunity.of(ana, [biel]);
    const a = await openPhone(community, ana);
    const b = await openPhone(community, biel);
    await vi.waitFor(async () => expect((await b.replica.settled()).ok).toBe(true));
    b.disk.fault = { type: 'StoreFull' };
    const settled = vi.spyOn(b.store, 'settled');
    await link(a, b);
    await a.writer.append('ledger', helped(biel, 30));
    await agree(a, b);
    await vi.waitFor(() => expect(settled).toHaveBeenCalled());
    expect((await b.replica.settled()).ok).toBe(false);
    const log = { community: community.id, kind: 'ledger', ...memberOf(ana) } as const;
    const said = () => a.mesh.acks().get(biel.device)?.get(logIdOf(log));
    expect(said()).not.toBe(3);

    // It has room again: nothing new has to come before that is said.
    b.disk.fault = null;
    b.mesh.restored();
    await vi.waitFor(() => expect(said()).toBe(3));
  });
});

const memberOf = ({ member, device }: CastMember) => ({ member, device });
