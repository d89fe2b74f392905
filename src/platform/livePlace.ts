import { ok } from '@manyhands/base';
import type {
  Day,
  DeviceKey,
  Hex,
  LogId,
  MemberId,
  MinuteOfTime,
  Result,
} from '@manyhands/base';
import { keepClosedInvites, whoHolds } from '@manyhands/door';
import type { JoinRefusal } from '@manyhands/door';
import { openSealed, openSigningKey, passOn, randomBytes } from '@manyhands/keys';
import type {
  Recipient,
  Sealed,
  Signer,
  SigningKey,
  StoredKey,
  Wrapping,
} from '@manyhands/keys';
import type { JoinRequest, Charter } from '@manyhands/ledger';
import type { JoinRefused, KnownKey, Mesh } from '@manyhands/mesh';
import type { Journal, Notes, Replica, StoreFault, Writer } from '@manyhands/replica';
import { DiskWatch } from '@manyhands/storage';
import { Changes, tellOfReplica, waitingOf } from '@manyhands/community/opened';
import type {
  DeviceAcks,
  Check,
  Membership,
  PairCodes,
  PassedLink,
  Place,
  FetchProgress,
  CommunitySecret,
  Topic,
  PhoneTrouble,
  WhyAlone,
} from '@manyhands/community/opened';
import { comingBackWith, PendingDevice, Porch } from '@manyhands/community/threshold';
import type { ComingBack } from '@manyhands/community/threshold';
import { forgetStanding } from '@manyhands/community/admission';
import { canMeet } from '../phone/canMeet.ts';
import { AckMemory } from './ackMemory.ts';
import { nowInMinutes, todayHere } from './clock.ts';
import { connectionChecks } from './connectionChecks.ts';
import type { Ways } from './connectionChecks.ts';
import { FetchChoice } from './fetchChoice.ts';
import { keepDuties } from './keepDuties.ts';
import { FirstLook } from './firstLook.ts';
import { Knocking } from './knocking.ts';
import { LatePictures } from './latePictures.ts';
import { LastMet } from './lastMet.ts';
import { answerRequest } from './answerRequest.ts';
import { PlaceSecrets } from './placeSecrets.ts';
import type { PlaceParts } from './placeParts.ts';

/** One community, open on this phone: disk, replica, writer and mesh as one `Place`. */
export class LivePlace implements Place {
  readonly membership: Membership;
  readonly replica: Replica;
  readonly writer: Writer;
  readonly notes: Notes;
  readonly device: SigningKey;
  readonly pendingDevice = new PendingDevice(() => this.tell('links'));
  readonly fetch: FetchChoice;
  readonly pictures: LatePictures;
  readonly porch = new Porch(() => this.tell('links'));
  readonly knocking: Knocking;
  readonly secrets: PlaceSecrets;
  readonly #parts: PlaceParts;
  readonly #changes = new Changes();
  readonly #ends: (() => void)[] = [];
  #mesh: Mesh | null = null;
  /** Noted by whoever joins the others: what it looks for them through. */
  ways: Ways = { relays: [], ice: [] };
  #pass: ((text: string) => PassedLink) | null = null;
  pairCodes: PairCodes | null = null;
  #identity: StoredKey | null;
  #isTaken = false;
  readonly #disk: DiskWatch;
  readonly #lastMet: LastMet;
  readonly #acks: AckMemory;
  readonly #looking = new FirstLook(() => this.tell('links'));
  #isClosed = false;

  constructor(parts: PlaceParts) {
    this.#parts = parts;
    this.membership = parts.membership;
    this.replica = parts.replica;
    this.writer = parts.writer;
    this.notes = parts.store.notes;
    this.device = parts.device;
    this.fetch = new FetchChoice(this.notes, () => this.tell('links'));
    this.pictures = new LatePictures(this);
    this.secrets = new PlaceSecrets({
      ...{ notes: this.notes, newest: parts.secret, vault: parts.vault },
      onfault: (fault) => this.#disk.fail(fault),
      ontaken: (secret) => this.#meetBy(secret),
    });
    this.#identity = parts.identity;
    this.#lastMet = new LastMet(parts.store.notes, parts.met);
    const { store, replica, writer, membership, knock, told } = parts;
    const { notes } = store;
    this.#acks = new AckMemory({ notes, replica, membership, kept: parts.acks });
    this.knocking = new Knocking({
      ...{ membership, replica, notes, knock, told },
      onchange: () => this.tell('links'),
    });
    this.#disk = new DiskWatch(store, replica, writer, () => {
      if (this.#disk.trouble === null) this.#mesh?.restored();
      this.tell('disk');
    });
    this.#ends.push(
      tellOfReplica(replica, (topic) => this.tell(topic)),
      () => this.#disk.close(),
      () => this.#lastMet.close(),
      () => this.#acks.close(),
      keepDuties(replica, writer, store.notes, () => this.#mesh),
      keepClosedInvites(replica, store.notes, (invitePub) => {
        void forgetStanding(store.notes, invitePub);
      }),
      replica.subscribe(() => this.#putDownLink()),
      replica.subscribe(() => this.porch.look(replica)),
      () => this.porch.close(),
      () => this.#looking.end(),
    );
    this.#putDownLink();
    void parts.lock.lost.then(() => this.#giveWay());
  }

  /**
   * Starts what brings others here, and answers it. Null when the place was closed while
   * the code for it was fetched: then nothing starts that nobody would end.
   */
  attach(
    start: () => Mesh,
    pass: ((text: string) => PassedLink) | null = null,
    pairCodes: ((mesh: Mesh) => PairCodes) | null = null,
  ): Mesh | null {
    if (this.#isClosed) return null;
    const mesh = start();
    this.#mesh = mesh;
    this.#looking.begin();
    this.#pass = pass;
    this.pairCodes = pairCodes?.(mesh) ?? null;
    this.#ends.push(
      this.fetch.follow(mesh),
      mesh.subscribe(({ type }) => {
        if (type === 'acks') this.#acks.hear(mesh.acks());
        this.#lastMet.see(this.linkedDevices());
        this.tell('links');
      }),
    );
    this.tell('links');
    return mesh;
  }

  /** Leaves something to be ended when this place is closed. */
  onclosed(end: () => void): void {
    this.#ends.push(end);
  }

  journalFor(member: MemberId): Journal {
    return this.#parts.store.journalFor(member);
  }

  trouble(): PhoneTrouble | null {
    if (this.#isTaken) return 'LockLost'; // all else is the other tab's
    return this.#disk.trouble ?? (this.writer.spent ? 'JournalBehind' : null);
  }

  secret = (): CommunitySecret | null => this.secrets.newest;

  hasKnocked(): boolean {
    return this.knocking.link !== null;
  }

  refusal(): JoinRefusal | null {
    return this.knocking.refusal;
  }

  linked(): readonly MemberId[] {
    const members = this.#mesh?.peers().map(({ member }) => member) ?? [];
    return [...new Set(members)].filter((member) => member !== this.membership.member);
  }

  hearAcks(device: DeviceKey, stored: ReadonlyMap<LogId, number>): void {
    this.#acks.hear(new Map([[device, stored]]));
    this.tell('links');
  }

  linkedDevices(): readonly DeviceKey[] {
    return this.#mesh?.peers().map(({ device }) => device) ?? [];
  }

  met = (): ReadonlyMap<DeviceKey, MinuteOfTime> => this.#lastMet.met;

  waiting = (): WhyAlone => {
    if (!canMeet()) return 'noLines';
    const why = waitingOf([...(this.#mesh?.reach().values() ?? [])]);
    return why === 'nobody' && this.#looking.isOn ? 'looking' : why;
  };

  checks = (): readonly Check[] => connectionChecks(this.ways);

  acks(): DeviceAcks {
    return this.#acks.acks;
  }

  progress(): FetchProgress | null {
    return this.#mesh?.progress() ?? null;
  }

  /** What is sealed for this device is sealed for this key. */
  get box(): Uint8Array {
    return this.#parts.sealing.publicKey;
  }

  get hasIdentity(): boolean {
    return this.#identity !== null;
  }

  async identity(): Promise<Signer | null> {
    const opened = this.#identity && (await openSigningKey(this.#identity));
    return opened?.ok === true ? opened.value : null;
  }

  async wipeIdentity(): Promise<Result<void, StoreFault>> {
    if (this.#identity === null) return ok(undefined);
    const wiped = await this.#parts.wipe();
    if (wiped.ok) this.#identity = null;
    return wiped;
  }

  comingBack(): ComingBack | null {
    const { membership, replica } = this;
    const { identity, sealing } = this.#parts;
    const { member, device } = membership;
    if (identity === null || replica.ledger.hasStanding(member, device)) return null;
    const keys = { identity: identity.publicKey, box: sealing.publicKey };
    return comingBackWith(this.knocking.link, { membership, ...keys });
  }

  digits(): string | null {
    return this.knocking.digits();
  }

  passAlong(text: string): PassedLink | null {
    return this.#pass?.(text) ?? null;
  }

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

  now(): MinuteOfTime {
    return nowInMinutes();
  }

  readonly randomBytes = randomBytes;

  today(): Day {
    return todayHere();
  }

  subscribe(topic: Topic, listener: () => void): () => void {
    return this.#changes.subscribe(topic, listener);
  }

  tell = (topic: Topic): void => this.#changes.tell(topic);
  told = (topic: Topic): number => this.#changes.count(topic);

  takeSecret = (secret: CommunitySecret): Promise<void> => this.secrets.take(secret);

  #meetBy(secret: CommunitySecret): void {
    this.knocking.refuse(null);
    this.#mesh?.setSecret(secret);
    this.#mesh?.setSecretsBefore(this.secrets.before);
    this.#looking.begin();
    this.#putDownLink();
    this.tell('links');
  }

  #putDownLink(): void {
    this.knocking.putDown(this.secrets.newest !== null);
  }

  /** Makes a new one, which goes to who is welcome, unless a newer one came meanwhile. */
  async renewSecret(epoch: number): Promise<void> {
    const secret = { epoch, secret: randomBytes(32) };
    if (this.#mesh?.setSecret(secret) === true) await this.takeSecret(secret);
  }

  secretsBefore = (): readonly CommunitySecret[] => this.secrets.before;
  isRemoved = (member: MemberId): boolean =>
    this.secrets.removing?.isRemoved(member) === true;

  /** Whose identity key it is, for somebody who comes back with their words. */
  whoIs(key: Hex): KnownKey | null {
    return whoHolds(this.replica, key);
  }

  /** The door of our lobby: lets a newcomer in, or says why not. */
  admit(request: JoinRequest): Promise<Result<void, JoinRefused>> {
    return answerRequest(this, request);
  }

  hasReadPoster(): boolean {
    return this.knocking.isByPoster;
  }

  toldCharter(): Charter | null {
    return this.knocking.told;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const end of this.#ends) end();
    this.pendingDevice.hide();
    this.#mesh?.close();
    this.writer.close();
    await this.pictures.close();
    await this.replica.close();
    await this.#parts.store.close();
    this.#parts.lock.release();
  }

  async erase(): Promise<void> {
    await this.close();
    await this.#parts.forget();
    await this.#parts.store.destroy();
  }

  /** Another tab writes from now on: nothing more is done here. */
  #giveWay(): void {
    this.#isTaken = true;
    this.#disk.close();
    this.writer.close();
    this.#mesh?.close();
    this.tell('links');
    this.tell('disk');
  }
}
