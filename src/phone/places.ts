import type { Archive, ArchiveRefused } from '@manyhands/archive';
import type { Result, Work } from '@manyhands/base';
import type { RecoveryWords } from '@manyhands/keys';
import type {
  Charter,
  DeviceLink,
  Invite,
  Poster,
  ReturnLink,
  ShortCode,
} from '@manyhands/ledger';
import type { MessageLock } from '@manyhands/community/hours';
import type { Parcels } from '@manyhands/community/keeping';
import type { Membership, Place } from '@manyhands/community/opened';
import type { AgreementInForce } from '@manyhands/community/decisions';
import type { Newcomer } from '@manyhands/community/people';
import type { LobbyAddress } from '@manyhands/community/admission';
import type { Search } from '@manyhands/community/recovery';
import type { JoinMessages } from './joinMessages.ts';
import type { OpenRefused } from './openRefused.ts';

/** What a founder decides; the rest of the charter has sensible beginnings. */
export interface Founding {
  readonly communityName: string;
  readonly yourName: string;
  /** What the founder could do for a neighbour. */
  readonly skills?: readonly number[];
  readonly unit: string;
  readonly limitHours: number;
  readonly words: string;
  readonly language: string;
  /** Relays beside the one that is beside the app. */
  readonly relays?: readonly string[];
  /** What helps to direct lines (`meetingPoints.ts`). */
  readonly ice?: readonly string[];
}

export type Opened = Result<Place, OpenRefused>;

/** What somebody who has read a poster says of themself. */
export interface Introducing {
  readonly name: string;
  /** A line to say who they are; may be empty. */
  readonly line: string;
}

/** `NobodyThere`: no phone shows this code now. `NoRelay`: the network is out of reach. */
export interface TakingRefused {
  readonly type: 'NobodyThere' | 'WrongCode' | 'NoRelay' | 'Cancelled';
}

/** Why an archive did not become a place on this phone. */
export type RestoreRefused = ArchiveRefused | OpenRefused;

/** Which membership a sealed message is for. */
export interface MembershipLock extends MessageLock {
  readonly membership: Membership;
}

/** Port: everything this phone keeps. The composition root knows what it is made of. */
export interface Places {
  list(): Promise<Result<Membership[], OpenRefused>>;
  /** Opens a membership; with `takeOver`, from another tab that has it open. */
  open(membership: Membership, takeOver: boolean): Promise<Opened>;
  found(founding: Founding): Promise<Opened>;
  /**
   * Asks the phones at the lobby of an invite for the charter, as long as it takes. Null: it was
   * called off, or this browser cannot ask.
   */
  readCharter(invite: Invite, signal: AbortSignal): Promise<Charter | null>;
  /**
   * Knocks with `invite`; the place waits until a member's device answers. `agreed`: what was
   * read before, and is said yes to by joining.
   */
  join(invite: Invite, you: Newcomer, agreed: AgreementInForce | null): Promise<Opened>;
  /**
   * Knocks with a poster: the place waits until a member has greeted whoever `said` this
   * of themself.
   */
  knock(poster: Poster, said: Introducing): Promise<Opened>;
  /**
   * Opens a membership with another invite in hand: whoever was refused knocks with it
   * from now on, as the same person. Whoever is in already just comes home.
   */
  knockAgain(membership: Membership, invite: Invite): Promise<Opened>;
  /** Makes this phone one more device of the member who shows the link, and knocks. */
  adopt(link: DeviceLink): Promise<Opened>;
  /**
   * Makes this phone one that comes back as the member of the link, once enough of their
   * neighbours have said so. It waits as long as that takes.
   */
  comeBackBy(link: ReturnLink): Promise<Opened>;
  /** Fetches the link that waits under a code, or says why nothing came. */
  takePassed(code: ShortCode): Promise<Result<string, TakingRefused>>;
  /** Makes a year of a made-up community on this phone; `report` counts its steps. */
  demo(yourName: string, report: (done: number, of: number) => void): Promise<Opened>;
  /** Reads an archive and lets a replica in memory take all of it. Nothing is kept. */
  checkArchive(file: Blob, work: Work): Promise<Result<Archive, ArchiveRefused>>;
  /**
   * Keeps an archive here: as a place with fresh keys that nobody has let in, or, where
   * this phone is in that community, by taking into its own place what that lacks.
   */
  restore(archive: Archive, work: Work): Promise<Result<Place, RestoreRefused>>;
  /** Looks, with words, for whose they are; keeps nothing. */
  lookBack(
    way: LobbyAddress,
    words: RecoveryWords,
  ): Promise<Result<Search, OpenRefused>>;
  /** Looks for it in a place of this phone that only reads; asks nobody. */
  lookHere(place: Place, words: RecoveryWords): Promise<Result<Search, OpenRefused>>;
  /**
   * Makes this phone a new device of the member that was found, and ends the search.
   * Without a way the others are not met before an invite has led there.
   */
  comeBack(search: Search, way: LobbyAddress | null): Promise<Opened>;
  /** Takes one off the list that cannot be opened any more. */
  forget(membership: Membership): Promise<Result<void, OpenRefused>>;
  locks(): Promise<MembershipLock[]>;
  /** What packs and opens parcels. */
  parcels(): Promise<Parcels>;
  /** What lets somebody in by message. */
  joinMessages(): Promise<JoinMessages>;
}
