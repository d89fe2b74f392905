import type { Result } from '@manyhands/base';
import type { Malformed } from '@manyhands/codec';
import type { Channel } from './channel.ts';

/**
 * One side of a connection that is being made. Somebody else carries the descriptions:
 * a neighbour (M6), or two people with a camera (M7).
 */
export interface Half {
  /** Packed, for the other side; it names addresses of this device. */
  readonly description: Uint8Array;
  /** Open, and bound to both certificates; null when the connection came to nothing. */
  readonly channel: Promise<Channel | null>;
  /** Also when a channel stands on it. */
  close(): void;
}

/** The side that spoke first, and needs an answer. */
export interface Dialling extends Half {
  /** Takes the other's answer, once. */
  accept(answer: Uint8Array): Promise<Result<void, Malformed>>;
}

/** No address was found by which this device could be reached: it is in no network. */
export interface Unreachable {
  readonly type: 'Unreachable';
}

/** Port: makes connections, and knows nothing of how their descriptions travel. */
export interface Connector {
  dial(): Promise<Result<Dialling, Unreachable>>;
  answer(offer: Uint8Array): Promise<Result<Half, Unreachable | Malformed>>;
}
