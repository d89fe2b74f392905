/** An honest device among forks: replica, writer and duties; and how two of them meet. */
import { assert } from '@manyhands/base';
import type { MemberId, MinuteOfTime } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import type { Entry } from '@manyhands/ledger';
import { openWriter, startDuties } from '@manyhands/replica';
import type { Duties, Replica, Writer } from '@manyhands/replica';
import { openOnMemory } from '@manyhands/testing';
import type { TestCommunity, OnMemory, CastMember } from '@manyhands/testing';
import type { Link } from '../link.ts';
import { Session } from '../session.ts';
import { realTimers } from '../timers.ts';
import type { SessionHost } from '../session.ts';

export interface Honest extends OnMemory {
  readonly person: CastMember;
  readonly writer: Writer;
  readonly duties: Duties;
  /** Lines this person signed that existed here at some time. */
  readonly signed: Map<string, [Entry['id'], MemberId]>;
}

const now = () => 29_000_000 as MinuteOfTime;

export async function openHonest(
  community: TestCommunity,
  person: CastMember,
): Promise<Honest> {
  const { member, device } = person;
  const memory = await openOnMemory(community.id, undefined, {
    own: { member, device },
  });
  const { replica, store } = memory;
  const options = { replica, store, member, device: person.signing, now, randomBytes };
  const writer = await openWriter(options);
  assert(writer.ok, 'a new phone has a writer');
  let ticks = 0;
  const clock = () => (ticks += 10_000);
  const isQuiet = () => true;
  const random = () => 0;
  const duties = startDuties({ replica, writer: writer.value, clock, random, isQuiet });
  return { ...memory, person, writer: writer.value, duties, signed: new Map() };
}

/** What went over a wire, by the number of its kind. */
export interface Traffic {
  messages: number;
  /** Everything but digests. */
  loud: number;
  readonly offences: string[];
}

/** Lets two honest people compare and fetch until neither says anything more. */
export async function meetHonest(
  a: Honest,
  b: Honest,
  traffic: Traffic,
): Promise<void> {
  let isOpen = true;
  const wires: Link[] = [];
  const sessions = [a, b].map((here, side) => {
    const there = side === 0 ? b : a;
    const link: Link = {
      peer: { member: there.person.member, device: there.person.device },
      get isOpen() {
        return isOpen;
      },
      bytesSent: 0,
      bytesReceived: 0,
      messageBytesReceived: 0,
      ended: new Promise(() => undefined),
      send: (message) => {
        traffic.messages += 1;
        if (message[1] !== 1) traffic.loud += 1;
        const other = wires[1 - side];
        queueMicrotask(() => other?.onmessage?.(message));
        return Promise.resolve();
      },
      onmessage: null,
      close: () => undefined,
    };
    wires.push(link);
    return new Session(link, hostOf(here.replica, traffic));
  });
  for (const session of sessions) session.start();
  await settle([a, b], traffic);
  isOpen = false;
}

function hostOf(replica: Replica, traffic: Traffic): SessionHost {
  return {
    replica,
    timers: realTimers,
    pause: () => Promise.resolve(),
    onvector: (session, heads) => {
      const asks = replica.shares.within(replica.lacks(heads));
      if (asks.length > 0) session.ask(asks);
    },
    onanswer: (session, received, isLast) => {
      if (isLast && received && received.added.length > 0) session.compare();
    },
    onweight: () => undefined,
    onack: () => undefined,
    onsecret: () => undefined,
    onoffence: (_, why) => traffic.offences.push(JSON.stringify(why)),
  };
}

/** Until nobody has anything left to read, to write or to say. */
export async function settle(
  honest: readonly Honest[],
  traffic: Traffic = { messages: 0, loud: 0, offences: [] },
): Promise<void> {
  for (let calm = 0, last = -1; calm < 2;) {
    await turn();
    for (const { duties, replica } of honest) {
      await duties.now();
      await replica.settled();
    }
    calm = traffic.messages === last ? calm + 1 : 0;
    last = traffic.messages;
  }
}

/** Lets everything run that is ready to. */
const turn = (): Promise<void> => {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resume) => {
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
};
