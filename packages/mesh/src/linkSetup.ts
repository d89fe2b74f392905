import { err, ok, raise } from '@manyhands/base';
import type { DeviceKey, Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { lobbyOf, secretsOf } from '@manyhands/keys';
import { byRelays } from './byRelays.ts';
import { ByNeighbours } from './byNeighbours.ts';
import { browserConnector } from './browserConnector.ts';
import type { Channel, LinkSide } from './channel.ts';
import { dismissalOf, isMetAgain } from './dismissal.ts';
import type { PeerAuthorizer } from './peerAuthorizer.ts';
import { GoBetween } from './goBetween.ts';
import { shakeHands } from './handshake.ts';
import type { HandshakeRefused, PeerName } from './handshake.ts';
import type {
  Dismissal,
  Introduction,
  RendezvousPoint,
  OpenIntroducer,
  RelayState,
} from './introducer.ts';
import { isListedOut } from './isOut.ts';
import { linksAtLeast } from './limits.ts';
import { linkOf } from './link.ts';
import type { Link } from './link.ts';
import type { MeetingMessage, Secret } from './messages.ts';
import { openPipe } from './pipe.ts';
import type { Pipe } from './pipe.ts';
import { Rooms } from './rooms.ts';
import type { BanList } from './banList.ts';
import { within } from './timers.ts';
import type { Timers } from './timers.ts';
import type { MeshOptions } from './types.ts';
import type { Verdict } from './verdict.ts';

export interface LinkSetupOptions extends MeshOptions {
  readonly authorizer: PeerAuthorizer;
  readonly banned: BanList;
  readonly timers: Timers;
  readonly random: () => number;
  /** The links of this device that are open. */
  readonly links: () => readonly Link[];
  /** Whether it is nobody's guest, whoever certified it. */
  readonly isOut: (peer: PeerName) => boolean;
  /** Whether a device is worth meeting, as far as is known here. */
  readonly mayMeet: (device: DeviceKey) => boolean;
  readonly onlink: (link: Link, introduction: Introduction | null) => void;
  readonly onrefused: (device: DeviceKey, verdict: Verdict) => void;
  /** Something that `reach` answers has changed. */
  readonly onreach: () => void;
}

/** How often others are looked for while links are few. */
const lookEvery = 60_000;
/** After a new link: by then a room has brought whoever else is in it. */
const seekAfter = { least: 1_000, most: 2_000 };
/** How long a refusal may take to reach the other before the pipe ends. */
const lastWord = 2_000;

/** From wherever somebody is met to a link: introducers, and the handshake (M2, M5, M6). */
export class LinkSetup {
  readonly #options: LinkSetupOptions;
  readonly #rooms: Rooms;
  readonly #byNeighbours: ByNeighbours | null;
  readonly #goBetween: GoBetween;
  readonly #pipes = new Set<Pipe>();
  /** Those who were met in the lobby by a member: there nobody is told who they are. */
  readonly #atLobby = new WeakSet<Introduction>();
  #secrets: readonly Secret[] = [];
  #stopLooking: () => void = () => undefined;
  #stopSeeking: (() => void) | null = null;
  #isClosed = false;

  constructor(options: LinkSetupOptions) {
    const { replica, relays, rtc, timers, links, self } = options;
    this.#options = options;
    const onintroduction = (introduction: Introduction) =>
      void this.#meet(introduction);
    this.#rooms = new Rooms({
      community: replica.community,
      relays,
      open: this.#opening(options.openIntroducer ?? byRelays(rtc)),
      links: () => links().length,
      timers,
      onintroduction,
      onreach: options.onreach,
    });
    this.#goBetween = new GoBetween(timers, links);
    const connector = options.connector ?? browserConnector(rtc);
    const own = toHex(self.device.publicKey) as DeviceKey;
    this.#byNeighbours =
      connector && new ByNeighbours({ ...options, own, connector, onintroduction });
    this.#lookLater();
  }

  /** Looks in the rooms of these secrets, or in the lobby of the invite. */
  enter(secrets: readonly Secret[], lobby: Uint8Array | null): void {
    if (this.#isClosed) return;
    this.#secrets = secrets;
    this.#rooms.enter(secrets, lobby);
  }

  forgive(which: 'refused' | 'all'): void {
    this.#rooms.forgive(which);
    this.#byNeighbours?.forgive(which);
  }

  /** Which relays answer, as far as is known. */
  reach(): ReadonlyMap<string, RelayState> {
    return this.#rooms.reach();
  }

  /** The network or the page has come back: whoever is still there is asked to say so. */
  wake(): void {
    for (const pipe of this.#pipes) pipe.ask();
    this.forgive('all');
    this.#rooms.wake();
  }

  /** There is a new link: a moment later its neighbours are asked for. */
  seekSoon(): void {
    const { timers, random } = this.#options;
    const { least, most } = seekAfter;
    this.#stopSeeking ??= timers.after(least + random() * (most - least), () => {
      this.#stopSeeking = null;
      this.#byNeighbours?.seek();
    });
  }

  receive(from: Link, message: MeetingMessage): void {
    switch (message.type) {
      case 'seek':
        this.#goBetween.announce(from);
        break;
      case 'call':
        this.#goBetween.pass(from, message.payload);
        break;
      case 'near':
        this.#byNeighbours?.receiveNear(from, message.payload);
        break;
      case 'called':
        this.#byNeighbours?.receiveCalled(from, message.payload);
        break;
    }
  }

  /** Makes a link of a channel that somebody else made. */
  connect(
    channel: Channel,
    role: LinkSide,
    introduction: Introduction | null = null,
  ): Promise<Result<Link, HandshakeRefused>> {
    const pipe = openPipe(channel, this.#options.timers);
    if (this.#isClosed) pipe.end({ type: 'Closed' });
    this.#pipes.add(pipe);
    void pipe.ended.then(() => this.#pipes.delete(pipe));
    return this.#shake(pipe, role, introduction).catch((error: unknown) => {
      // Nobody would end this pipe any more, nor meet who is at its other end again.
      raise(error);
      pipe.end({ type: 'Closed' });
      return err({ type: 'Gone' } as const);
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#stopLooking();
    this.#stopSeeking?.();
    this.#rooms.close();
    for (const pipe of [...this.#pipes]) pipe.end({ type: 'Closed' });
    this.#byNeighbours?.close();
  }

  #opening(open: OpenIntroducer): OpenIntroducer {
    return (place, onintroduction, onreach) => {
      const onmet = (met: Introduction) => {
        if (this.#isLobby(place)) this.#atLobby.add(met);
        onintroduction(met);
      };
      return open(place, onmet, onreach);
    };
  }

  #isLobby({ room }: RendezvousPoint): boolean {
    const { community } = this.#options.replica;
    return this.#secrets.some(({ secret }) => {
      const { lobby } = secretsOf(secret, community);
      return room === lobbyOf(lobby, community).room;
    });
  }

  async #meet(introduction: Introduction): Promise<void> {
    const { channel, role } = introduction;
    const linked = await this.connect(channel, role, introduction);
    if (!linked.ok) introduction.dismiss(this.#dismissalOf(linked.error));
  }

  async #shake(
    pipe: Pipe,
    role: LinkSide,
    introduction: Introduction | null,
  ): Promise<Result<Link, HandshakeRefused>> {
    const { authorizer, timers, isOut, onlink } = this.#options;
    const isInLobby = introduction !== null && this.#atLobby.has(introduction);
    const host = isInLobby ? authorizer.inLobby : authorizer;
    const hands = await shakeHands(pipe, role, host, timers, introduction?.promised);
    if (!hands.ok) {
      await this.#turnAway(pipe, hands.error, isInLobby);
      return hands;
    }
    if (!pipe.isOpen) return err({ type: 'Gone' });
    // Its owner may have ended it while the handshake went on.
    if (isOut(hands.value)) {
      pipe.end({ type: 'Closed' });
      return err({ type: 'Gone' });
    }
    const link = linkOf(pipe, hands.value);
    onlink(link, introduction);
    return ok(link);
  }

  async #turnAway(
    pipe: Pipe,
    why: HandshakeRefused,
    isInLobby: boolean,
  ): Promise<void> {
    const { banned, timers, onrefused } = this.#options;
    // Two members who do not know each other yet say so in their own room.
    const isUnsaid = isInLobby && 'verdict' in why && why.verdict === 'Stranger';
    // Without a good proof it is only a name that somebody used.
    const isLasting =
      'verdict' in why &&
      why.verdict !== 'BadProof' &&
      !isMetAgain(why.verdict) &&
      !this.#mayShowMore(why) &&
      !isUnsaid;
    if (isLasting && why.type === 'Refused') banned.refusedBy(why.device);
    else if (isLasting) banned.refuse(why.device);
    if (why.type === 'Refused') onrefused(why.device, why.verdict);
    if (why.type === 'Refuses') await within(pipe.ended, lastWord, timers);
    pipe.end({ type: 'Closed' });
  }

  /** One that is out and not listed is heard again: what it shows then may be more. */
  #dismissalOf(why: HandshakeRefused): Dismissal {
    if (why.type === 'Refuses' && this.#mayShowMore(why)) return 'later';
    return dismissalOf(why);
  }

  /** Whether new evidence may open what is closed now, theirs for us or ours for them. */
  #mayShowMore(why: HandshakeRefused): boolean {
    if (!('verdict' in why) || why.verdict !== 'SwitchedOff') return false;
    if (why.type === 'Refused') return true;
    const { replica } = this.#options;
    const { device } = why;
    const member = replica.ledger.memberOfDevice(device);
    return member === null || !isListedOut(replica, { member, device });
  }

  #lookLater(): void {
    this.#stopLooking = this.#options.timers.after(lookEvery, () => {
      this.#rooms.retry();
      if (this.#options.links().length < linksAtLeast) this.forgive('all');
      this.#lookLater();
    });
  }
}
