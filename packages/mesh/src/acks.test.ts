/** [M4] what another says to have stored counts as far as it can be checked here. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import type { DeviceKey, LogId } from '@manyhands/base';
import { logIdOf } from '@manyhands/ledger';
import type { LogKind } from '@manyhands/ledger';
import { encodePage, logLimit } from '@manyhands/replica';
import {
  additionOf,
  TestCommunity,
  createPerson,
  helped,
  profileOf,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { AckBook } from './acks.ts';
import { encodeMessage } from './messages.ts';
import type { Stored } from './messages.ts';
import { closePhones, link, openPhone } from './testing/phones.ts';
import type { MeshPhone, PhoneOptions } from './testing/phones.ts';

let ana: CastMember;
let biel: CastMember;
let tablet: CastMember;
let community: TestCommunity;
beforeEach(async () => {
  [ana, biel] = await Promise.all([createPerson('Ana'), createPerson('Biel')]);
  tablet = await createPerson('Ana', 'tablet');
  community = await TestCommunity.of(ana, [biel]);
  await community.ledgerOf(ana).add(additionOf(tablet));
});
afterEach(closePhones);

const logOf = ({ member, device }: CastMember, kind: LogKind = 'ledger'): LogId =>
  logIdOf({ community: community.id, kind, member, device });

const ackOf = (log: LogId, length: number, id: string): Stored => ({
  log: log.slice(0, 32),
  length,
  head: id.slice(0, 32),
});

/** Ana's phone, and a book of her own that hears what the test says. */
async function bookOf(options: PhoneOptions = {}) {
  const hers = await openPhone(community, ana, options);
  const { replica } = hers;
  const onstored = vi.fn<(stored: readonly Stored[]) => void>();
  const book = new AckBook({ replica, member: ana.member, onstored });
  const told: DeviceKey[] = [];
  replica.subscribe((change) => void told.push(...book.grown(change)));
  const counted = (log: LogId) => book.said.get(biel.device)?.get(log);
  return { ...hers, book, told, counted, onstored };
}

describe('[M4] an ack', () => {
  test('of more than there is keeps nothing that is written later', async () => {
    const hers: MeshPhone = await openPhone(community, ana);
    const his = await openPhone(community, biel);
    const [, line] = await link(hers, his);
    const counted = () => hers.mesh.acks().get(biel.device)?.get(logOf(ana));
    await vi.waitFor(() => expect(counted()).toBe(3));
    vi.spyOn(his.replica, 'settled').mockReturnValue(new Promise(() => undefined));
    const heads = ['00'.repeat(16), '0d'.repeat(16)];
    for (const head of heads)
      void line.send(encodeMessage('ack', [ackOf(logOf(ana), logLimit, head)]));
    void line.send(encodeMessage('ack', [ackOf(logOf(ana), 5, '0d'.repeat(16))]));
    for (let minutes = 30; minutes < 33; minutes += 1)
      await hers.writer.append('ledger', helped(biel, minutes));
    await vi.waitFor(() => expect(his.replica.digest()).toBe(hers.replica.digest()));
    expect(counted()).toBe(3);
  });

  test('counts up to the entry whose id it names, and no other', async () => {
    const { book, counted } = await bookOf();
    const [first, second] = community.ledgerOf(ana).entries;
    assert(first && second, 'the founding and one more');
    expect(book.receive(biel.device, [ackOf(logOf(ana), 2, first.id)])).toBe(false);
    expect(counted(logOf(ana))).toBeUndefined();
    expect(book.receive(biel.device, [ackOf(logOf(ana), 2, second.id)])).toBe(true);
    expect(counted(logOf(ana))).toBe(2);
    // Less was said by an honest device earlier, and takes nothing back.
    expect(book.receive(biel.device, [ackOf(logOf(ana), 1, first.id)])).toBe(false);
    expect(counted(logOf(ana))).toBe(2);
  });

  test('of what is still to come counts once that is here, if it is that', async () => {
    const log = community.ledgerOf(tablet);
    await log.add(helped(biel, 30));
    const { replica, book, told, counted } = await bookOf();
    const more = await log.add(helped(biel, 31));
    const last = await log.add(helped(biel, 32));
    for (const [length, id] of [
      [2, more.id],
      [3, last.id],
      [2, more.id],
    ] as const) {
      expect(book.receive(biel.device, [ackOf(logOf(tablet), length, id)])).toBe(false);
    }
    book.receive(tablet.device, [ackOf(logOf(tablet), 3, more.id)]);
    expect(counted(logOf(tablet))).toBeUndefined();
    const page = encodePage({ evidence: [], runs: [log.run()] });
    await replica.receive(page, { type: 'message' });
    expect(counted(logOf(tablet))).toBe(3);
    expect(told).toEqual([biel.device]);
    expect(book.said.has(tablet.device)).toBe(false);
  });

  test('is kept of one’s own logs alone', async () => {
    const entry = await community.ledgerOf(biel).add(helped(ana, 30));
    const { book } = await bookOf();
    expect(book.receive(biel.device, [ackOf(logOf(biel), 1, entry.id)])).toBe(false);
    expect(book.said.size).toBe(0);
  });

  test('is said again of a log that an erase made shorter', async () => {
    await community.boardOf(ana).add(profileOf(ana));
    const last = await community.boardOf(ana).add(profileOf(ana, 1));
    const { book, onstored, ...hers } = await bookOf();
    await book.refresh();
    const board = logOf(ana, 'board');
    expect(onstored.mock.lastCall?.[0]).toContainEqual(ackOf(board, 2, last.id));
    // Her tablet erases it: behind the tombstone nothing stands in this log.
    const other = await openPhone(community, tablet);
    await link(hers, other);
    await other.writer.erase([last]);
    await vi.waitFor(() => expect(hers.replica.entry(last.id)).toBeNull());
    await book.refresh();
    const [first] = community.boardOf(ana).entries;
    assert(first, 'two profiles');
    const said = onstored.mock.calls.flatMap(([stored]) => stored);
    expect(said).toContainEqual(ackOf(board, 1, first.id));
  });
});
