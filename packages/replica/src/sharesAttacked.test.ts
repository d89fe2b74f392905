import { assert } from '@manyhands/base';
import { signingKeyFromSeed } from '@manyhands/keys';
import { logIdOf, erasedPositionOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  createPerson,
  deliver,
  entriesOfMiB,
  helped,
  identityContent,
  listing,
  profileOf,
  writeMuch,
  sized,
} from '@manyhands/testing';
import type { LogBuilder } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { firstShare, shareStep } from './limits.ts';
import {
  deliverAlone,
  ana,
  biel,
  storedBytesOf,
  carme,
  dayInMs,
  didac,
  lengthOf,
  push,
  sharerOf,
} from './testing/sharing.ts';
import type { Sharer } from './testing/sharing.ts';

const firstBoard = firstShare - 2 * shareStep;

const waiting = ({ replica }: Sharer): string[] =>
  replica.shares.waiting().map(({ member }) => member);

/** The same bytes under a signature that nobody made. */
const forged = (entry: Entry): Uint8Array => {
  const stored = entry.stored.slice();
  stored[stored.length - 1] = (stored.at(-1) ?? 0) ^ 1;
  return stored;
};

describe('[R11] nobody uses up another’s share', () => {
  test('by their name: only what proves itself counts, and once', async () => {
    const village = await TestCommunity.of(ana, [biel, carme, didac]);
    const log = village.boardOf(biel);
    await writeMuch(log, 8 * entriesOfMiB);
    const here = await sharerOf(village);
    await deliver(here, { runs: [log.run(0, 32)] }, didac);
    for (let i = 0; i < sized(80, 300); i++) {
      const run = log.run(32, 64);
      // Bytes that Biel never signed, what is held already, and what comes before its time.
      const items = log.entries.slice(32, 64).map(forged);
      const refused = await deliver(here, { runs: [{ ...run, items }] }, didac);
      expect(refused.refused).toMatchObject({ type: 'BadSignature' });
      await deliver(here, { runs: [log.run(0, 32)] }, didac);
      await deliver(here, { runs: [log.run(96, 128)] }, didac);
    }
    await push(here, log);
    expect(storedBytesOf(here, log)).toBe(firstBoard);
  });

  test('in one page: what is forged in front of it keeps nothing out', async () => {
    const village = await TestCommunity.of(ana, [biel, carme, didac]);
    const [log, ledger] = [village.boardOf(biel), village.ledgerOf(biel)];
    await writeMuch(log, 8 * entriesOfMiB);
    await writeMuch(ledger, 40);
    const here = await sharerOf(village);
    await push(here, log);
    // Room is left for 32 of the ledger; a run that does not begin where it must has none.
    const ahead = ledger.run(16, 32);
    const page = { runs: [ahead, ledger.run(0, 8), ledger.run(0, 32)] };
    expect(await deliver(here, page, didac)).toMatchObject({ refused: null });
    expect(lengthOf(here, ledger)).toBe(32);
  });

  test('in one page: what was granted and does not prove itself gives its room back', async () => {
    const village = await TestCommunity.of(ana, [biel, carme, didac]);
    const [log, ledger] = [village.boardOf(biel), village.ledgerOf(biel)];
    await writeMuch(log, 8 * entriesOfMiB);
    await writeMuch(ledger, 40);
    const here = await sharerOf(village);
    await push(here, log);
    // Of the first run 16 are covered by a signature, and 7 are not.
    const page = { runs: [ledger.run(0, 23), ledger.run(16, 32)] };
    expect(await deliver(here, page, didac)).toMatchObject({ refused: null });
    expect(lengthOf(here, ledger)).toBe(32);
  });

  test('by what they erased, however often it is brought, alone or in a run', async () => {
    const village = await TestCommunity.of(ana, [biel, carme, didac]);
    const tablet = await createPerson('Biel', 'tablet');
    await village.ledgerOf(ana).add(await village.enrolContent(tablet));
    const [log, other] = [village.boardOf(biel), village.boardOf(tablet)];
    await writeMuch(log, 8 * entriesOfMiB);
    const detached = log.entries.at(-1);
    // What it covered falls with it each time.
    const bare = await other.add(profileOf(biel, 1), { signer: null });
    const signed = await other.add(profileOf(biel, 2));
    assert(detached, 'Biel wrote');
    const places = [signed, detached].map(erasedPositionOf);
    const erase = await log.add({ type: 'erase', places });
    const here = await sharerOf(village);
    await deliverAlone(here, [erase]);
    for (let i = 0; i < sized(150, 1_000); i++) {
      await deliver(here, { runs: [other.run()] }, didac);
      await deliverAlone(here, [detached]);
    }
    expect([bare, detached].map(({ id }) => here.replica.entry(id))).toEqual([
      null,
      null,
    ]);
    await push(here, log);
    expect(storedBytesOf(here, log)).toBeGreaterThan(firstBoard - shareStep);
  });

  test('what is left costs nothing but reading it: no signature is looked at', async () => {
    const village = await TestCommunity.of(ana, [biel, carme, didac]);
    const log = village.boardOf(biel);
    await writeMuch(log, 8 * entriesOfMiB);
    const here = await sharerOf(village);
    await push(here, log);
    const length = lengthOf(here, log);
    const run = log.run(length, length + 32);
    const items = log.entries.slice(length, length + 32).map(forged);
    const received = await deliver(here, { runs: [{ ...run, items }] }, didac);
    expect(received).toMatchObject({ refused: null, added: [] });
    expect(received.waiting).toEqual([logIdOf(log.log)]);
  });
});

describe('[R11] a stolen phone cannot crowd out what ends it', () => {
  const thief = biel;
  const key = signingKeyFromSeed(new Uint8Array(32).fill(9));

  /** Biel's phone is stolen and loud; with his tablet he says that it ends at place 1. */
  async function stolen() {
    const village = await TestCommunity.of(ana, [biel, carme, didac]);
    const tablet = await createPerson('Biel', 'tablet');
    await village.ledgerOf(ana).add(await village.enrolContent(tablet));
    const log = village.ledgerOf(thief);
    await log.add(helped(ana, 30));
    await writeMuch(log, 10 * entriesOfMiB);
    const devices = [listing(thief, 1), listing(tablet)];
    const content = await identityContent(
      village,
      biel,
      { key: await key, devices },
      biel.identity,
    );
    const here = await sharerOf(village);
    await push(here, log);
    // What comes alone has a step of its own, and it is full too, to the last short entry.
    const far = log.entries.filter(({ seq }) => seq % 8 === 0).slice(-60);
    for (let i = 0; i < 20; i++) far.push(await log.add(helped(ana, 1)));
    for (const entry of far) await deliverAlone(here, [entry]);
    const detached = [...here.replica.detached()];
    expect(detached.length).toBeLessThan(60);
    expect(detached.length).toBeGreaterThan(shareStep / 4_096);
    return { village, tablet, log, content, here };
  }

  test('the statement is taken at once, and the flood is over', async () => {
    const { village, tablet, log, content, here } = await stolen();
    const before = lengthOf(here, log);
    await village.ledgerOf(tablet).add(helped(ana, 15));
    const said = await village.ledgerOf(tablet).add(content);
    expect((await deliverAlone(here, [said])).detached).toEqual([said]);
    expect(here.replica.ledger.cutOf(log.log)).toBe(1);
    expect(waiting(here)).toEqual([]);
    await push(here, log);
    expect(lengthOf(here, log)).toBe(before);
  });

  test('said again by the thief it has no room a second time', async () => {
    const { village, tablet, log, content, here } = await stolen();
    const again: Entry[] = [];
    for (let i = 0; i < 2; i++) again.push(await log.add(content));
    const [first] = again;
    const received = await deliverAlone(here, again);
    expect(received.detached).toEqual([first]);
    expect(received.waiting).toEqual([logIdOf(log.log)]);
    await village.ledgerOf(tablet).add(helped(ana, 15));
    const other = await village.ledgerOf(tablet).add(content);
    expect((await deliverAlone(here, [other])).detached).toEqual([]);
    expect(here.replica.ledger.cutOf(log.log)).toBe(1);
  });

  test('nor has what another key has signed', async () => {
    const { village, here, log } = await stolen();
    const content = await identityContent(
      village,
      biel,
      { key: await key, devices: [listing(biel)] },
      didac.identity,
    );
    const said = await log.add(content);
    expect((await deliverAlone(here, [said])).detached).toEqual([]);
  });
});

describe('[R11] what nobody can say whose it is', () => {
  /** Devices whose certificate stands where the share does not reach. */
  async function beyond(count: number) {
    const village = await TestCommunity.of(ana, [biel, carme, didac]);
    const ledger = village.ledgerOf(biel);
    await writeMuch(ledger, 8 * entriesOfMiB);
    const logs: LogBuilder[] = [];
    for (let i = 0; i < count; i++) {
      const device = await createPerson('Biel', `device ${i}`);
      await ledger.add(await village.enrolContent(device));
      const log = village.ledgerOf(device);
      for (let n = 0; n < 40; n++) await log.add(helped(ana, 1));
      logs.push(log);
    }
    return { village, ledger, logs };
  }

  test('is asked for once, and then seldom, until its certificate has come', async () => {
    const { village, ledger, logs } = await beyond(20);
    const here = await sharerOf(village);
    await push(here, ledger);
    const prefix = ({ log }: LogBuilder) => logIdOf(log).slice(0, 32);
    const heads = [ledger, ...logs].map((log) => ({
      log: prefix(log),
      length: log.entries.length,
      head: '00'.repeat(8),
    }));
    const asked = () => here.replica.shares.within(here.replica.lacks(heads));
    expect(asked().map(({ max }) => max)).toEqual(logs.map(() => 40));
    const received = await deliver(here, { runs: logs.map((log) => log.run()) }, biel);
    expect(received.strangers).toHaveLength(20);
    const first = asked();
    expect(first.map(({ max }) => max)).toEqual(Array.from({ length: 16 }, () => 32));
    // The others have their turn.
    const second = new Set(asked().map(({ log }) => log));
    expect(first.filter(({ log }) => !second.has(log))).toHaveLength(4);
    here.clock.time += dayInMs;
    await push(here, ledger);
    expect(lengthOf(here, ledger)).toBe(ledger.entries.length);
    expect(asked().map(({ max }) => max)).toEqual(logs.map(() => 40));
  });
});
