import * as v from 'valibot';
import type { RelayLimits } from './limits.ts';

/** What a y-webrtc 10.3 client says to its relay. */
export type Signal =
  | { type: 'subscribe' | 'unsubscribe'; topics: string[] }
  | { type: 'publish'; topic: string; data: string }
  | { type: 'ping' };

export type ReadSignal = (text: string) => Signal | null;

/**
 * A reader of one client's messages: the signal, or null for anything a y-webrtc
 * client with a password would not say. `data` is its ciphertext in base64, and the
 * relay carries text alone: what it cannot read it cannot be asked to judge.
 */
export function signalReader(limits: RelayLimits): ReadSignal {
  const room = v.pipe(v.string(), v.minLength(1), v.maxBytes(limits.roomNameBytes));
  // Counted before they are read: 5,000 empty names would take a hundred times as long.
  const rooms = v.pipe(
    v.custom<unknown[]>(
      (list) => Array.isArray(list) && list.length <= limits.roomsPerConnection,
    ),
    v.array(room),
  );
  const signal = v.variant('type', [
    v.object({ type: v.literal('subscribe'), topics: rooms }),
    v.object({ type: v.literal('unsubscribe'), topics: rooms }),
    v.object({
      type: v.literal('publish'),
      topic: room,
      data: v.pipe(v.string(), v.maxBytes(limits.messageBytes)),
    }),
    v.object({ type: v.literal('ping') }),
  ]);

  return (text) => {
    const parsed = v.safeParse(signal, jsonOf(text));
    return parsed.success ? parsed.output : null;
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
