import { ok, minutesPerDay } from '@manyhands/base';
import type {
  Day,
  DeviceKey,
  LogId,
  MemberId,
  MinuteOfTime,
  Result,
} from '@manyhands/base';
import { openSealed, passOn, randomBytes } from '@manyhands/keys';
import type {
  Recipient,
  Sealed,
  SealingKey,
  Signer,
  SigningKey,
  Wrapping,
} from '@manyhands/keys';
import type { Charter } from '@manyhands/ledger';
import { BlobStore } from '@manyhands/replica';
import type { Journal, Notes, Replica, Writer } from '@manyhands/replica';
import { openMemoryBlobs } from '@manyhands/storage';
import type { DeviceAcks, PhoneTrouble, WhyAlone } from '../opened/condition.ts';
import type { Check } from '../opened/connectionCheck.ts';
import type { Fetching, FetchProgress } from '../opened/fetching.ts';
import type {
  Membership,
  PassedLink,
  Place,
  CommunitySecret,
} from '../opened/place.ts';
import type { PairCodes } from '../opened/pairCodes.ts';
import type { PlacePictures } from '../opened/pictures.ts';
import type { Topic } from '../opened/changes.ts';
import { Changes, tellOfReplica } from '../opened/changes.ts';
import { PendingDevice } from '../threshold/pendingDevice.ts';
import { Porch } from '../threshold/porch.ts';
import type { ComingBack } from '../threshold/comingBack.ts';
import type { JoinRefusal } from '@manyhands/door';
import { picturesHere } from '../board/picturesHere.ts';

/** The hour in a village: told a story day by day, it is moved by hand. */
export interface Clock {
  minute: number;
}

export interface VillagePlaceParts {
  readonly membership: Membership;
  readonly replica: Replica;
  readonly writer: Writer;
  readonly notes: Notes;
  readonly journalFor: (member: MemberId) => Journal;
  readonly device: SigningKey;
  readonly sealing: SealingKey;
  /** Of the device that began as this member. */
  readonly identity: SigningKey | null;
  readonly clock: Clock;
  readonly secret: Uint8Array | null;
  readonly hasKnocked?: boolean;
  readonly comingBack?: ComingBack | null;
}

/**
 * A place without disk or network, for specimens and component tests. The entries,
 * keys, gate and folds are the real ones; what the mesh would say (who is linked, who
 * has stored what) is set by whoever tells the story.
 */
export class VillagePlace implements Place {
  readonly membership: Membership;
  readonly replica: Replica;
  readonly writer: Writer;
  readonly notes: Notes;
  readonly journalFor: (member: MemberId) => Journal;
  readonly device: SigningKey;
  /** Replaced by who tells a story of pictures that are elsewhere. */
  pictures: PlacePictures;
  readonly pendingDevice = new PendingDevice(() => this.tell('links'));
  readonly porch = new Porch(() => this.tell('links'));
  readonly #parts: VillagePlaceParts;
  #identity: SigningKey | null;
  /** Told at once: a test need not wait for a screen to ask again. */
  readonly #changes = new Changes((call) => call());
  #mesh: VillageMesh = {
    trouble: null,
    refusal: null,
    linked: [],
    digits: null,
    passed: null,
    pairCodes: null,
    acks: new Map(),
    fetch: {
      heldBack: null,
      isLater: false,
      now: () => undefined,
      later: () => undefined,
    },
    checks: [],
    waiting: 'nobody',
    met: new Map(),
    progress: null,
  };

  constructor(parts: VillagePlaceParts) {
    this.membership = parts.membership;
    this.replica = parts.replica;
    this.writer = parts.writer;
    this.notes = parts.notes;
    this.journalFor = parts.journalFor;
    this.device = parts.device;
    this.#parts = parts;
    this.#identity = parts.identity;
    const { replica, clock } = parts;
    const own = parts.membership.member;
    const blobs = openMemoryBlobs();
    const now = () => clock.minute;
    this.pictures = picturesHere(new BlobStore({ replica, blobs, own, now }));
    tellOfReplica(parts.replica, (topic) => this.tell(topic));
    parts.replica.subscribe(() => this.porch.look(parts.replica));
  }

  /** Says what the mesh would have found out. */
  hear(news: Partial<VillageMesh>): void {
    this.#mesh = { ...this.#mesh, ...news };
    this.tell('links');
    if ('trouble' in news) this.tell('disk');
  }

  trouble = (): PhoneTrouble | null => this.#mesh.trouble;
  hasReadPoster = (): boolean => this.#mesh.told !== undefined;
  toldCharter = () => this.#mesh.told ?? null;
  hasKnocked = (): boolean => this.#parts.hasKnocked ?? true;
  refusal = (): JoinRefusal | null => this.#mesh.refusal;
  linked = (): readonly MemberId[] => this.#mesh.linked;
  linkedDevices = (): readonly DeviceKey[] =>
    this.#mesh.linked
      .flatMap((member) => this.replica.ledger.devicesOf(member))
      .map(({ device }) => device);
  met = () => this.#mesh.met;
  acks = (): DeviceAcks => this.#mesh.acks;
  hearAcks(device: DeviceKey, stored: ReadonlyMap<LogId, number>): void {
    const acks = new Map(this.#mesh.acks).set(device, stored);
    this.#mesh = { ...this.#mesh, acks };
    this.tell('links');
  }
  waiting = (): WhyAlone => this.#mesh.waiting;
  checks = (): readonly Check[] => this.#mesh.checks;
  comingBack = (): ComingBack | null => {
    const { member, device } = this.membership;
    if (this.replica.ledger.hasStanding(member, device)) return null;
    return this.#parts.comingBack ?? null;
  };
  digits = (): string | null => this.#mesh.digits;
  passAlong = (): PassedLink | null => this.#mesh.passed;
  progress = () => this.#mesh.progress;
  get fetch(): Fetching {
    return this.#mesh.fetch;
  }

  get pairCodes(): PairCodes | null {
    return this.#mesh.pairCodes;
  }

  secret(): CommunitySecret | null {
    const { secret } = this.#parts;
    return secret && { epoch: 0, secret };
  }

  identity = (): Promise<Signer | null> => Promise.resolve(this.#identity);
  wipeIdentity = (): Promise<Result<void, never>> => {
    this.#identity = null;
    return Promise.resolve(ok(undefined));
  };

  openSealed(sealed: Sealed): Promise<Result<Uint8Array, unknown>> {
    const { device, sealing } = this.#parts;
    return openSealed(sealed, device.publicKey, sealing);
  }

  passOn(
    sealed: Sealed,
    recipients: readonly Recipient[],
  ): Promise<Result<Wrapping, unknown>> {
    const { device, sealing } = this.#parts;
    return passOn(sealed, recipients, device.publicKey, sealing);
  }

  now = (): MinuteOfTime => this.#parts.clock.minute as MinuteOfTime;
  randomBytes = randomBytes;
  today = (): Day => Math.floor(this.#parts.clock.minute / minutesPerDay) as Day;

  subscribe(topic: Topic, listener: () => void): () => void {
    return this.#changes.subscribe(topic, listener);
  }

  tell(topic: Topic): void {
    this.#changes.tell(topic);
  }

  told(topic: Topic): number {
    return this.#changes.count(topic);
  }

  close = (): Promise<void> => Promise.resolve();
  erase = (): Promise<void> => Promise.resolve();
}

/** What only a network can know. */
export interface VillageMesh {
  readonly trouble: PhoneTrouble | null;
  readonly refusal: JoinRefusal | null;
  readonly linked: readonly MemberId[];
  readonly acks: DeviceAcks;
  readonly checks: readonly Check[];
  readonly waiting: WhyAlone;
  readonly met: ReadonlyMap<DeviceKey, MinuteOfTime>;
  readonly digits: string | null;
  /** For who has read a poster: what they were told, or null while nobody has heard. */
  readonly told?: Charter | null;
  readonly passed: PassedLink | null;
  readonly pairCodes: PairCodes | null;
  readonly progress: FetchProgress | null;
  readonly fetch: Fetching;
}
