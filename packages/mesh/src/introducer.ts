import type { DeviceKey } from '@manyhands/base';
import type { Channel, Role } from './channel.ts';

/** Somebody is there. Who it is, the handshake has to find out. */
export interface Introduction {
  readonly channel: Channel;
  readonly role: Role;
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

/** Port: finds devices and opens channels to them. It decides nothing. */
export interface Introducer {
  /** Meets again those it was told to leave alone: all, or all but the surplus ones. */
  forgive(which: 'refused' | 'all'): void;
  /** Looks again at once: the network or the page has come back. */
  wake(): void;
  close(): void;
}

/** Where to look. */
export interface MeetingPlace {
  readonly room: string;
  readonly password: string;
  readonly relays: readonly string[];
  /** How many links this device has, through whatever room (see manners.ts). */
  readonly links?: () => number;
}

export type OpenIntroducer = (
  place: MeetingPlace,
  onintroduction: (introduction: Introduction) => void,
) => Promise<Introducer>;
