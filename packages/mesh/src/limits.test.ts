import { afterEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { concat, encode, u32 } from '@manyhands/codec';
import type { DeviceKey, EntryId, Hex } from '@manyhands/base';
import { encodePage } from '@manyhands/replica';
import { TestCommunity, createCast, profileOf } from '@manyhands/testing';
import { channelPair } from './channel.ts';
import { ForkSearch } from './forkSearch.ts';
import { Assembler, framesOf, ping } from './frames.ts';
import { linkProof } from './handshakeMessages.ts';
import * as limits from './limits.ts';
import { encodeMessage, readMessage } from './messages.ts';
import { openPipe } from './pipe.ts';
import { Pull } from './pull.ts';
import { keepEarly } from './rtc/rtcChannel.ts';
import type { Session } from './session.ts';
import { BanList } from './banList.ts';
import type { Edges } from './testing/edges.ts';
import { StuckChannel, sessionWith, turn } from './testing/ends.ts';
import { openCrowd } from './testing/manyLinks.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import { closePhones, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';

afterEach(closePhones);

const [ana, biel] = await createCast();

const edgeOf = (
  isTaken: (size: number) => boolean,
  limit: number,
): [boolean, boolean] => [isTaken(limit), isTaken(limit + 1)];

const times = <T>(count: number, value: T): T[] =>
  Array.from({ length: count }, () => value);

async function anasPhone(entries = 0): Promise<MeshPhone> {
  const community = await TestCommunity.of(ana, [biel]);
  const log = community.boardOf(biel);
  const about = 'x'.repeat(300);
  for (let i = 0; i < entries; i++) await log.add({ ...profileOf(biel, i), about });
  return openPhone(community, ana);
}

/** Writes on Ana's board until a page of it would be counted as so many bytes. */
async function writeBoard(phone: MeshPhone, bytes: number): Promise<Hex> {
  // What `fillPage` counts for a page, a run and each entry's head.
  let left = bytes - 16 - 128;
  const lengthWith = async (about: string) => {
    const written = await phone.writer.append('board', { ...profileOf(ana), about });
    assert(written.ok, 'written');
    left -= written.value.stored.length + 3;
    return written.value;
  };
  const { stored } = await lengthWith('x'.repeat(500));
  const around = stored.length - 500;
  while (left > 2 * (1_000 + around)) await lengthWith('x'.repeat(800));
  await lengthWith('x'.repeat(Math.floor(left / 2) - around));
  const { logId } = await lengthWith('x'.repeat(left - 3 - around));
  expect(left).toBe(0);
  return logId.slice(0, 32);
}

const edges: Edges = {
  frameLimit: () => {
    const isTaken = (bytes: number) =>
      new Assembler(limits.messageLimit).take(new Uint8Array(bytes)).ok;
    return edgeOf(isTaken, limits.frameLimit);
  },

  messageLimit: () => {
    const { messageLimit } = limits;
    const isTaken = (bytes: number) => {
      const first = concat(Uint8Array.of(1), u32(bytes), new Uint8Array(1));
      return new Assembler(messageLimit).take(first).ok;
    };
    expect(() => [...framesOf(new Uint8Array(messageLimit + 1))]).toThrow();
    expect(readMessage(new Uint8Array(messageLimit + 1)).ok).toBe(false);
    return edgeOf(isTaken, messageLimit);
  },

  strangerLimit: async () => {
    const isTaken = async (bytes: number) => {
      const [here, there] = channelPair();
      const pipe = openPipe(here, new ManualTimers());
      for (const frame of framesOf(new Uint8Array(bytes))) there.send(frame);
      await turn();
      return pipe.isOpen;
    };
    const { strangerLimit } = limits;
    return [await isTaken(strangerLimit), await isTaken(strangerLimit + 1)];
  },

  inboxLimit: async () => {
    const isTaken = async (messages: number) => {
      const [here, there] = channelPair();
      const pipe = openPipe(here, new ManualTimers());
      for (let i = 0; i < messages; i++) there.send(Uint8Array.of(0, 1));
      await turn();
      return pipe.isOpen;
    };
    return [await isTaken(limits.inboxLimit), await isTaken(limits.inboxLimit + 1)];
  },

  earlyLimit: () => {
    const isTaken = (frames: number) => {
      const channel = {
        onmessage: null as ((event: { data: ArrayBuffer }) => void) | null,
        isOpen: true,
        close: () => (channel.isOpen = false),
      };
      const early = keepEarly(channel as unknown as RTCDataChannel);
      for (let i = 0; i < frames; i++)
        channel.onmessage?.({ data: new ArrayBuffer(8) });
      expect(early.length).toBeLessThanOrEqual(limits.earlyLimit);
      return channel.isOpen;
    };
    return edgeOf(isTaken, limits.earlyLimit);
  },

  highWaterBytes: async () => {
    const isTaken = async (bytes: number) => {
      const channel = new StuckChannel(bytes - 2);
      const pipe = openPipe(channel, new ManualTimers());
      let isSent = false;
      void pipe.send(new Uint8Array(1)).then(() => (isSent = true));
      await turn();
      const pings = channel.sent;
      channel.onframe?.(ping);
      expect(channel.sent > pings).toBe(isSent);
      return isSent;
    };
    const { highWaterBytes } = limits;
    return [await isTaken(highWaterBytes), await isTaken(highWaterBytes + 1)];
  },

  unsentLimit: () => {
    const { unsentLimit, messageLimit } = limits;
    const isTaken = (bytes: number) => {
      const pipe = openPipe(new StuckChannel(), new ManualTimers());
      const whole = Math.floor(bytes / messageLimit);
      for (let i = 0; i < whole; i++) void pipe.send(new Uint8Array(messageLimit));
      void pipe.send(new Uint8Array(bytes - whole * messageLimit));
      return pipe.isOpen;
    };
    return edgeOf(isTaken, unsentLimit);
  },

  unreadLimit: async () => {
    const isTaken = async (bytes: number) => {
      const phone = await anasPhone();
      vi.spyOn(phone.replica, 'digest').mockReturnValue('00'.repeat(32));
      const offence = vi.fn();
      const { link } = await sessionWith(phone.replica, biel, offence);
      // Never reads on: the first message waits for the replica.
      const page = encodePage({ evidence: [], runs: [] });
      vi.spyOn(phone.replica, 'receive').mockReturnValue(new Promise(() => undefined));
      link.onmessage?.(encodeMessage('news', page));
      await turn();
      for (let left = bytes - limits.messageCost; left > 0;) {
        const length = Math.min(left, limits.messageLimit);
        link.onmessage?.(new Uint8Array(length));
        left -= length;
      }
      return offence.mock.calls.length === 0;
    };
    return [await isTaken(limits.unreadLimit), await isTaken(limits.unreadLimit + 1)];
  },

  messageCost: () => {
    const short = limits.unsentLimit / limits.messageCost;
    const isTaken = (messages: number) => {
      const pipe = openPipe(new StuckChannel(), new ManualTimers());
      for (let i = 0; i < messages; i++) void pipe.send(new Uint8Array(1));
      return pipe.isOpen;
    };
    return edgeOf(isTaken, short);
  },

  pagesAhead: async () => {
    const phone = await anasPhone(1_500); // four pages
    const { say, heard } = await sessionWith(phone.replica, biel);
    const pages = () => heard.filter(({ type }) => type === 'page').length;
    const head = phone.replica.vector().find(({ log }) => log.kind === 'board');
    assert(head, 'his board');
    const ask = { log: head.logId.slice(0, 32), from: 0, max: head.length };
    await say(encodeMessage('ask', [ask]));
    await vi.waitFor(() => expect(pages()).toBeGreaterThan(1));
    await turn();
    const ahead = pages();
    await say(encodeMessage('more', {}));
    await vi.waitFor(() => expect(pages()).toBe(limits.pagesAhead + 1));
    return [ahead === limits.pagesAhead, ahead > limits.pagesAhead];
  },

  newsLimit: async () => {
    const isTaken = async (bytes: number) => {
      const phone = await anasPhone();
      const { session, say, heard } = await sessionWith(phone.replica, biel);
      const before = phone.replica.wireVector();
      await say(encodeMessage('vector', before));
      const board = await writeBoard(phone, bytes);
      session.offer(new Map([[board, 0]]));
      await vi.waitFor(() => expect(heard.at(-1)?.type).toBe('news'));
      const last = heard.at(-1);
      assert(last?.type === 'news', 'news');
      expect(last.payload.length).toBeLessThanOrEqual(limits.newsLimit);
      return heard.filter(({ type }) => type === 'digest').length === 1;
    };
    const { newsLimit } = limits;
    return [await isTaken(newsLimit), await isTaken(newsLimit + 1)];
  },

  turnLimit: async () => {
    const { replica } = await anasPhone();
    const isTaken = (entries: number) => {
      const ask = vi.fn<Session['ask']>();
      const session = { link: { isOpen: true }, ask } as unknown as Session;
      const timers = new ManualTimers();
      const quiet = () => undefined;
      const pull = new Pull({ replica, timers, onprogress: quiet, onlevel: quiet });
      const log = 'ab'.repeat(16);
      pull.offered(session, [{ log, length: entries, head: '00'.repeat(8) }]);
      expect(ask).toHaveBeenCalledOnce();
      return ask.mock.calls[0]?.[0][0]?.max === entries;
    };
    return edgeOf(isTaken, limits.turnLimit);
  },

  idsLimit: () => {
    const places = (count: number) =>
      Array.from({ length: count }, (_, seq) => [seq, new Uint8Array(32)]);
    const isTaken = (count: number) =>
      readMessage(encode([9, [new Uint8Array(16), places(count)]])).ok;
    return edgeOf(isTaken, limits.idsLimit);
  },

  acksLimit: () => {
    const ack = { log: 'ab'.repeat(16), length: 2 ** 20 - 1, head: 'cd'.repeat(16) };
    const longest = encodeMessage('ack', times(limits.acksLimit, ack));
    expect(longest.length).toBeLessThan(limits.messageLimit);
    const isTaken = (count: number) =>
      readMessage(
        encode([7, times(count, [new Uint8Array(16), 5, new Uint8Array(16)])]),
      ).ok;
    return edgeOf(isTaken, limits.acksLimit);
  },

  stepsLimit: async () => {
    const { replica } = await anasPhone();
    const [head] = replica.wireVector();
    assert(head, 'the founding log');
    const search = new ForkSearch(replica);
    const id = 'ab'.repeat(32) as EntryId;
    const step = () =>
      search.receive({ log: head.log, places: [{ seq: 1, id }] }).ids !== null;
    const answers = times(limits.stepsLimit + 1, null).map(step);
    return [answers.at(-2) ?? false, answers.at(-1) ?? false];
  },

  evidenceSteps: () => {
    const isTaken = (count: number) =>
      linkProof.decode(proofOf(times(count, new Uint8Array(1)), null)).ok;
    return edgeOf(isTaken, limits.evidenceSteps);
  },

  shownEntryLimit: () => {
    const isTaken = (bytes: number) =>
      linkProof.decode(proofOf([new Uint8Array(bytes)], null)).ok;
    return edgeOf(isTaken, limits.shownEntryLimit);
  },

  requestLimit: () => {
    const isTaken = (bytes: number) =>
      linkProof.decode(proofOf([], new Uint8Array(bytes))).ok;
    return edgeOf(isTaken, limits.requestLimit);
  },

  bannedLimit: () => {
    const isTaken = (count: number) => {
      const list = new BanList(new ManualTimers());
      for (let i = 0; i < count; i++) list.refuse(`device ${i}` as DeviceKey);
      return list.has('device 0' as DeviceKey);
    };
    return edgeOf(isTaken, limits.bannedLimit);
  },

  linksWanted: async () => {
    const isTaken = async (links: number) => {
      const [crowd, devices] = await openCrowd({ devices: links });
      for (const device of devices) await crowd.meet(device);
      await turn();
      return crowd.open().length === links;
    };
    return [await isTaken(limits.linksWanted), await isTaken(limits.linksWanted + 1)];
  },
};

const proofOf = (evidence: Uint8Array[], request: Uint8Array | null) =>
  encode([new Uint8Array(64), new Uint8Array(32), evidence, request]);

describe('[replica/R8] each cap is kept: so many, and not one more', () => {
  test.each(Object.entries(edges))('%s', async (_, edge) => {
    expect(await edge()).toEqual([true, false]);
  });
});
