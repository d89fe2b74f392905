import { err, ok, SerialQueue, tellEach } from '@manyhands/base';
import type { DeviceKey, MinuteOfTime, Result } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import {
  checkDigits,
  considerKnock,
  keepClosedInvites,
  letIn,
  mayRead,
  requestDevice,
  rtcOf,
  whoHolds,
} from '@manyhands/door';
import { openSealingKey, openSigningKey, randomBytes } from '@manyhands/keys';
import type { KeyUnusable, SealingKey, SigningKey } from '@manyhands/keys';
import { readDeviceLink } from '@manyhands/ledger';
import type { DeviceLink } from '@manyhands/ledger';
import { keepBlobs, realTimers, startMesh } from '@manyhands/mesh';
import type { Mesh, MeshNews, MeshOptions } from '@manyhands/mesh';
import { BlobStore, keepRota, openReplica, openWriter } from '@manyhands/replica';
import type { Replica, Store, StoreFault, Writer } from '@manyhands/replica';
import { DiskWatch } from '@manyhands/storage';
import { DiskBlobs } from './disk/diskBlobs.ts';
import { openDiskStore } from './disk/diskStore.ts';
import type { Files } from './disk/files.ts';
import { keepSelf } from './keptSelf.ts';
import { KeeperRemoving } from './removing.ts';
import type { KeptSelf } from './keptSelf.ts';

export interface KeeperOptions {
  /** Where others are looked for, beside what its link and the charter say. */
  readonly relays: readonly string[];
  /** Names the code that runs (replica/R13). */
  readonly build: string;
  /** How to find others; without it y-webrtc over those relays. */
  readonly openIntroducer?: MeshOptions['openIntroducer'];
}

/** What a keeper is doing now. */
export interface KeeperState {
  /** Null until its owner's other device has said yes. */
  readonly role: 0 | 1 | 2 | null;
  readonly isSwitchedOff: boolean;
  /** Its owner said no, or their ten minutes were over. */
  readonly isRefused: boolean;
  /** It must not write: an entry of its own exists that its journal lacks (K5, replica/R5). */
  readonly isBehind: boolean;
  readonly linkedDevices: number;
  readonly members: number;
  readonly entries: number;
  readonly trouble: StoreFault['type'] | null;
}

/** A keeper whose disk is open, and that stands in its community's rooms. */
export interface Keeper {
  readonly name: string;
  /** Twelve digits that its owner compares before they say yes. */
  readonly digits: string;
  state(): KeeperState;
  /** Calls with every change of anything in the state. Returns its end. */
  subscribe(listener: () => void): () => void;
  close(): Promise<void>;
}

export type KeeperRefused = StoreFault | KeyUnusable;

/**
 * Opens what a folder keeps of one keeper (mesh/M11): the same replica, duties and mesh as in
 * the app, on a disk of Node. It lets people in who hold an invite, witnesses and proves;
 * that nothing else it signs has an effect, the ledger sees to (findings/A11).
 */
export async function openKeeper(
  files: Files,
  self: KeptSelf,
  options: KeeperOptions,
): Promise<Result<Keeper, KeeperRefused>> {
  const link = readDeviceLink(self.link);
  if (!link.ok) return err({ type: 'StoreLost', why: 'the link is no link' });
  const device = await openSigningKey(self.signing);
  if (!device.ok) return device;
  const sealing = await openSealingKey(self.sealing);
  if (!sealing.ok) return sealing;
  const store = openDiskStore(files);
  const own = {
    member: self.member,
    device: toHex(device.value.publicKey) as DeviceKey,
  };
  const { community } = self;
  const { build } = options;
  const replica = await openReplica({ community, store, own, clock: Date.now, build });
  if (!replica.ok) return replica;
  const writer = await openWriter({
    replica: replica.value,
    member: self.member,
    device: device.value,
    store,
    now: nowInMinutes,
    randomBytes,
  });
  if (!writer.ok && writer.error.type !== 'JournalBehind') {
    await replica.value.close();
    return err(writer.error);
  }
  const removing = await KeeperRemoving.open({
    replica: replica.value,
    store,
    ...own,
    newest: self.secret,
    now: nowInMinutes,
  });
  return ok(
    new LiveKeeper({
      removing,
      files,
      self,
      link: link.value,
      device: device.value,
      sealing: sealing.value,
      store,
      replica: replica.value,
      writer: writer.ok ? writer.value : null,
      options,
    }),
  );
}

const nowInMinutes = (): MinuteOfTime =>
  Math.floor(Date.now() / 60_000) as MinuteOfTime;

interface Parts {
  readonly files: Files;
  readonly self: KeptSelf;
  readonly link: DeviceLink;
  readonly device: SigningKey;
  readonly sealing: SealingKey;
  readonly store: Store;
  readonly replica: Replica;
  /** Null when this device must not write any more. */
  readonly writer: Writer | null;
  readonly removing: KeeperRemoving;
  readonly options: KeeperOptions;
}

class LiveKeeper implements Keeper {
  readonly #parts: Parts;
  readonly #ends: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #disk: DiskWatch | null;
  readonly #blobStore: BlobStore;
  #stopFetching: () => void = () => undefined;
  #self: KeptSelf;
  readonly #taking = new SerialQueue();
  #mesh: Mesh | null = null;
  #relays: readonly string[] = [];
  #isRefused = false;

  constructor(parts: Parts) {
    const { replica, writer, store } = parts;
    this.#parts = parts;
    this.#self = parts.self;
    this.#blobStore = new BlobStore({
      replica,
      blobs: new DiskBlobs(parts.files),
      own: parts.self.member,
      now: () => Math.floor(Date.now() / 1_000),
    });
    this.#disk =
      writer &&
      new DiskWatch(store, replica, writer, () => {
        if (this.#disk?.trouble === null) this.#mesh?.restored();
        this.#tell();
      });
    this.#ends.push(
      () => this.#disk?.close(),
      keepClosedInvites(replica, store.notes),
      replica.subscribe(() => this.#hear()),
      writer ? this.#keepDuties(writer) : () => undefined,
    );
    this.#connect();
    this.#ends.push(
      parts.removing.follow({
        held: () => this.#self.secret,
        renew: (epoch) => this.#renewSecret(epoch),
      }),
    );
  }

  get name(): string {
    return this.#parts.replica.ledger.charter()?.name ?? this.#self.name;
  }

  get digits(): string {
    return checkDigits(this.#parts.link, this.#device);
  }

  get #device(): DeviceKey {
    return toHex(this.#parts.device.publicKey) as DeviceKey;
  }

  state(): KeeperState {
    const { replica, writer } = this.#parts;
    const { ledger } = replica;
    const { member } = this.#self;
    const isCertified = ledger.hasStanding(member, this.#device);
    return {
      role: isCertified ? ledger.roleOf(member, this.#device) : null,
      isSwitchedOff: ledger.isOut(member, this.#device),
      isRefused: this.#isRefused && !isCertified,
      isBehind: writer === null || writer.spent,
      linkedDevices: this.#mesh?.peers().length ?? 0,
      members: ledger.members().filter(({ everMember, left }) => everMember && !left)
        .length,
      entries: replica.vector().reduce((sum, { length }) => sum + length, 0),
      trouble: this.#disk?.trouble ?? null,
    };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    for (const end of this.#ends.splice(0)) end();
    this.#stopFetching();
    this.#mesh?.close();
    this.#parts.writer?.close();
    await this.#blobStore.close();
    await this.#parts.replica.close();
    await this.#parts.store.close();
  }

  #hear(): void {
    // What the charter says of relays is known once the founding is here.
    if (this.#wantedRelays().join() !== this.#relays.join()) this.#connect();
    this.#tell();
  }

  #tell(): void {
    tellEach(this.#listeners, undefined);
  }

  #keepDuties(writer: Writer): () => void {
    return keepRota({
      replica: this.#parts.replica,
      writer,
      clock: () => realTimers.now(),
      random: Math.random,
      isQuiet: () => this.#mesh?.isQuiet === true,
      leaving: { notes: this.#parts.store.notes, now: nowInMinutes },
      after: (ms, call) => realTimers.after(ms, call),
    });
  }

  #wantedRelays(): readonly string[] {
    const { replica, link, options } = this.#parts;
    const named = replica.ledger.charter()?.relays ?? [];
    return [...new Set([...link.relays, ...options.relays, ...named])];
  }

  #connect(): void {
    this.#stopFetching();
    this.#mesh?.close();
    const { replica, link, device, sealing, options } = this.#parts;
    const { openIntroducer } = options;
    const { removing } = this.#parts.removing;
    this.#relays = this.#wantedRelays();
    const mesh = startMesh({
      replica,
      self: { member: this.#self.member, device },
      secret: this.#self.secret,
      secretsBefore: removing.secretsBefore(),
      isRemoved: removing.isRemoved,
      lobby: fromHex(link.lobby),
      relays: this.#relays,
      rtc: rtcOf(replica.ledger.charter()?.ice ?? []),
      admission: () => requestDevice(link, { device, box: sealing.publicKey }),
      admit: async (request) => {
        const { writer, store } = this.#parts;
        if (request.type === 'knock') {
          return considerKnock({ replica, notes: store.notes }, request);
        }
        if (request.type !== 'join') return err({ type: 'InviteUnknown' });
        if (writer === null) return err({ type: 'Busy' });
        const { isRemoved } = removing;
        return letIn({ replica, writer, notes: store.notes, isRemoved }, request);
      },
      whoIs: (key) => whoHolds(replica, key),
      mayRead: (invitePub) => mayRead(replica, invitePub, removing.isRemoved),
      onsecret: (secret) => void this.#takeSecret(secret),
      blobs: this.#blobStore,
      ...(openIntroducer ? { openIntroducer } : {}),
    });
    this.#mesh = mesh;
    this.#parts.removing.meet(mesh);
    mesh.subscribe((news) => this.#hearMesh(news));
    const blobStore = this.#blobStore;
    this.#stopFetching = keepBlobs({ replica, blobStore, mesh, wanted: () => true });
  }

  #hearMesh(news: MeshNews): void {
    if (news.type === 'refused' && news.verdict === 'InviteClosed') {
      this.#isRefused = true;
    }
    this.#tell();
  }

  async #renewSecret(epoch: number): Promise<void> {
    const secret = { epoch, secret: randomBytes(32) };
    if (this.#mesh?.setSecret(secret) === true) await this.#takeSecret(secret);
  }

  #takeSecret(secret: NonNullable<KeptSelf['secret']>): Promise<void> {
    return this.#taking.run(async () => {
      const held = this.#self.secret;
      if (held) await this.#parts.removing.removing.replace(held, secret);
      this.#self = { ...this.#self, secret };
      const kept = await keepSelf(this.#parts.files, this.#self);
      if (!kept.ok) this.#disk?.fail(kept.error.type);
    });
  }
}
