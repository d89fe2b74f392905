/**
 * [ledger/L12] A device that its member's newest page does not follow is out, listed or not: whoever
 * finds an old page of words comes in nowhere with it.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { encodePage, pageOf } from '@manyhands/replica';
import { helped, listing, identityContent, runOf } from '@manyhands/testing';
import { handshakeEvidence } from './handshakeEvidence.ts';
import { encodeMessage, readMessage } from './messages.ts';
import type { Secret } from './messages.ts';
import { foundPage } from './testing/foundPage.ts';
import type { FoundPage } from './testing/foundPage.ts';
import { MeetingHall } from './testing/meetingHall.ts';
import { closePhones, join, link } from './testing/phones.ts';
import type { Linked, MeshPhone } from './testing/phones.ts';

let all: FoundPage;
beforeEach(async () => (all = await foundPage()));
afterEach(closePhones);

const secret: Secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };
const verdictOf = ([theirs]: Linked) =>
  theirs.ok || !('verdict' in theirs.error) ? theirs : theirs.error.verdict;
const devicesOf = ({ mesh }: MeshPhone) => mesh.peers().map(({ device }) => device);

/** What an entry says comes to a phone by itself, as evidence does. */
const tell = (phone: MeshPhone, entry: Entry) =>
  phone.replica.receive(pageOf([encodeTravelling(entry)]), { type: 'message' });

/** The second page's word for the tablet, which his phone writes down. */
async function certified(): Promise<Entry> {
  return all.community.ledgerOf(all.biel).add(await all.certify(all.tablet));
}

/** All that was written so far, whatever is written later. */
const soFar = () =>
  all.community.logs().map(({ log, entries }) => ({ log, entries: [...entries] }));
const isTabletOut = ({ replica }: MeshPhone) =>
  replica.ledger.isOut(all.biel.member, all.tablet.device);

describe('[ledger/L12] with an old page', () => {
  test('whoever found it has no link, no secret, and no page but why', async () => {
    const hers = await all.open(all.ana, { secret });
    const later = await hers.writer.append('ledger', helped(all.carme, 60));
    assert(later.ok, 'Ana writes');
    const given: Secret[] = [];
    const onsecret = (each: Secret) => void given.push(each);
    const thief = await all.open(all.found, { holds: all.before, onsecret });
    expect(verdictOf(await join(thief, hers))).toBe('SwitchedOff');
    expect([...hers.mesh.peers(), ...thief.mesh.peers()]).toEqual([]);
    expect(given).toEqual([]);
    expect(thief.replica.entry(all.second.id)).not.toBeNull();
    expect(thief.replica.entry(later.value.id)).toBeNull();
  });

  test('also where nobody has heard of that device before', async () => {
    const holds = all.community
      .logs()
      .filter(({ log }) => log.device !== all.found.device);
    const hers = await all.open(all.ana, { holds, secret });
    expect(hers.replica.ledger.memberOfDevice(all.found.device)).toBeNull();
    const thief = await all.open(all.found, { holds: all.before });
    expect(verdictOf(await join(thief, hers))).toBe('SwitchedOff');
    expect(hers.mesh.peers()).toEqual([]);
  });

  test('an open link is taken away when the new page comes, and nothing more is read there', async () => {
    const hers = await all.open(all.ana, { holds: all.before });
    const thief = await all.open(all.found, { holds: all.before });
    const [, line] = await link(hers, thief);
    expect(devicesOf(hers)).toEqual([all.found.device]);
    await tell(hers, all.second);
    expect(hers.mesh.peers()).toEqual([]);
    const lie = await all.community.ledgerOf(all.found).add(helped(all.ana, 600));
    const page = encodePage({ evidence: [], runs: [runOf([lie])] });
    void line.send(encodeMessage('news', page));
    await line.ended;
    expect(hers.replica.entry(lie.id)).toBeNull();
  });

  test('a neighbour who names it has it called by nobody', async () => {
    const hers = await all.open(all.ana, { secret });
    const [, line] = await link(hers, await all.open(all.carme));
    const called: string[] = [];
    line.onmessage = (bytes) => {
      const message = readMessage(bytes);
      if (message.ok && message.value?.type === 'called')
        called.push(String(message.value.payload.word));
    };
    const call = { device: all.found.device, number: 1, word: 0 } as const;
    void line.send(encodeMessage('call', { ...call, description: new Uint8Array(9) }));
    await vi.waitFor(() => expect(called).toEqual(['2']));
  });
});

describe('[ledger/L12] a device whose certificate comes after the statement', () => {
  test('shows all its attestations, and they are read before it is refused', async () => {
    const holds = soFar();
    await certified();
    const hers = await all.open(all.ana, { holds, secret });
    expect(isTabletOut(hers)).toBe(true);
    const his = await all.open(all.tablet, { secret });
    const linked = await join(his, hers);
    expect(linked.map(({ ok }) => ok)).toEqual([true, true]);
    expect(isTabletOut(hers)).toBe(false);
  });

  test('is heard again after it was refused, as soon as it has more to show', async () => {
    const hers = await all.open(all.ana, { secret });
    const his = await all.open(all.tablet, { secret, isSilent: true });
    for (const times of [1, 2, 3]) {
      expect(verdictOf(await join(his, hers)), String(times)).toBe('SwitchedOff');
    }
    await tell(his, await certified());
    expect(isTabletOut(his)).toBe(false);
    const linked = await join(his, hers);
    expect(linked.map(({ ok }) => ok)).toEqual([true, true]);
  });

  test('is met again soon by whoever refused it: what it shows then may be more', async () => {
    const hall = new MeetingHall();
    const relays = ['wss://relay.example'];
    const inHall = { secret, relays, openIntroducer: hall.open };
    await all.open(all.ana, inHall);
    await all.open(all.tablet, { ...inHall, isSilent: true });
    await vi.waitFor(() =>
      expect(new Set(hall.dismissed)).toEqual(new Set(['later', 'refused'])),
    );
  });

  test('goes on looking for others, who may know more by now', async () => {
    const his = await all.open(all.tablet, { secret, isSilent: true });
    expect(isTabletOut(his)).toBe(true);
    const entry = await certified();
    const hers = await all.open(all.ana, { secret });
    const linked = await join(his, hers);
    expect(linked.map(({ ok }) => ok)).toEqual([true, true]);
    await vi.waitFor(() => expect(his.replica.entry(entry.id)).not.toBeNull());
    expect(isTabletOut(his)).toBe(false);
  });

  test('is refused for good once a list names it with an end', async () => {
    const claim = { key: all.key, version: 3, devices: [listing(all.tablet, 1, 0)] };
    const ending = await identityContent(all.community, all.biel, claim, all.key);
    const unaware = soFar();
    await all.community.ledgerOf(all.biel).add(ending);
    const hers = await all.open(all.ana, { secret });
    await certified();
    const receive = vi.spyOn(hers.replica, 'receive');
    const his = await all.open(all.tablet, { secret, holds: unaware, isSilent: true });
    expect(verdictOf(await join(his, hers))).toBe('SwitchedOff');
    expect(receive).not.toHaveBeenCalled();
    const { ledger } = his.replica;
    await vi.waitFor(() =>
      expect(ledger.isSwitchedOff(all.biel.member, all.tablet.device)).toBe(true),
    );
    // From here on it is not even heard.
    const again = await all.open(all.tablet, { holds: unaware, isSilent: true });
    const [, refused] = await join(again, hers);
    expect(refused).toMatchObject({ ok: false, error: { type: 'Banned' } });
  });
});

describe('[ledger/L12] a device that its own member ends', () => {
  test('meets nobody, and meets others again once a later page has moved the end out', async () => {
    const states = (version: number, devices: ReturnType<typeof listing>[]) =>
      identityContent(
        all.community,
        all.biel,
        { key: all.key, version, devices },
        all.key,
      );
    const log = all.community.ledgerOf(all.ana);
    const hers = await all.open(all.ana, { secret });
    const his = await all.open(all.biel, { secret });
    await link(hers, his);
    const ended = await log.add(await states(3, [listing(all.biel, 3, 0)]));
    await tell(his, ended);
    await vi.waitFor(() => expect(his.mesh.peers()).toEqual([]));
    const [alone] = await join(his, hers);
    expect(alone.ok).toBe(false);

    await tell(his, await log.add(await states(4, [listing(all.biel)])));
    await tell(hers, ended);
    await tell(hers, await log.add(await states(4, [listing(all.biel)])));
    const linked = await join(his, hers);
    expect(linked.map(({ ok }) => ok)).toEqual([true, true]);
  });
});

describe('[replica/B7] what a device shows', () => {
  test('ends with its newest certificate, however much its member has stated', async () => {
    const { community, biel, key } = all;
    for (let version = 3; version < 200; version++) {
      const devices = [listing(biel), listing(all.found, version)];
      const claim = { key, version, devices };
      await community
        .ledgerOf(biel)
        .add(await identityContent(community, biel, claim, key));
    }
    const newest = await certified();
    const his = await all.open(all.tablet);
    const shown = handshakeEvidence(his.replica, all.tablet);
    expect(shown.length).toBeLessThanOrEqual(127);
    expect(shown.at(-1)).toEqual(encodeTravelling(newest));
  });
});
