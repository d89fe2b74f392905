import { Credits } from './credits.ts';
import type { RelayLimits } from './limits.ts';
import { signalReader } from './signal.ts';
import type { Signal } from './signal.ts';

/** One connection, as the switchboard sees it. */
export interface Caller {
  /** Sends a text, which stands here as UTF-8. */
  send(message: Buffer): void;
  /** Ends the connection. The reason is for the one who is cut off, in English. */
  cutOff(reason: string): void;
  /** Does what it asked for when it is its turn, in the order it was asked. */
  later(task: () => void): void;
}

const pong = Buffer.from('{"type":"pong"}');

export interface Switchboard {
  /** `address`: whose copies are counted together. */
  join(caller: Caller, address: string): void;
  /** Counts one message of `caller`, who has joined, and obeys it in turn. Never throws. */
  receive(caller: Caller, text: string): void;
  /** Counts a ping or a pong as a message, and does `then` in turn. */
  count(caller: Caller, bytes: number, then?: () => void): void;
  leave(caller: Caller): void;
  /** Rooms somebody is in, and messages taken since the start. */
  stats(): { rooms: number; messages: number };
}

interface Line {
  readonly address: string;
  readonly rooms: Set<string>;
}

/**
 * Joins callers who ask for the same room (SPEC R1–R5). It keeps who is in which room
 * while they are connected, what an address has used of its allowance until that is whole
 * again (R2), and nothing else: no message, no name.
 *
 * Who breaks a rule is cut off: a y-webrtc client would not, and it dials again.
 */
export function createSwitchboard(limits: RelayLimits, now: () => number): Switchboard {
  const read = signalReader(limits);
  const lines = new Map<Caller, Line>();
  const rooms = new Map<string, Set<Caller>>();
  const talk = new Credits<Caller>(
    { atOnce: limits.messagesAtOnce, perSecond: limits.messagesPerSecond },
    now,
  );
  const weight = new Credits<Caller>(
    { atOnce: limits.bytesAtOnce, perSecond: limits.bytesPerSecond },
    now,
  );
  const copies = new Credits<string>(
    { atOnce: limits.copiesAtOnce, perSecond: limits.copiesPerSecond },
    now,
  );
  let messages = 0;

  function enter(caller: Caller, line: Line, name: string): void {
    if (line.rooms.has(name)) return;
    if (line.rooms.size >= limits.roomsPerConnection) {
      caller.cutOff('too many rooms');
      return;
    }
    const room = rooms.get(name) ?? new Set();
    if (room.size >= limits.connectionsPerRoom) {
      caller.cutOff('room full');
      return;
    }
    rooms.set(name, room.add(caller));
    line.rooms.add(name);
  }

  function exit(caller: Caller, line: Line, name: string): void {
    if (!line.rooms.delete(name)) return;
    const room = rooms.get(name);
    room?.delete(caller);
    if (room?.size === 0) rooms.delete(name);
  }

  function obey(caller: Caller, line: Line, signal: Signal): void {
    switch (signal.type) {
      case 'subscribe': {
        signal.topics.forEach((name) => enter(caller, line, name));
        return;
      }
      case 'unsubscribe': {
        signal.topics.forEach((name) => exit(caller, line, name));
        return;
      }
      case 'publish': {
        publish(caller, line, signal.topic, signal.data);
        return;
      }
      case 'ping': {
        caller.send(pong);
        return;
      }
    }
  }

  function publish(from: Caller, line: Line, topic: string, data: string): void {
    // Only who is in a room may speak there; a client that just left may be late.
    if (!line.rooms.has(topic)) return;
    const room = rooms.get(topic) ?? new Set();
    if (!copies.spend(line.address, room.size)) return;
    // Once for all of them.
    const message = Buffer.from(JSON.stringify({ type: 'publish', topic, data }));
    for (const caller of room) {
      if (caller !== from) caller.send(message);
    }
  }

  function mayStillSay(caller: Caller, bytes: number): boolean {
    const reason = !talk.spend(caller, 1)
      ? 'too many messages'
      : !weight.spend(caller, bytes)
        ? 'too many bytes'
        : null;
    if (reason !== null) caller.cutOff(reason);
    return reason === null;
  }

  function obeyText(caller: Caller, line: Line, text: string): void {
    if (!lines.has(caller)) return;
    const signal = read(text);
    if (signal === null) {
      caller.cutOff('not a signal');
      return;
    }
    messages += 1;
    obey(caller, line, signal);
  }

  return {
    join(caller, address) {
      lines.set(caller, { address, rooms: new Set() });
    },
    receive(caller, text) {
      const line = lines.get(caller);
      if (line === undefined || !mayStillSay(caller, text.length)) return;
      caller.later(() => obeyText(caller, line, text));
    },
    count(caller, bytes, then) {
      if (!lines.has(caller) || !mayStillSay(caller, bytes)) return;
      if (then !== undefined) caller.later(then);
    },
    leave(caller) {
      // After what it said last.
      caller.later(() => {
        const line = lines.get(caller);
        if (line === undefined) return;
        for (const name of [...line.rooms]) exit(caller, line, name);
        lines.delete(caller);
        talk.forget(caller);
        weight.forget(caller);
      });
    },
    stats: () => ({ rooms: rooms.size, messages }),
  };
}
