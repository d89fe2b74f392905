import { err } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import {
  createCast,
  deliver,
  helped,
  openOnMemory,
  profileOf,
  settledCommunity,
  stateOf,
} from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { pageOf } from './page.ts';
import { openReplica } from './replica.ts';

const [ana, biel, carme, didac] = await createCast();

/** What the disk has of detached entries. */
const kept = ({ disk }: OnMemory): string[] =>
  [...disk.notes.keys()].filter((name) => name.startsWith('loose/'));

describe('[R7] detached entries', () => {
  test('are folded at once, and dropped when their chain brings them', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const log = community.ledgerOf(biel);
    await log.add(helped(ana, 50));
    const far = await log.add(helped(ana, 60));
    const page = pageOf([encodeTravelling(far)]);

    const received = await here.replica.receive(page, { type: 'message' });

    expect(received.detached.map((entry) => entry.id)).toEqual([far.id]);
    expect(here.replica.ledger.transfer(far.id, ana.member)?.status).toBe('open');
    expect(kept(here)).toHaveLength(1);
    const twice = await here.replica.receive(page, { type: 'message' });
    expect(twice.detached).toEqual([]);

    const next = await openOnMemory(community.id, here.disk);
    expect(next.replica.ledger.stateHash()).toBe(here.replica.ledger.stateHash());
    expect([...next.replica.detached()].map((entry) => entry.id)).toEqual([far.id]);
    expect(kept(here)).toHaveLength(1);

    await deliver(here, { runs: [log.run()] }, ana);
    expect([...here.replica.detached()]).toEqual([]);
    await here.replica.settled();
    expect(kept(here)).toEqual([]);
  });

  test('that a disk cannot read keep it shut, so that none is lost', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const log = community.ledgerOf(biel);
    await log.add(helped(ana, 50));
    const page = pageOf([encodeTravelling(await log.add(helped(ana, 60)))]);
    await here.replica.receive(page, { type: 'message' });
    await here.replica.close();
    const { store } = await openOnMemory(community.id, here.disk);
    const { notes } = store;
    const error = { type: 'StoreLost', why: 'a bad block' } as const;
    const get: typeof notes.get = (name) =>
      name.startsWith('loose/') ? Promise.resolve(err(error)) : notes.get(name);
    Object.assign(store, { notes: { ...notes, get } });
    const opened = await openReplica({ community: community.id, store });
    expect(opened).toEqual({ ok: false, error });
  });

  test('take their place in the chain when it is the next one', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const next = await community.ledgerOf(biel).add(helped(ana, 60));
    const page = pageOf([encodeTravelling(next)]);
    const received = await here.replica.receive(page, { type: 'message' });
    expect(received).toMatchObject({ added: [{ id: next.id }], detached: [] });
  });

  test('take their places when a run comes to just before them', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const log = community.ledgerOf(biel);
    const start = log.entries.length;
    for (const minutes of [50, 60, 70, 80]) await log.add(helped(ana, minutes));
    const late = log.entries.slice(start + 2);
    for (const entry of late.toReversed()) {
      await here.replica.receive(pageOf([encodeTravelling(entry)]), {
        type: 'message',
      });
    }
    expect([...here.replica.detached()]).toHaveLength(2);

    await deliver(here, { runs: [log.run(start, start + 2)] }, ana);

    expect(here.replica.head(log.log).length).toBe(log.entries.length);
    expect([...here.replica.detached()]).toEqual([]);
  });

  test('need their own signature, and a certificate', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const before = await stateOf(here);
    const log = community.ledgerOf(biel);
    await log.add(helped(ana, 50));
    const forged = await log.add(helped(ana, 60), { signer: carme.signing });
    const bad = await deliver(here, { evidence: [encodeTravelling(forged)] }, ana);
    expect(bad.refused).toMatchObject({ type: 'BadSignature', seq: 11 });
    await community.ledgerOf(carme).add(helped(ana, 1));
    const stranger = await community.ledgerOf(carme).add(helped(ana, 60));
    const unknown = await deliver(
      here,
      { evidence: [encodeTravelling(stranger)] },
      ana,
    );
    expect(unknown).toMatchObject({ refused: null, detached: [] });
    expect(unknown.strangers).toEqual([stranger.logId]);
    expect(await stateOf(here)).toEqual(before);
  });

  test('certify one another inside one page, whatever their order', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const { ledgerOf } = {
      ledgerOf: (person: CastMember) => community.ledgerOf(person),
    };
    await ledgerOf(biel).add(helped(ana, 1));
    const admitsCarme = await ledgerOf(biel).add(await community.admitContent(carme));
    await ledgerOf(carme).add(helped(ana, 1));
    const admitsDidac = await ledgerOf(carme).add(await community.admitContent(didac));
    await ledgerOf(didac).add(helped(ana, 1));
    const proposal = await ledgerOf(didac).add(helped(ana, 75));
    const evidence = [proposal, admitsDidac, admitsCarme].map(encodeTravelling);
    const received = await deliver(here, { evidence }, ana);
    expect(received.detached).toHaveLength(3);
    expect(here.replica.ledger.transfer(proposal.id, ana.member)?.minutes).toBe(75);
    expect(here.replica.isCertified(didac.member, didac.device)).toBe(true);
  });

  test('[P6] a crash before the chain is durable leaves the note', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    await here.replica.settled();
    const log = community.ledgerOf(biel);
    await log.add(helped(ana, 50));
    const far = await log.add(helped(ana, 60));
    const page = pageOf([encodeTravelling(far)]);
    await here.replica.receive(page, { type: 'message' });
    await here.replica.settled();
    const rows = [...here.disk.updates];
    await deliver(here, { runs: [log.run()] }, ana);
    expect([...here.replica.detached()]).toEqual([]);
    // The app ends, and with it the row that was under way.
    const disk = { ...here.disk, updates: rows, notes: new Map(here.disk.notes) };
    const next = await openOnMemory(community.id, disk);
    expect(next.replica.entry(far.id)).not.toBeNull();
  });

  test('[P6] what a full disk did not take is written when there is room', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const log = community.ledgerOf(biel);
    await log.add(helped(ana, 50));
    const far = await log.add(helped(ana, 60));
    here.disk.fault = { type: 'StoreFull' };
    const page = pageOf([encodeTravelling(far)]);
    await here.replica.receive(page, { type: 'message' });
    expect(await here.replica.settled()).toMatchObject({ ok: false });
    expect(here.disk.notes.size).toBe(0);
    here.disk.fault = null;
    expect(await here.replica.settled()).toEqual({ ok: true, value: undefined });
    expect(here.disk.notes.size).toBe(1);
  });

  test('are capped for each log', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const log = community.ledgerOf(biel);
    for (let i = 0; i < 300; i++) await log.add(helped(ana, 1));
    const far = log.entries.slice(11).map(encodeTravelling);
    await deliver(here, { evidence: far.slice(0, 200) }, ana);
    await deliver(here, { evidence: far.slice(200) }, ana);
    expect([...here.replica.detached()]).toHaveLength(256);
  });

  test('[H7] but not what says whose a device is, and what erases', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const [log, board] = [community.ledgerOf(biel), community.boardOf(biel)];
    await log.add(helped(ana, 1));
    const enrol = await community.enrolContent(carme);
    await board.add(profileOf(biel));
    for (let i = 0; i < 300; i++) {
      await log.add(enrol);
      const place = { device: biel.device, seq: 900 + i, bodyHash: '00'.repeat(32) };
      await board.add({ type: 'erase', places: [place] });
    }
    for (const { entries } of [log, board]) {
      const far = entries.slice(-300).map(encodeTravelling);
      await deliver(here, { evidence: far.slice(0, 200) }, ana);
      await deliver(here, { evidence: far.slice(200) }, ana);
    }
    expect([...here.replica.detached()]).toHaveLength(600);
  });
});
