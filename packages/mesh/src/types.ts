import type { DeviceKey, LogId, MemberId, Result } from '@manyhands/base';
import type { Signer } from '@manyhands/keys';
import type { JoinRequest } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import type { Acks } from './acks.ts';
import type { Channel, LinkSide } from './channel.ts';
import type { Connector } from './connector.ts';
import type { HandshakeRefused, PeerName } from './handshake.ts';
import type { OpenIntroducer, RelayState } from './introducer.ts';
import type { Link } from './link.ts';
import type { Secret } from './messages.ts';
import type { ShownHeads } from './shownBook.ts';
import type { BlobControl, BlobsHeld } from './blobs.ts';
import type { PullProgress, PullControl, PullMode } from './pull.ts';
import type { Timers } from './timers.ts';
import type { Admit, MayRead, WhoIs } from './peerAuthorizer.ts';
import type { Verdict } from './verdict.ts';

export interface MeshOptions {
  readonly replica: Replica;
  readonly self: { readonly member: MemberId; readonly device: Signer };
  /** Null until this device has been given it. */
  readonly secret: Secret | null;
  /** Secrets of before whose rooms are still stood in, the oldest first (M12). */
  readonly secretsBefore?: readonly Secret[];
  /**
   * Whether this device refuses a member's devices because the members decided that they
   * leave: when it acts on that is the app's (M2). Nobody's, if not said.
   */
  readonly isRemoved?: (member: MemberId) => boolean;
  /** From the invite, while there is no secret to derive it from. */
  readonly lobby: Uint8Array | null;
  /** WebSocket addresses. Without any, links come through `connectChannel` alone. */
  readonly relays: readonly string[];
  /** How this device asks to be let in; null when it holds no invite, link or key. */
  readonly admission: (() => Promise<JoinRequest>) | null;
  /**
   * The app decides, and certifies the device when it says yes: by `member.admit`, or
   * by `device.add` for a further device of its own member. A person may need minutes:
   * meanwhile the newcomer hears `Busy` (or `Knocked`, who has read a poster), comes
   * again, and the app is not asked twice.
   */
  readonly admit: Admit;
  /** Whose identity key it is. Without an answer to that nobody is told. */
  readonly whoIs?: WhoIs;
  /** Who may read the charter before they ask to join. Without an answer nobody. */
  readonly mayRead?: MayRead;
  /**
   * The charter, proven to be the community's: all that is told to who has knocked with a
   * poster, while a member is asked to greet them.
   */
  readonly oncharter?: (charter: Uint8Array) => void;
  /** The newest secret, taken over a link: to be kept. The mesh goes on with it by itself. */
  readonly onsecret: (secret: Secret) => void;
  /** What others said to hold on earlier days. */
  readonly acks?: Acks;
  /** Whether large pulls wait for somebody's word (M4); free, if not said. */
  readonly pull?: PullMode;
  /** The blobs that neighbours are given (M15); without them, none. */
  readonly blobs?: BlobsHeld;
  readonly rtc?: RTCConfiguration;
  readonly timers?: Timers;
  readonly random?: () => number;
  /** How to find others; without it y-webrtc, loaded when it is first needed. */
  readonly openIntroducer?: OpenIntroducer;
  /**
   * How to connect with whom a neighbour knows (M6); without it the browser's WebRTC, and
   * where there is none nobody is met so.
   */
  readonly connector?: Connector;
}

/** A device at the other end of a link. */
export interface Peer extends PeerName {
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** Holds all that is held here, as far as it has said. */
  readonly isLevel: boolean;
}

export type MeshNews =
  | { readonly type: 'peers' }
  | { readonly type: 'progress'; readonly progress: PullProgress | null }
  | { readonly type: 'acks'; readonly device: DeviceKey }
  /** It has shown what it holds: see `shown`. */
  | { readonly type: 'shown'; readonly device: DeviceKey }
  /** A relay was found, or lost. */
  | { readonly type: 'reach' }
  /** A member's device did not let this one in; or, by `Known`, told it whose it is. */
  | { readonly type: 'refused'; readonly device: DeviceKey; readonly verdict: Verdict };

export interface Mesh {
  peers(): Peer[];
  /** Speaks first over a channel that somebody else made: pairing, the demo, tests. */
  connectChannel(
    channel: Channel,
    role: LinkSide,
  ): Promise<Result<Link, HandshakeRefused>>;
  acks(): ReadonlyMap<DeviceKey, ReadonlyMap<LogId, number>>;
  /** What devices showed to hold while they were linked. */
  readonly shown: { of(device: DeviceKey): ShownHeads | null };
  /** Null when nothing is being fetched. */
  progress(): PullProgress | null;
  /** What waits for somebody's word before it is fetched, and that word. */
  readonly pull: PullControl;
  /** Fetches blobs from the devices that are linked (M15). */
  readonly blobs: BlobControl;
  /** Whether another device holds all that is held here, and nobody has more to give. */
  readonly isQuiet: boolean;
  /** What is known of the relays through which others are looked for. */
  reach(): ReadonlyMap<string, RelayState>;
  subscribe(listener: (news: MeshNews) => void): () => void;
  /** The app's own word; false where the mesh holds a newer one already. */
  setSecret(secret: Secret): boolean;
  /** Whose rooms and lobbies are stood in beside the newest one's, the oldest first. */
  setSecretsBefore(secrets: readonly Secret[]): void;
  /** What `isRemoved` answers may be another. */
  removalsMoved(): void;
  /** Looks for others again at once. */
  reconnect(): void;
  /** The disk has what it had refused before: says so to those who wait to hear it. */
  restored(): void;
  close(): void;
}
