import { err, ok } from '@manyhands/base';
import type {
  Day,
  DeviceKey,
  Hex,
  MemberId,
  MinuteOfTime,
  Result,
} from '@manyhands/base';
import { checkDigits, keepClosedInvites, letIn, whoHolds } from '@manyhands/door';
import type { AdmissionRefusal } from '@manyhands/door';
import { openSealed, openSigningKey, passOn } from '@manyhands/keys';
import type {
  Recipient,
  Sealed,
  Signer,
  SigningKey,
  StoredKey,
  Wrapping,
} from '@manyhands/keys';
import { readDeviceLink } from '@manyhands/ledger';
import type { AdmissionRequest, Charter } from '@manyhands/ledger';
import type { AdmissionRefused, KnownKey, Mesh } from '@manyhands/mesh';
import type { Notes, Replica, StoreFault, Writer } from '@manyhands/replica';
import { DiskWatch } from '@manyhands/storage';
import { comingBackWith } from '../state/comingBack.ts';
import type { Check } from '../state/connectionCheck.ts';
import type { ComingBack } from '../state/comingBack.ts';
import { DeviceDoor } from '../state/deviceDoor.ts';
import { forgetStanding } from '../state/standingInvite.ts';
import type { PairCodes } from '../state/pairCodes.ts';
import { Porch } from '../state/porch.ts';
import type { Membership, PassedLink, Place, Secret } from '../state/place.ts';
import type { Acks, Trouble, Waiting } from '../state/status.ts';
import { nowInMinutes, todayHere } from './clock.ts';
import { connectionChecks } from './connectionChecks.ts';
import type { Ways } from './connectionChecks.ts';
import { keepDuties } from './keepDuties.ts';
import { Meetings } from './meetings.ts';
import { KeptAcks } from './KeptAcks.ts';
import { Knocking } from './Knocking.ts';
import { keepSecret } from './placeNotes.ts';
import type { PlaceParts } from './placeParts.ts';

/** One community, open on this phone: disk, replica, writer and mesh as one `Place`. */
export class LivePlace implements Place {
  readonly membership: Membership;
  readonly replica: Replica;
  readonly writer: Writer;
  readonly notes: Notes;
  readonly device: SigningKey;
  readonly door = new DeviceDoor(() => this.#tell());
  readonly porch = new Porch(() => this.#tell());
  readonly #parts: PlaceParts;
  readonly #listeners = new Set<() => void>();
  readonly #ends: (() => void)[] = [];
  #mesh: Mesh | null = null;
  #ways: Ways = { relays: [], ice: [] };
  #pass: ((text: string) => PassedLink) | null = null;
  #pairCodes: PairCodes | null = null;
  #secret: Secret | null;
  #refusal: AdmissionRefusal | null = null;
  readonly #knocking: Knocking;
  #identity: StoredKey | null;
  #isTaken = false;
  readonly #disk: DiskWatch;
  readonly #meetings: Meetings;
  readonly #acks: KeptAcks;
  #isTold = true;
  #isClosed = false;

  constructor(parts: PlaceParts) {
    this.#parts = parts;
    this.membership = parts.membership;
    this.replica = parts.replica;
    this.writer = parts.writer;
    this.notes = parts.store.notes;
    this.device = parts.device;
    this.#secret = parts.secret;
    this.#knocking = new Knocking(this.notes, parts.knock, parts.told);
    this.#identity = parts.identity;
    this.#acks = new KeptAcks(this.notes, parts.acks);
    this.#meetings = new Meetings(parts.store.notes, parts.met);
    const { store, replica, writer } = parts;
    this.#disk = new DiskWatch(store, replica, writer, () => {
      if (this.#disk.trouble === null) this.#mesh?.restored();
      this.#tell();
    });
    this.#ends.push(
      replica.subscribe(() => this.#tell()),
      () => this.#disk.close(),
      () => this.#meetings.close(),
      () => this.#acks.close(),
      keepDuties(replica, writer, () => this.#mesh),
      keepClosedInvites(replica, store.notes, (invitePub) => {
        void forgetStanding(store.notes, invitePub);
      }),
      replica.subscribe(() => this.#putDownInvite()),
      replica.subscribe(() => this.porch.look(replica)),
      () => this.porch.close(),
    );
    this.#putDownInvite();
    void parts.lock.lost.then(() => this.#handOver());
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
    this.#pass = pass;
    this.#pairCodes = pairCodes?.(mesh) ?? null;
    this.#ends.push(
      mesh.subscribe(() => {
        this.#acks.hear(mesh.acks());
        this.#meetings.see(this.linkedDevices());
        this.#tell();
      }),
    );
    this.#tell();
    return mesh;
  }

  /** Leaves something to be ended when this place is closed. */
  onclosed(end: () => void): void {
    this.#ends.push(end);
  }

  trouble(): Trouble | null {
    if (this.#isTaken) return 'LockLost'; // all else is the other tab's
    return this.#disk.trouble ?? (this.writer.spent ? 'JournalBehind' : null);
  }

  secret(): Secret | null {
    return this.#secret;
  }

  hasKnocked(): boolean {
    return this.#knocking.link !== null;
  }

  refusal(): AdmissionRefusal | null {
    return this.#refusal;
  }

  linked(): readonly MemberId[] {
    const members = this.#mesh?.peers().map(({ member }) => member) ?? [];
    return [...new Set(members)].filter((member) => member !== this.membership.member);
  }

  linkedDevices(): readonly DeviceKey[] {
    return this.#mesh?.peers().map(({ device }) => device) ?? [];
  }

  met(): ReadonlyMap<DeviceKey, MinuteOfTime> {
    return this.#meetings.met;
  }

  /** Noted by whoever joins the others: what it looks for them through. */
  set ways(ways: Ways) {
    this.#ways = ways;
  }

  waiting(): Waiting {
    const states = [...(this.#mesh?.reach().values() ?? [])];
    if (states.includes('live')) return 'nobody';
    return states.length > 0 && states.every((state) => state === 'dead')
      ? 'noWay'
      : 'looking';
  }

  checks(): readonly Check[] {
    return connectionChecks(this.#ways);
  }

  acks(): Acks {
    return this.#acks.said;
  }

  progress(): { have: number; of: number } | null {
    return this.#mesh?.progress() ?? null;
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
    return comingBackWith(this.#knocking.link, { membership, ...keys });
  }

  digits(): string | null {
    const link =
      this.#knocking.link === null ? null : readDeviceLink(this.#knocking.link);
    return link?.ok === true ? checkDigits(link.value, this.membership.device) : null;
  }

  passAlong(text: string): PassedLink | null {
    return this.#pass?.(text) ?? null;
  }

  pairCodes(): PairCodes | null {
    return this.#pairCodes;
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

  today(): Day {
    return todayHere();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** From now on this phone asks to be let in with this invite. */
  async knockWith(invite: string): Promise<Result<void, StoreFault>> {
    const kept = await this.#knocking.use(invite);
    if (kept.ok) this.#tell();
    return kept;
  }

  /** Takes the community's secret from a member's device that let us in. */
  async takeSecret(secret: Secret): Promise<void> {
    if (this.#secret && this.#secret.epoch >= secret.epoch) return;
    const kept = await keepSecret(this.notes, secret, this.#parts.vault);
    if (!kept.ok) {
      this.#disk.fail(kept.error.type);
      return;
    }
    this.#secret = secret;
    this.#refusal = null;
    this.#mesh?.setSecret(secret);
    this.#putDownInvite();
    this.#tell();
  }

  #putDownInvite(): void {
    if (this.#secret === null) return;
    if (!this.replica.ledger.isEverMember(this.membership.member)) return;
    this.#knocking.putDown();
  }

  /** Whose identity key it is, for somebody who comes back with their words. */
  whoIs(key: Hex): KnownKey | null {
    return whoHolds(this.replica, key);
  }

  /** The door of our lobby: lets a newcomer in, or says why not. */
  async admit(request: AdmissionRequest): Promise<Result<void, AdmissionRefused>> {
    if (request.type === 'device')
      return this.door.ask(request, this.membership.member);
    // Whoever holds an identity key is answered by `whoIs`.
    if (request.type === 'whoAmI') return err({ type: 'InviteUnknown' });
    return request.type === 'knock'
      ? this.porch.ask(this, request)
      : letIn(this, request);
  }

  hasReadPoster(): boolean {
    return this.#knocking.hasReadPoster;
  }

  toldCharter(): Charter | null {
    return this.#knocking.told;
  }

  /** Takes what this phone is told of the community while somebody is asked to greet it. */
  hearCharter(bytes: Uint8Array): void {
    this.#knocking.hear(bytes);
    this.refuse(null);
  }

  /** What somebody else's device answered to our knock; null: it is heard again. */
  refuse(refusal: AdmissionRefusal | null): void {
    this.#refusal = refusal;
    this.#tell();
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const end of this.#ends) end();
    this.door.hide();
    this.#mesh?.close();
    this.writer.close();
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
  #handOver(): void {
    this.#isTaken = true;
    this.#disk.close();
    this.writer.close();
    this.#mesh?.close();
    this.#tell();
  }

  /** Many changes of one tick are heard of once. */
  #tell(): void {
    if (!this.#isTold) return;
    this.#isTold = false;
    queueMicrotask(() => {
      this.#isTold = true;
      for (const listener of [...this.#listeners]) listener();
    });
  }
}
