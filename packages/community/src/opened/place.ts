import type {
  CommunityId,
  Day,
  DeviceKey,
  LogId,
  MemberId,
  MinuteOfTime,
  Result,
} from '@manyhands/base';
import type { Recipient, Sealed, Signer, Wrapping } from '@manyhands/keys';
import type { Journal, Notes, Replica, Writer } from '@manyhands/replica';
import type { Charter, ShortCode } from '@manyhands/ledger';
import type { JoinRefusal } from '@manyhands/door';
import type { ComingBack, PendingDevice, Porch } from '../threshold/index.ts';
import type { Topic } from './changes.ts';
import type { Check } from './connectionCheck.ts';
import type { Fetching, FetchProgress } from './fetching.ts';
import type { PairCodes } from './pairCodes.ts';
import type { PlacePictures } from './pictures.ts';
import type { DeviceAcks, PhoneTrouble, WhyAlone } from './condition.ts';

/** One member on this phone, in one community: by it all comes that is not ours (C2). */
export interface Membership {
  readonly community: CommunityId;
  readonly device: DeviceKey;
  readonly member: MemberId;
  /** What the community was called when this phone first heard of it. */
  readonly communityName: string;
  readonly demo: boolean;
  /** This phone is another member's, and writes for this one as their agent (ledger/L14). */
  readonly isBehalf?: boolean;
  /** How much waited for this member's answer when the place was last open. */
  readonly waiting?: number;
  /** The disk has lost its keys: it can be named and forgotten, and no more. */
  readonly hasLostKeys?: boolean;
}

/** The community's shared secret of one epoch; rooms, bundles and messages come from it. */
export interface CommunitySecret {
  readonly epoch: number;
  readonly secret: Uint8Array;
}

/**
 * Port: one opened community on this phone, with everything that acts on it. The
 * composition root builds it; the screens see it through `Community`.
 */
export interface Place {
  readonly membership: Membership;
  readonly replica: Replica;
  readonly writer: Writer;
  readonly notes: Notes;
  /** Where what this device writes for another member is journalled. */
  journalFor(member: MemberId): Journal;
  readonly device: Signer;
  /** Where a further device of this member waits for its owner's word. */
  readonly pendingDevice: PendingDevice;
  /** Where those wait who have read a poster. */
  readonly porch: Porch;
  /** Whether what this phone came with is a poster's link. */
  hasReadPoster(): boolean;
  /** What somebody who has knocked was told of the community; null before and after. */
  toldCharter(): Charter | null;
  /** What is wrong with this phone's own copy, if anything. */
  trouble(): PhoneTrouble | null;
  /** Null until a member's device has let us in. */
  secret(): CommunitySecret | null;
  /** Those of before that others may still use, where there are any (mesh/M12). */
  secretsBefore?(): readonly CommunitySecret[];
  /** Whether this phone refuses a member for what the members decided (C24), where it is known. */
  isRemoved?(member: MemberId): boolean;
  /** Whether this phone came with an invite. If not, and not let in, it only reads. */
  hasKnocked(): boolean;
  /** Why a member's device did not let us in, if one has answered so. */
  refusal(): JoinRefusal | null;
  /** Other devices linked now; those of one member count once. */
  linked(): readonly MemberId[];
  /** The same by device, this member's own among them. */
  linkedDevices(): readonly DeviceKey[];
  /** When each other device was last linked, by this phone's own clock, right or wrong. */
  met(): ReadonlyMap<DeviceKey, MinuteOfTime>;
  acks(): DeviceAcks;
  /** A device has said, in a parcel, how much of these logs it has stored. */
  hearAcks(device: DeviceKey, stored: ReadonlyMap<LogId, number>): void;
  /** Why nobody is linked, while nobody is. */
  waiting(): WhyAlone;
  /** What a check of the connection can try from here. */
  checks(): readonly Check[];
  /** What is fetched of what the others have, while catching up. */
  progress(): FetchProgress | null;
  /** How much of it is fetched at once. */
  readonly fetch: Fetching;
  readonly pictures: PlacePictures;
  /**
   * The key this member began with (K0), while it is here: it makes the first kit. Null on
   * a device that never had it, and once a kit has taken its place.
   */
  identity(): Promise<Signer | null>;
  /** Forgets that key for good: from now on the kit's words speak for this member. */
  wipeIdentity(): Promise<Result<void, { readonly type: string }>>;
  /** While neighbours have not brought this phone's owner back; else null. */
  comingBack(): ComingBack | null;
  /** What this phone shows while it asks its owner's other one; null if it does not. */
  digits(): string | null;
  /** Lays a link ready for whoever types its code; null where no relay is known. */
  passAlong(text: string): PassedLink | null;
  /** Codes to link with a phone beside this one; null until their code is here. */
  readonly pairCodes: PairCodes | null;
  openSealed(sealed: Sealed): Promise<Result<Uint8Array, unknown>>;
  /** The key of a text that this device can open, for others. */
  passOn(
    sealed: Sealed,
    recipients: readonly Recipient[],
  ): Promise<Result<Wrapping, unknown>>;
  /** By chance: nobody can foresee them. */
  randomBytes(length: number): Uint8Array;
  now(): MinuteOfTime;
  /** Today's number in this phone's own time zone. */
  today(): Day;
  /** Heard after a change of what the topic is about, many at once as one. Returns its end. */
  subscribe(topic: Topic, listener: () => void): () => void;
  /** Says that something has changed: what was opened, chosen or kept here. */
  tell(topic: Topic): void;
  /** How often it was said of this topic: the same number for as long as nothing changes. */
  told(topic: Topic): number;
  close(): Promise<void>;
  /** Forgets this membership: nothing of it stays on this phone. */
  erase(): Promise<void>;
}

/** A link that waits under a short code. */
export interface PassedLink {
  readonly code: ShortCode;
  /** It was taken, or time is up. */
  readonly done: Promise<unknown>;
  cancel(): void;
}

/**
 * The first digits of a device key: what a route calls a place. Of a member for whom this
 * phone writes, theirs stand behind it.
 */
export const addressOf = ({
  device,
  member,
  isBehalf,
}: Pick<Membership, 'device' | 'member' | 'isBehalf'>): string =>
  isBehalf === true ? behalfAddress(device, member) : device.slice(0, 16);

export const behalfAddress = (device: DeviceKey, member: MemberId): string =>
  `${device.slice(0, 16)}.${member.slice(0, 16)}`;
