/**
 * Class 6 on the wire: 200 kB of one kind of message make no more work than ten times what
 * ordinary entries of the same size do.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encode, fromHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { logIdOf } from '@manyhands/ledger';
import { encodePage } from '@manyhands/replica';
import type { TestCommunity, LogBuilder } from '@manyhands/testing';
import { confirmed, helped } from '@manyhands/testing';
import { call, say, welcome } from './kit/caller.ts';
import type { Line } from './kit/caller.ts';
import { turn } from './kit/clock.ts';
import { ackOf } from './kit/entries.ts';
import { processorTime } from './kit/cost.ts';
import { sized } from './kit/form.ts';
import { closeMeshed, openMeshed } from './kit/meshed.ts';
import type { Meshed } from './kit/meshed.ts';
import { ana, biel, carme, didac, village } from './kit/stories.ts';
import { pagesWith, puppet } from './kit/worst/mischief.ts';

const timesAtMost = 10;
const bytes = sized(100_000, 200_000);

/** Of Didac, in everybody's record. */
const entriesOfDidac = 5_000;
const logsOfDidac = 200;

let community: TestCommunity;
let his: LogBuilder;
/** Whoever listens to all of them. */
let phone: Meshed;

beforeAll(async () => {
  ({ community } = await village());
  his = community.ledgerOf(didac);
  for (let n = 0; n < logsOfDidac; n++) {
    const device = await puppet(n);
    await his.add(await community.enrolContent(device));
    await community.ledgerOf(device).add(helped(carme, 30));
  }
  while (his.entries.length < entriesOfDidac) await his.add(helped(carme, 30));
  phone = await openMeshed(community, biel);
});
afterAll(closeMeshed);

const name = (n: number, length = 16): Uint8Array =>
  fromHex(n.toString(16).padStart(2 * length, '7'));
const prefixOf = ({ log }: LogBuilder): Uint8Array =>
  fromHex(logIdOf(log).slice(0, 32));
const many = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** A kind of message, and what the n-th of them says. */
interface Kind {
  readonly number: number;
  readonly payload: (n: number) => Value;
}

/** As many items as one message may have. */
const items = 8_000;

const kinds: Readonly<Record<string, () => Kind>> = {
  'digests of nothing': () => ({ number: say.digest, payload: (n) => name(n, 32) }),
  'vectors of logs that are not here': () => ({
    number: say.vector,
    payload: (m) => many(items, (n) => [name(m * items + n), 2 ** 20, name(n, 8)]),
  }),
  'vectors with other heads of what is here': () => ({
    number: say.vector,
    payload: () =>
      many(items, (n) => [prefixOf(his), 1 + (n % entriesOfDidac), name(n, 8)]),
  }),
  'asks for each place of one log': () => ({
    number: say.ask,
    payload: () => many(items, (n) => [prefixOf(his), n % entriesOfDidac, 1]),
  }),
  'asks for one log, again and again': () => ({
    number: say.ask,
    payload: () => many(items, () => [prefixOf(his), 0, 2 ** 20]),
  }),
  'asks for what is not here': () => ({
    number: say.ask,
    payload: (m) => many(items, (n) => [name(m * items + n), 0, 2 ** 20]),
  }),
  'asks for little, one after the other': () => ({
    number: say.ask,
    payload: (n) => [[prefixOf(his), n % entriesOfDidac, 1]],
  }),
  'asks for everything, one after the other': () => ({
    number: say.ask,
    payload: () => [[prefixOf(his), 0, 2 ** 20]],
  }),
  'room for more': () => ({ number: say.more, payload: () => [] }),
  'acks of everything': () => ({
    number: say.ack,
    payload: (m) =>
      many(items, (n) => {
        const entry = his.entries[(m + n) % entriesOfDidac];
        return ackOf(logIdOf(his.log), 1 + (n % entriesOfDidac), entry?.id ?? '');
      }),
  }),
  'ids of another history': () => ({
    number: say.ids,
    payload: (m) => [
      prefixOf(his),
      many(64, (n) => [(m * 64 + n) % entriesOfDidac, name(n, 32)]),
    ],
  }),
  'secrets, each newer than the one before': () => ({
    number: say.secret,
    payload: (n) => [n, name(n, 32)],
  }),
  'secrets, each smaller than the one before': () => ({
    number: say.secret,
    payload: (n) => [0, name(2 ** 30 - n, 32)],
  }),
  weights: () => ({ number: say.weight, payload: () => [Number.MAX_SAFE_INTEGER] }),
  'wants of pictures': () => ({ number: say.want, payload: (n) => [name(n, 32), 0] }),
  'questions who is near': () => ({ number: say.seek, payload: () => [] }),
  'names of who is near': () => ({
    number: say.near,
    payload: (m) => many(16, (n) => name(m * 16 + n, 32)),
  }),
  'calls for nobody': () => ({
    number: say.call,
    payload: (n) => [name(n, 32), n, 0, new Uint8Array(16)],
  }),
  'calls of nobody': () => ({
    number: say.called,
    payload: (n) => [name(n, 32), n, 0, new Uint8Array(16)],
  }),
  'pages of nothing': () => ({
    number: say.news,
    payload: () => encodePage({ evidence: [], runs: [] }),
  }),
  'news that is here already': () => ({
    number: say.news,
    payload: (n) =>
      encodePage({ evidence: [], runs: [his.run(n % 1_000, 400 + (n % 1_000))] }),
  }),
  'messages of a later version': () => ({
    number: 200,
    payload: () => new Uint8Array(1_000),
  }),
};

/** What stands around a message on a line: DTLS, SCTP, UDP and IP. */
const around = 85;

/** Messages of a kind, as many as there is room for. */
function messagesOf({ number, payload }: Kind): Value[] {
  const all: Value[] = [];
  for (let [size, n] = [0, 0]; size < bytes; n++) {
    const each = payload(n);
    all.push(each);
    size += encode([number, each]).length + around;
  }
  return all;
}

let callers = 0;

/** Somebody who does something all day long: what it costs a phone to listen. */
async function costOf(
  number: number,
  payloads: readonly Value[],
  listener = phone,
): Promise<number> {
  const { signing } = await puppet(callers++ % logsOfDidac);
  const { line, verdict } = await call(listener, { member: didac.member, signing });
  expect(verdict).toBe(welcome);
  await line.read();
  const cost = await processorTime(() => talk(line, number, payloads));
  line.close();
  await turn();
  return cost;
}

async function talk(line: Line, number: number, payloads: readonly Value[]) {
  for (const [n, payload] of payloads.entries()) {
    if (!line.isOpen) return;
    line.say(number, payload);
    // The phone reads while others speak.
    if (n % 60 === 59) await line.read();
  }
  if (line.isOpen) await line.read();
}

/** What it costs to hear as many bytes of hours, of Ana's and Carme's. */
async function usualCost(): Promise<number> {
  const logs = [ana, carme].map((each) =>
    community.ledgerOf(each).branch(each, community.ledgerOf(each).entries.length),
  ) as [LogBuilder, LogBuilder];
  const starts = logs.map(({ entries }) => entries.length);
  for (let size = 0; size < bytes;) {
    const asked = await logs[0].add(helped(carme, 30));
    const said = await logs[1].add(confirmed(asked.id));
    size += asked.stored.length + said.stored.length;
  }
  const runs = logs.map((log, i) => log.run(starts[i]));
  const pages = pagesWith({ community, runs }, 60_000);
  const costs: number[] = [];
  for (let n = 0; n < 3; n++)
    costs.push(await costOf(say.news, pages, await openMeshed(community, biel)));
  return costs.sort((a, b) => a - b)[1] ?? 0;
}

describe('200 kB of one kind of message', () => {
  let usual: number;
  beforeAll(async () => {
    usual = await usualCost();
  });

  /** Each is answered: what that costs is not in proportion to so few bytes. */
  const answered = ['digests of nothing', 'asks for little, one after the other'];
  const others = Object.keys(kinds).filter((which) => !answered.includes(which));

  test.each(others)('[findings/H6] [findings/H10] %s', isCheap);
  test.each(answered)('[findings/H6] [findings/H10] %s', isCheap);

  async function isCheap(which: string): Promise<void> {
    const kind = kinds[which]?.();
    const messages = kind ? messagesOf(kind) : [];
    let cost = await costOf(kind?.number ?? 0, messages);
    // Somebody else's work, or the collector's, may have fallen into it.
    const isNear = () => cost >= timesAtMost * usual && cost < 2 * timesAtMost * usual;
    for (let n = 0; n < 2 && isNear(); n++)
      cost = await costOf(kind?.number ?? 0, messages);
    expect(cost / usual).toBeLessThan(timesAtMost);
  }
});
