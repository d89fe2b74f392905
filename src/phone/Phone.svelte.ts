import type { Archive, ArchiveRefused } from '@manyhands/archive';
import { err, ok, SerialQueue } from '@manyhands/base';
import type { CommunityId, Result, Work } from '@manyhands/base';
import type { RecoveryWords } from '@manyhands/keys';
import type {
  Charter,
  DeviceLink,
  Invite,
  Poster,
  ReturnLink,
  ShortCode,
} from '@manyhands/ledger';
import type { Hearing } from '@manyhands/community/safety';
import type {
  MessageCard,
  MessageRefused,
  TakeInRefused,
} from '@manyhands/community/hours';
import type { Parcels } from '@manyhands/community/keeping';
import { addressOf } from '@manyhands/community/opened';
import type { Membership, Place } from '@manyhands/community/opened';
import type { AgreementInForce } from '@manyhands/community/decisions';
import type { Newcomer } from '@manyhands/community/people';
import type { LobbyAddress } from '@manyhands/community/admission';
import type { Search } from '@manyhands/community/recovery';
import type { Community } from './Community.svelte.ts';
import type { PersonLock } from './household.ts';
import type { JoinMessages } from './joinMessages.ts';
import type { OpenRefused } from './openRefused.ts';
import type {
  Founding,
  Introducing,
  Opened,
  Places,
  RestoreRefused,
} from './places.ts';

/** What is said of a community that was left, when it is off this phone. */
export interface Farewell {
  readonly community: string;
  readonly hearing: Hearing;
}

export type CodeProblem =
  | OpenRefused
  | { readonly type: 'Malformed' | 'AnotherCommunity' };

export type MessageProblem = MessageRefused | OpenRefused | TakeInRefused;

const fetchCommunity = () => import('./Community.svelte.ts');

/**
 * This phone in the hands of one person: the communities it holds for them, and the one that is open. What an open one needs
 * is loaded when the first is opened: a newcomer's first screen does not wait for it.
 */
export class Phone {
  readonly #places: Places;
  /** The door this person came in by; null where nobody else can come in. */
  readonly door: PersonLock | null;
  /** One after the other: two openings at once would stand in each other's way. */
  readonly #queue = new SerialQueue();
  /** Null until the list has been read. */
  memberships = $state.raw<Membership[] | null>(null);
  community = $state.raw<Community | null>(null);
  /** A member for whom this phone writes there, as the route names them. */
  behalf = $state.raw<Community | null>(null);
  /** Why the community that was asked for is not open. */
  refused = $state.raw<OpenRefused | null>(null);
  /** A parcel that was dropped on another screen, on its way to where it is opened. */
  handedParcel = $state.raw<Blob | string | null>(null);
  /** What was left last, until this page goes. */
  farewell = $state.raw<Farewell | null>(null);

  constructor(places: Places, door: PersonLock | null = null) {
    this.#places = places;
    this.door = door;
  }

  async load(): Promise<void> {
    const list = await this.#places.list();
    if (list.ok) this.memberships = list.value;
    else this.refused = list.error;
  }

  /** Opens the community a route names, unless it is open already. */
  open(address: string, takeOver = false): Promise<void> {
    return this.#queue.run(async () => {
      const [owner, theirs] = address.split('.');
      if (this.community?.address !== owner || takeOver) {
        this.refused = null;
        await this.#close();
        const membership = this.memberships?.find((each) => addressOf(each) === owner);
        if (!membership) this.refused = { type: 'NotHere' };
        else await this.#take(() => this.#places.open(membership, takeOver));
      }
      if (theirs !== undefined) await this.#writeFor(address);
    });
  }

  /** The open community at this address, as its owner or as somebody for whom they write. */
  at(address: string): Community | null {
    const both = [this.community, this.behalf];
    return both.find((each) => each?.address === address) ?? null;
  }

  async #writeFor(address: string): Promise<void> {
    const { community } = this;
    if (community === null || this.behalf?.address === address) return;
    this.behalf = null;
    this.refused = null;
    const { behalfAt } = await import('@manyhands/community/agents');
    const opened = await behalfAt(community.place, address);
    if (opened.ok) {
      const { Community } = await fetchCommunity();
      this.behalf = new Community(opened.value);
      return;
    }
    const { error } = opened;
    const isLost = error.type === 'NotTheirAgent' || error.type === 'JournalBehind';
    this.refused = isLost ? { type: 'NotHere' } : error;
  }

  found = (founding: Founding): Promise<Result<Community, OpenRefused>> =>
    this.#queue.run(() => this.#take(() => this.#places.found(founding)));

  /** Reads what a community agreed on before joining; waits for none of the above. */
  readCharter = (invite: Invite, signal: AbortSignal): Promise<Charter | null> =>
    this.#places.readCharter(invite, signal);

  join = (
    invite: Invite,
    you: Newcomer,
    agreed: AgreementInForce | null,
  ): Promise<Result<Community, OpenRefused>> =>
    this.#queue.run(() => this.#take(() => this.#places.join(invite, you, agreed)));

  /** Knocks with a poster, and waits to be greeted. */
  knock = (
    poster: Poster,
    said: Introducing,
  ): Promise<Result<Community, OpenRefused>> =>
    this.#queue.run(() => this.#take(() => this.#places.knock(poster, said)));

  /** Opens a community that is here already, knocking anew if it has not let us in. */
  knockAgain = (
    membership: Membership,
    invite: Invite,
  ): Promise<Result<Community, OpenRefused>> =>
    this.#queue.run(() =>
      this.#take(() => this.#places.knockAgain(membership, invite)),
    );

  /** Makes this phone one more device of a member, and knocks. */
  adopt = (link: DeviceLink): Promise<Result<Community, OpenRefused>> =>
    this.#queue.run(() => this.#take(() => this.#places.adopt(link)));

  /** Makes this phone one that its owner's neighbours can bring back. */
  comeBackBy = (link: ReturnLink): Promise<Result<Community, OpenRefused>> =>
    this.#queue.run(() => this.#take(() => this.#places.comeBackBy(link)));

  /** What packs and opens parcels; loaded when one is asked for. */
  parcels = (): Promise<Parcels> => this.#places.parcels();

  /** What lets somebody in by message; loaded when one is asked for. */
  joinMessages = (): Promise<JoinMessages> => this.#places.joinMessages();

  /** Fetches the link that waits under a code. */
  takePassed = (code: ShortCode) => this.#places.takePassed(code);
  /** Looks, with words, for whose they are; keeps nothing. */
  lookBack = (
    way: LobbyAddress,
    words: RecoveryWords,
  ): Promise<Result<Search, OpenRefused>> => this.#places.lookBack(way, words);

  /** Looks for it in the open community, which this phone only reads. */
  lookHere = async (words: RecoveryWords): Promise<Result<Search, OpenRefused>> =>
    this.community
      ? this.#places.lookHere(this.community.place, words)
      : err({ type: 'NotHere' });

  /** Opens the community as who was found, on a new device of theirs. */
  comeBack = (
    search: Search,
    way: LobbyAddress | null,
  ): Promise<Result<Community, OpenRefused>> =>
    this.#queue.run(() => this.#take(() => this.#places.comeBack(search, way)));

  demo = (
    yourName: string,
    report: (done: number, of: number) => void,
  ): Promise<Result<Community, OpenRefused>> =>
    this.#queue.run(() => this.#take(() => this.#places.demo(yourName, report)));

  /** The membership this phone already has in the community of an invite or archive. */
  alreadyIn({ community }: { readonly community: CommunityId }): Membership | null {
    const here = this.memberships?.filter(
      (each) => each.community === community && each.hasLostKeys !== true,
    );
    return here?.[0] ?? null;
  }

  /** Where this phone is a device of the member who shows a link; null if it is not. */
  isHereAs({
    community,
    member,
  }: Pick<DeviceLink, 'community' | 'member'>): Membership | null {
    const here = this.memberships?.find(
      (each) => each.community === community && each.member === member,
    );
    return here?.hasLostKeys === true ? null : (here ?? null);
  }

  /** Reads an archive whole, and says what it holds or what is wrong with it. */
  checkArchive = (file: Blob, work: Work): Promise<Result<Archive, ArchiveRefused>> =>
    this.#places.checkArchive(file, work);

  /** Keeps an archive on this phone, and opens it. */
  restore = (
    archive: Archive,
    work: Work,
  ): Promise<Result<Community, RestoreRefused>> =>
    this.#queue.run(async () => {
      await this.#close();
      const restored = await this.#places.restore(archive, work);
      return restored.ok ? ok(await this.#show(restored.value)) : restored;
    });

  /**
   * Opens a message, puts what it brings through the gate, and says which card it is.
   * With `takeOver`, also when another tab has its community open.
   */
  async openMessage(
    text: string,
    takeOver = false,
  ): Promise<Result<MessageCard, MessageProblem>> {
    const { openMessage } = await import('@manyhands/community/hours');
    const opened = await openMessage(text, await this.#places.locks());
    if (!opened.ok) return opened;
    const address = addressOf(opened.value.lock.membership);
    await this.open(address, takeOver && this.community?.address !== address);
    if (!this.community) return err(this.refused ?? { type: 'NotHere' });
    return this.community.face.takeIn(opened.value.page);
  }

  /**
   * Opens the community that a code of a phone beside this one is for, and answers it
   * there. A code says of which community it is only to who has that one open.
   */
  async openCode(text: string): Promise<Result<Community, CodeProblem>> {
    const { pairingOf } = await import('@manyhands/community/devices');
    const mine = this.memberships?.filter(
      ({ demo, hasLostKeys }) => !demo && !hasLostKeys,
    );
    const isOpen = (each: Membership) => addressOf(each) === this.community?.address;
    const openFirst = [...(mine ?? [])].sort((a, b) => +isOpen(b) - +isOpen(a));
    for (const membership of openFirst) {
      await this.open(addressOf(membership));
      const { community } = this;
      if (!community) return err(this.refused ?? { type: 'NotHere' });
      const pairing = pairingOf(community.place);
      await pairing.read(text);
      const { fault } = pairing;
      if (fault === 'Malformed') return err({ type: fault });
      if (fault !== 'AnotherCommunity') return ok(community);
    }
    return err({ type: 'AnotherCommunity' });
  }

  /** Leaves the open community for good; the door forgets too what they were called. */
  async sayLeaving(): ReturnType<Community['leaving']['say']> {
    const { community } = this;
    if (!community) return err({ type: 'Closed' });
    const left = await community.leaving.say();
    this.#tellDoor(community);
    return left;
  }

  /** The door shows what somebody is called in a community; nothing once they have left. */
  #tellDoor({ me: { name, seed, hasLeft }, membership }: Community): void {
    if (membership.demo) return;
    if (hasLeft) void this.door?.introduce('', null);
    else if (name !== '') void this.door?.introduce(name, seed);
  }

  /** Forgets the open community that was left, and keeps in mind only what to say of it. */
  async sayGoodbye(): Promise<void> {
    const { community } = this;
    if (!community?.leaving.isSaid) return;
    this.farewell = { community: community.name, hearing: community.leaving.hearing };
    await this.erase();
  }

  /** Forgets the open community: nothing of it stays on this phone. */
  erase(): Promise<void> {
    return this.#queue.run(async () => {
      const { community } = this;
      if (!community) return;
      this.community = null;
      // At once: what stands below it must not move when the disk has done.
      const stays = (each: Membership) => addressOf(each) !== community.address;
      this.memberships = this.memberships?.filter(stays) ?? null;
      await community.place.erase();
      if (!community.membership.demo) await this.door?.introduce('', null);
      await this.load();
    });
  }

  /** Takes a community off the list that cannot be opened here any more. */
  forget(address: string): Promise<Result<void, OpenRefused>> {
    return this.#queue.run(async () => {
      const membership = this.memberships?.find((each) => addressOf(each) === address);
      const forgotten = membership
        ? await this.#places.forget(membership)
        : ok(undefined);
      if (forgotten.ok) await this.load();
      return forgotten;
    });
  }

  /** Closes what is open: somebody else takes the phone in hand. */
  leave(): Promise<void> {
    return this.#queue.run(() => this.#close());
  }

  async #take(open: () => Promise<Opened>): Promise<Result<Community, OpenRefused>> {
    // Beside the disk, not after it. Should it not come, it is asked for again, and missed, there.
    void fetchCommunity().catch(() => null);
    await this.#close();
    const opened = await open();
    if (!opened.ok) {
      this.refused = opened.error;
      return opened;
    }
    return ok(await this.#show(opened.value));
  }

  async #show(place: Place): Promise<Community> {
    this.refused = null;
    const { Community } = await fetchCommunity();
    const community = new Community(place);
    this.community = community;
    this.#tellDoor(community);
    await this.load();
    return community;
  }

  async #close(): Promise<void> {
    const { community } = this;
    this.community = null;
    this.behalf = null;
    await community?.place.close();
  }
}
