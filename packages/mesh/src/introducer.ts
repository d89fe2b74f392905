import type { DeviceKey } from '@manyhands/base';
import type { Channel, LinkSide } from './channel.ts';

/** Somebody is there. Who it is, the handshake has to find out. */
export interface Introduction {
  readonly channel: Channel;
  readonly role: LinkSide;
  /** Whom somebody promised to bring; anybody else is not taken for them. */
  readonly promised?: DeviceKey;
  dismiss(why: Dismissal): void;
}

/**
 * Why a connection ends, which decides whether it is made again: `lost` at once, `soon`
 * and `later` by themselves after a while, `refused` and `enough` not before they are
 * forgiven.
 */
export type Dismissal = 'lost' | 'soon' | 'later' | 'refused' | 'enough';

/**
 * Whether a relay is there. `live`: it has answered; `dead`: it does not, by hanging up or
 * by saying nothing; `looking`: not known yet.
 */
export type RelayState = 'looking' | 'live' | 'dead';

/** Port: finds devices and opens channels to them. It decides nothing. */
export interface Introducer {
  /** Meets again those it was told to leave alone: all, or all but the surplus ones. */
  forgive(which: 'refused' | 'all'): void;
  /** Says again that it is there: whoever heard it before may have had enough then. */
  announce(): void;
  /** Looks again at once: the network or the page has come back. */
  wake(): void;
  /** What is known of the relays it looks through; without it, nothing. */
  reach?(): ReadonlyMap<string, RelayState>;
  close(): void;
}

/** Where to look. */
export interface RendezvousPoint {
  readonly room: string;
  readonly password: string;
  /** The best first (`rankRelays`). */
  readonly relays: readonly string[];
  /** Of these so many are used at a time, while they are there; without it all. */
  readonly atOnce?: number;
  /** How many links this device has, through whatever room (see manners.ts). */
  readonly links?: () => number;
}

export type OpenIntroducer = (
  place: RendezvousPoint,
  onintroduction: (introduction: Introduction) => void,
  /** Something that `reach` answers has changed. */
  onreach?: () => void,
) => Promise<Introducer>;
