import { tellEach } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { carriedBy } from '@manyhands/ledger';
import type { DeviceKey, LogId, Result } from '@manyhands/base';
import type { Change, Replica } from '@manyhands/replica';
import { AckBook } from './acks.ts';
import type { Channel, LinkSide } from './channel.ts';
import { createPeerAuthorizer } from './peerAuthorizer.ts';
import { Gossip } from './gossip.ts';
import type { HandshakeRefused, PeerName } from './handshake.ts';
import type { Introduction } from './introducer.ts';
import { isListedOut } from './isOut.ts';
import { linksAtLeast } from './limits.ts';
import type { Link } from './link.ts';
import { LinkSetup } from './linkSetup.ts';
import type { Secret, Stored } from './messages.ts';
import { decisions, membership } from './membership.ts';
import { Refusals } from './removed.ts';
import { SecretTelling } from './secretTelling.ts';
import { ShownBook } from './shownBook.ts';
import { Neighbours } from './neighbours.ts';
import type { Neighbour } from './neighbours.ts';
import type { Ending } from './pipe.ts';
import { BlobExchange } from './blobs.ts';
import { Pull } from './pull.ts';
import type { PullProgress } from './pull.ts';
import { onWake } from './rtc/onWake.ts';
import { Session } from './session.ts';
import { Presence } from './presence.ts';
import { BanList } from './banList.ts';
import { every, realTimers, within } from './timers.ts';
import type { Timers } from './timers.ts';
import type { Mesh, MeshNews, MeshOptions, Peer } from './types.ts';

/** How often evidence is told again on a link that lasts: shares have grown (replica/R11). */
const tellEvery = 86_400_000;
/** How long the last word to a device that is out may take. */
const lastWord = 2_000;

export function startMesh(options: MeshOptions): Mesh {
  return new LiveMesh(options);
}

class LiveMesh implements Mesh {
  readonly #options: MeshOptions;
  readonly #replica: Replica;
  readonly #timers: Timers;
  readonly #banned: BanList;
  readonly pull: Pull;
  readonly blobs: BlobExchange;
  readonly #gossip: Gossip;
  readonly #acks: AckBook;
  readonly shown: ShownBook;
  readonly #presence: Presence;
  readonly #neighbours: Neighbours;
  readonly #listeners = new Set<(news: MeshNews) => void>();
  readonly #ends: (() => void)[] = [];
  readonly #secrets: SecretTelling;
  readonly #refusals: Refusals;
  #isClosed = false;

  constructor(options: MeshOptions) {
    const { replica, self, timers = realTimers, random = Math.random } = options;
    this.#options = options;
    this.#replica = replica;
    this.#timers = timers;
    const sessions = () => this.#neighbours.sessions();
    this.#secrets = new SecretTelling({
      ...{ replica, self: this.#self, known: options.secret, sessions, timers },
      ...{ before: options.secretsBefore ?? [], lobby: options.lobby },
      ...{ onrooms: () => this.#enter(), onsecret: options.onsecret },
    });
    this.#banned = new BanList(timers);
    this.#neighbours = new Neighbours({
      own: toHex(self.device.publicKey) as DeviceKey,
      isKeeper: (link) => this.#isKeeper(link),
      random,
    });
    const isBanned = (device: DeviceKey) => this.#banned.has(device);
    const { admission, admit, whoIs = () => null, mayRead = () => false } = options;
    const hasSecret = () => this.#secrets.all.length > 0;
    const { oncharter = () => undefined, isRemoved = () => false } = options;
    this.#refusals = new Refusals(replica, isRemoved);
    const tells = { whoIs, mayRead, oncharter, isRemoved };
    const answers = { admission, admit, ...tells, isBanned, hasSecret };
    const authorizer = createPeerAuthorizer({ replica, self, timers, ...answers });
    this.pull = new Pull({
      replica,
      timers,
      mode: options.pull ?? 'free',
      onprogress: (progress) => this.#tell({ type: 'progress', progress }),
      onlevel: () => sessions().forEach((session) => session.compare()),
    });
    this.blobs = new BlobExchange({
      timers,
      sessions,
      held: options.blobs ?? null,
      isKeeper: ({ link }) => this.#isKeeper(link),
      onoffence: (session, why) => this.#punish(session, why),
    });
    this.#gossip = new Gossip({ timers, random, sessions });
    this.#acks = new AckBook({
      replica,
      member: self.member,
      ...(options.acks ? { known: options.acks } : {}),
      onstored: (stored) => sessions().forEach((session) => session.sendAcks(stored)),
    });
    this.shown = new ShownBook(replica);
    const meet = () =>
      new LinkSetup({
        ...options,
        ...{ authorizer, timers, random },
        banned: this.#banned,
        links: () => sessions().map(({ link }) => link),
        mayMeet: (device) => this.#mayMeet(device),
        isOut: (peer) => this.#refusals.isRefused(peer),
        onlink: (link, introduction) => this.#add(link, introduction),
        onrefused: (device, verdict) =>
          this.#tell({ type: 'refused', device, verdict }),
        onreach: () => this.#tell({ type: 'reach' }),
      });
    const isEnded = () => isListedOut(replica, this.#self);
    this.#presence = new Presence({ isEnded, meet });
    this.#begin();
  }

  #begin(): void {
    this.#ends.push(
      this.#replica.subscribe((change) => this.#hear(change)),
      this.#replica.wanted.subscribe(() => this.pull.again()),
      onWake(() => this.reconnect()),
      every(this.#timers, tellEvery, () => {
        for (const session of this.#neighbours.sessions()) session.announceAgain();
      }),
    );
    void this.#acks.refresh();
    this.#enter();
  }

  #enter(): void {
    this.#presence.enter(this.#secrets.all, this.#options.lobby);
  }

  get #linkSetup(): LinkSetup {
    return this.#presence.linkSetup;
  }

  get #self(): PeerName {
    const { member, device } = this.#options.self;
    return { member, device: toHex(device.publicKey) as DeviceKey };
  }

  #mayMeet(device: DeviceKey): boolean {
    return !this.#refusals.isKnown(device) && !this.#banned.has(device);
  }

  peers(): Peer[] {
    const byDevice = new Map<DeviceKey, Peer>();
    for (const { link, isLevel } of this.#neighbours.sessions()) {
      const { peer, bytesSent, bytesReceived } = link;
      byDevice.set(peer.device, { ...peer, bytesSent, bytesReceived, isLevel });
    }
    return [...byDevice.values()];
  }

  connectChannel(
    channel: Channel,
    role: LinkSide,
  ): Promise<Result<Link, HandshakeRefused>> {
    return this.#linkSetup.connect(channel, role);
  }

  acks(): ReadonlyMap<DeviceKey, ReadonlyMap<LogId, number>> {
    return this.#acks.said;
  }

  progress(): PullProgress | null {
    return this.pull.progress;
  }

  get isQuiet(): boolean {
    const sessions = this.#neighbours.sessions();
    const isCompany = sessions.some(({ isLevel, isServed }) => isLevel || isServed);
    return this.progress() === null && isCompany;
  }

  reach() {
    return this.#linkSetup.reach();
  }

  subscribe(listener: (news: MeshNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setSecret(secret: Secret): boolean {
    return !this.#isClosed && this.#secrets.set(secret);
  }

  setSecretsBefore(secrets: readonly Secret[]): void {
    if (!this.#isClosed) this.#secrets.setBefore(secrets);
  }

  removalsMoved(): void {
    this.#banned.forgive();
    this.#linkSetup.forgive('refused');
    this.#endWhoIsOut();
  }

  restored(): void {
    void this.#acks.refresh();
  }

  reconnect(): void {
    if (this.#isClosed) return;
    this.#banned.forgive();
    this.#linkSetup.wake();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const end of this.#ends.splice(0)) end();
    this.pull.close();
    this.#gossip.close();
    this.#secrets.close();
    this.#presence.close();
  }

  #add(link: Link, introduction: Introduction | null): Link {
    const session = new Session(link, {
      replica: this.#replica,
      timers: this.#timers,
      pause: () => new Promise((resolve) => this.#timers.after(0, resolve)),
      onvector: (from, heads) => {
        const { device } = from.link.peer;
        this.shown.receiveHeads(device, heads);
        this.pull.offered(from, heads);
        this.#tell({ type: 'shown', device });
        this.#tell({ type: 'peers' });
      },
      onweight: (from, bytes) => this.pull.weighed(from, bytes),
      onanswer: (from, received, isLast) => this.pull.answered(from, received, isLast),
      onack: ({ link: { peer } }, stored) => this.#hearAcks(peer, stored),
      onsecret: (from, secret) => this.#secrets.hear(from, secret),
      onblob: (from, message) => this.blobs.receive(from, message),
      onmeeting: (from, message) => this.#linkSetup.receive(from.link, message),
      onoffence: (from, why) => this.#punish(from, why),
    });
    const neighbour: Neighbour = { session, introduction };
    this.#neighbours.add(neighbour);
    void link.ended.then(() => this.#lose(neighbour));
    session.start();
    session.sendAcks(this.#acks.storedOf(link.peer.device));
    this.#secrets.tell(session);
    this.#neighbours.settle(neighbour);
    this.#linkSetup.seekSoon();
    this.#tell({ type: 'peers' });
    return link;
  }

  /**
   * A device that is out (ledger/L12) is given the proof that it is, as the last thing, and loses the
   * link; what it still says is not read. Where it is only not followed it may come again, to
   * show what has not come.
   */
  #showOut(neighbour: Neighbour): void {
    const { session, introduction } = neighbour;
    const { link } = session;
    this.#neighbours.remove(neighbour);
    this.#forget(session);
    const why = this.#refusals.whyOf(link.peer);
    const dismissal = this.#refusals.isForGood(link.peer) ? 'refused' : 'later';
    const done = within(session.sendLast(why), lastWord, this.#timers);
    void done.then(() => link.close());
    // What went into the channel last may still be on its way.
    this.#timers.after(lastWord, () => introduction?.dismiss(dismissal));
    this.#tell({ type: 'peers' });
  }

  #lose(neighbour: Neighbour): void {
    if (!this.#neighbours.has(neighbour)) return;
    const { isSurplus } = this.#neighbours.remove(neighbour);
    this.#forget(neighbour.session);
    neighbour.introduction?.dismiss(isSurplus ? 'enough' : 'lost');
    if (this.#isClosed) return;
    if (!isSurplus && this.#neighbours.count < linksAtLeast) {
      this.#linkSetup.forgive('all');
    }
    this.#tell({ type: 'peers' });
  }

  #forget(session: Session): void {
    this.pull.gone(session);
    this.blobs.gone(session);
  }

  #punish({ link }: Session, why: Ending): void {
    this.#banned.punish(link.peer.device);
    link.close(why);
  }

  #hearAcks({ device }: PeerName, stored: readonly Stored[]): void {
    if (this.#acks.receive(device, stored)) this.#tell({ type: 'acks', device });
    if (this.shown.receiveAcks(device, stored)) this.#tell({ type: 'shown', device });
  }

  #isKeeper({ peer: { member, device } }: Link): boolean {
    const devices = this.#replica.ledger.member(member)?.devices ?? [];
    return devices.some((each) => each.device === device && each.role === 1);
  }

  #hear(change: Change): void {
    const said = change.added.map((entry) => carriedBy(entry).content.type);
    const isMembers = said.some((type) => membership.has(type));
    if (isMembers) this.#banned.forgive();
    if (isMembers) this.#linkSetup.forgive('refused');
    const isDecided = said.some((type) => decisions.has(type));
    if (isMembers || isDecided) this.#secrets.lookAgain();
    // A fork ends what a log added behind it.
    const hasMoved = isMembers || said.includes('fork.proof');
    if (hasMoved) this.#endWhoIsOut();
    if (this.#isClosed) return;
    // Beyond a new cut, certificates come with the logs that need them.
    if (hasMoved) this.pull.retry();
    this.#gossip.changed(change);
    for (const device of this.#acks.grown(change)) this.#tell({ type: 'acks', device });
    void this.#acks.refresh();
  }

  #endWhoIsOut(): void {
    this.#presence.follow();
    for (const neighbour of this.#neighbours.all()) {
      if (this.#refusals.isRefused(neighbour.session.link.peer))
        this.#showOut(neighbour);
    }
  }

  #tell(news: MeshNews): void {
    tellEach(this.#listeners, news);
  }
}
