import type { RelayLimits } from './limits.ts';
import { signalReader } from './signal.ts';
import type { Signal } from './signal.ts';

/** One connection, as the switchboard sees it. */
export interface Caller {
  send(text: string): void;
  /** Ends the connection. The reason is for the one who is cut off, in English. */
  cutOff(reason: string): void;
}

export interface Switchboard {
  join(caller: Caller): void;
  /** Takes one message of `caller`, who has joined. Never throws. */
  receive(caller: Caller, text: string): void;
  leave(caller: Caller): void;
  /** Rooms somebody is in, and messages taken since the start. */
  stats(): { rooms: number; messages: number };
}

interface Line {
  readonly rooms: Set<string>;
  /** Messages this caller may still send at once; refilled with time. */
  credit: number;
  creditedAt: number;
}

/**
 * Joins callers who ask for the same room (SPEC R1–R5). It keeps who is in which room
 * while they are connected, and nothing else: no message, no name, no address.
 *
 * Who breaks a rule is cut off: a y-webrtc client would not, and it dials again.
 */
export function createSwitchboard(limits: RelayLimits, now: () => number): Switchboard {
  const read = signalReader(limits);
  const lines = new Map<Caller, Line>();
  const rooms = new Map<string, Set<Caller>>();
  let messages = 0;

  function mayTalk(line: Line): boolean {
    const at = now();
    const earned = ((at - line.creditedAt) / 1000) * limits.messagesPerSecond;
    line.credit = Math.min(limits.messagesAtOnce, line.credit + earned);
    line.creditedAt = at;
    if (line.credit < 1) return false;
    line.credit -= 1;
    return true;
  }

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
        caller.send('{"type":"pong"}');
        return;
      }
    }
  }

  function publish(from: Caller, line: Line, topic: string, data: string): void {
    // Only who is in a room may speak there; a client that just left may be late.
    if (!line.rooms.has(topic)) return;
    const text = JSON.stringify({ type: 'publish', topic, data });
    for (const caller of rooms.get(topic) ?? []) {
      if (caller !== from) caller.send(text);
    }
  }

  return {
    join(caller) {
      const credit = limits.messagesAtOnce;
      lines.set(caller, { rooms: new Set(), credit, creditedAt: now() });
    },
    receive(caller, text) {
      const line = lines.get(caller);
      if (line === undefined) return;
      if (!mayTalk(line)) {
        caller.cutOff('too many messages');
        return;
      }
      const signal = read(text);
      if (signal === null) {
        caller.cutOff('not a signal');
        return;
      }
      messages += 1;
      obey(caller, line, signal);
    },
    leave(caller) {
      const line = lines.get(caller);
      if (line === undefined) return;
      for (const name of [...line.rooms]) exit(caller, line, name);
      lines.delete(caller);
    },
    stats: () => ({ rooms: rooms.size, messages }),
  };
}
