import type { DeviceKey, Hex, MinuteOfTime } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import type {
  JoinRequest,
  DeviceEnrol,
  Entry,
  KnownContent,
  LogKind,
} from '@manyhands/ledger';
import { startMesh } from '@manyhands/mesh';
import type { Mesh, Secret } from '@manyhands/mesh';
import { keepRota, openReplica, openWriter } from '@manyhands/replica';
import type { Replica, Store, Writer } from '@manyhands/replica';
import { admitInWorld, lobbyIn } from './admitting.ts';
import { Disk } from './disk.ts';
import { calendarMinute, SimLettingGo } from './letGo.ts';
import type { HeldSecrets } from './letGo.ts';
import type { Life } from './network.ts';
import { restingWriter } from './restingWriter.ts';
import type { Doing } from './restingWriter.ts';
import { certifiedBy, enrolmentFor, proofBy } from './soul.ts';
import type { NamedDevice, Soul } from './soul.ts';
import { keyOf } from './syncKeys.ts';
import type { Surroundings } from './surroundings.ts';

/** What runs while the app is open. */
interface Running {
  readonly life: Life;
  readonly replica: Replica;
  /** Null when the journal is behind: this phone only listens. */
  readonly writer: Writer | null;
  readonly mesh: Mesh;
  /** Null in worlds where nobody is let go. */
  readonly lettingGo: SimLettingGo | null;
}

/** One installation of the app: the real replica, writer and mesh on a disk that fails. */
export class SimPhone {
  /** In whose hands it is. */
  soul: Soul;
  readonly name: string;
  readonly key: Signer;
  readonly device: DeviceKey;
  readonly box: Hex;
  readonly disk: Disk;
  /** Whether it only keeps: its acts are to count nowhere (findings/A11). */
  readonly isKeeper: boolean;
  readonly held: HeldSecrets = {
    secret: null,
    book: null,
    toLeave: new Set(),
    back: new Set(),
  };
  running: Running | null = null;
  /** Given away, lost, or fallen silent for good: nobody opens the app here again. */
  isRetired = false;
  /** The app was opened here at least once. */
  hasLived = false;
  /** Put back to an earlier day, and its owner does not know. */
  wasRestored = false;
  /** How often its disk was put back, or a row of it went bad. */
  losses = 0;
  /** The invite it came with. */
  invite: Signer | null = null;
  /** What somebody handed over by hand when they let this phone in: shown at each start. */
  welcome: Uint8Array | null = null;
  /** Milliseconds and minutes that its two clocks are off. */
  ahead = 0;
  minutesAhead = 0;
  readonly #world: Surroundings<SimPhone>;
  #life: Life | null = null;

  constructor(
    world: Surroundings<SimPhone>,
    soul: Soul,
    name: string,
    isKeeper = false,
  ) {
    this.#world = world;
    this.isKeeper = isKeeper;
    this.soul = soul;
    this.name = name;
    this.key = keyOf(`${name} of ${soul.name}`);
    this.device = toHex(this.key.publicKey) as DeviceKey;
    this.box = toHex(sha256(utf8Bytes(`box of ${name} of ${soul.name}`)));
    this.disk = new Disk({
      schedule: world.schedule,
      chance: world.chance.branch(`disk ${name}`),
      wear: () => world.wear(this),
      oncrash: () => this.crash(),
    });
  }

  /**
   * Put back to an earlier day, and not yet told of what it wrote since: whatever it
   * signed now might be a fork, by an accident nothing can prevent (findings/B6). Once
   * it has been told, its writer must refuse. The hasty do not wait.
   */
  get isAtRest(): boolean {
    if (!this.wasRestored || this.#world.trouble.hasty) return false;
    return !this.#world.witness.knowsItself(this);
  }

  /** The community's, once somebody has let it in. */
  get secret(): Secret | null {
    return this.held.secret;
  }

  set secret(secret: Secret | null) {
    this.held.secret = secret;
  }

  get isUp(): boolean {
    return this.running !== null;
  }

  get isFrozen(): boolean {
    return (this.#life?.frozenUntil ?? 0) > this.#world.schedule.now;
  }

  get isOff(): boolean {
    return this.#life === null;
  }

  /** Whether anybody has let it in, or invited it: before, there is nothing to open. */
  get isExpected(): boolean {
    return this.welcome !== null || this.invite !== null || this.hasLived;
  }

  /** Opens the app. It is `running` some moments later, if nothing happens before. */
  boot(): void {
    if (this.#life !== null || this.isRetired) return;
    this.hasLived = true;
    const life: Life = { phone: this.name, isOver: false, frozenUntil: 0 };
    this.#life = life;
    this.#world.watch(this.#start(life));
  }

  async #start(life: Life): Promise<void> {
    const { community } = this.#world;
    const { member } = this.soul;
    const isOver = (): boolean => life.isOver;
    const store = this.disk.open(life);
    const after = (ms: number, call: () => void) => this.#ring(life, ms, call);
    const clock = (): number => this.#world.schedule.now + this.ahead;
    const of = { community, own: { member, device: this.device }, build: 'this' };
    const opened = await openReplica({ ...of, store, after, clock });
    if (isOver()) return;
    if (!opened.ok) {
      this.#world.fail(`${this.name}: the replica did not open: ${opened.error.type}`);
      return;
    }
    const replica = opened.value;
    replica.subscribe(({ added }) => {
      if (!life.isOver) this.#world.witness.heard(this, added);
    });
    const writer = await openWriter({
      replica,
      store,
      member,
      device: this.key,
      now: () => this.minute(),
      randomBytes: (length) => this.#world.chance.bytes(length),
    });
    if (isOver()) return;
    if (!writer.ok && writer.error.type !== 'JournalBehind') {
      this.#world.fail(`${this.name}: no writer: ${writer.error.type}`);
      return;
    }
    // It may say what was forgotten here since, and counts as company like any other page.
    const welcome = this.#world.isAtRest ? null : this.welcome;
    if (welcome) await replica.receive(welcome, { type: 'message' });
    if (isOver()) return;
    const lettingGo = this.#letGo(life, replica, store);
    const mesh = this.#startMesh(life, replica, lettingGo);
    const writing = writer.ok ? writer.value : null;
    this.running = { life, replica, writer: writing, mesh, lettingGo };
    lettingGo?.follow(mesh);
    this.#world.witness.opened(this);
    if (writer.ok && this.soul.isHonest) this.#keepDuties(life, writer.value, store);
  }

  /** As src/platform/keepDuties.ts has it. */
  #keepDuties(life: Life, writer: Writer, { notes }: Store): void {
    if (this.running === null) return;
    const { schedule, chance } = this.#world;
    const { replica, mesh } = this.running;
    const doing: Doing = {
      append: (kind, content) => this.#append(writer, kind, content),
      erase: (entries) => this.#erase(writer, entries),
    };
    keepRota({
      ...{ replica, writer: restingWriter(writer, this.#world, doing) },
      clock: () => schedule.now + this.ahead,
      random: () => chance.next(),
      isQuiet: () => mesh.isQuiet,
      leaving: { notes, now: () => this.minute() },
      after: (ms, call) => this.#ring(life, ms, call),
    });
  }

  #ring(life: Life, ms: number, call: () => void): () => void {
    const ring = (): void => {
      if (!life.isOver) call();
    };
    return this.#world.schedule.after(ms, 'alarm', ring, () => life.frozenUntil);
  }

  #letGo(life: Life, replica: Replica, { notes }: Store): SimLettingGo | null {
    if (!this.#world.trouble.lettingGo) return null;
    return new SimLettingGo({
      ...{ replica, notes, held: this.held },
      ...{ member: this.soul.member, device: this.device },
      now: () => this.#calendar(),
      after: (ms, call) => this.#ring(life, ms, call),
      isOver: () => life.isOver,
      randomBytes: (length) => this.#world.chance.bytes(length),
    });
  }

  #startMesh(life: Life, replica: Replica, lettingGo: SimLettingGo | null): Mesh {
    const { schedule, chance } = this.#world;
    const ways = this.#world.waysOf(life);
    return startMesh({
      replica,
      self: { member: this.soul.member, device: this.key },
      secret: this.secret,
      lobby: lobbyIn(this.#world.community),
      ...ways,
      admission: this.invite ? () => this.request() : null,
      admit: (request) => admitInWorld(this, request),
      onsecret: (secret) => {
        if (lettingGo === null) this.secret = secret;
        else this.#world.watch(lettingGo.take(secret));
      },
      ...lettingGo?.forMesh(),
      timers: {
        now: () => schedule.now + this.ahead,
        after: (ms, call) => this.#ring(life, ms, call),
      },
      random: () => chance.next(),
    });
  }

  /** Whether the writer has noticed that the journal is behind. */
  get isSpent(): boolean {
    return this.running !== null && (this.running.writer?.spent ?? true);
  }

  /** Of the fast clock by which people are let go; as wrong as the other. */
  #calendar(): MinuteOfTime {
    const minute = Math.floor(this.#world.schedule.now / calendarMinute);
    return Math.max(0, 29_000_000 + minute + this.minutesAhead) as MinuteOfTime;
  }

  minute(): MinuteOfTime {
    const minute = 29_000_000 + Math.floor(this.#world.schedule.now / 60_000);
    return Math.max(0, minute + this.minutesAhead) as MinuteOfTime;
  }

  freeze(ms: number): void {
    if (this.#life) this.#life.frozenUntil = this.#world.schedule.now + ms;
  }

  /** The app ends in the middle of whatever it did. */
  crash(): void {
    this.#end();
    this.disk.lose(this.#world.chance);
    this.#world.witness.crashed(this);
  }

  /** It is in other hands from now on, with all that is on it. */
  steal(): void {
    if (this.#life !== null) this.crash();
    this.soul = { ...this.soul, isHonest: false };
    this.#world.witness.lost(this);
  }

  retire(): void {
    if (this.#life !== null) this.crash();
    this.isRetired = true;
  }

  #end(): void {
    if (this.#life === null) return;
    this.#life.isOver = true;
    const { running } = this;
    this.#life = null;
    this.running = null;
    running?.mesh.close();
  }

  /** Signs and saves; null when the disk or the journal says no. */
  async sign(kind: LogKind, content: KnownContent): Promise<Entry | null> {
    const writer = this.running?.writer;
    if (!writer) return null;
    if (this.wasRestored) this.#world.note(`${this.name} goes on writing`);
    const signed = await this.#append(writer, kind, content);
    return signed.ok ? signed.value : null;
  }

  /** Its owner takes entries off the board; whether that came through, time shows. */
  async erase(entries: readonly Entry[]): Promise<void> {
    this.#world.witness.wishing(entries);
    if (this.running?.writer) await this.#erase(this.running.writer, entries);
  }

  async #erase(writer: Writer, entries: readonly Entry[]): ReturnType<Writer['erase']> {
    this.#world.witness.erasing(entries);
    const done = await writer.erase(entries);
    if (!done.ok) this.#world.witness.hindered(this);
    return done;
  }

  async #append(
    writer: Writer,
    kind: LogKind,
    content: KnownContent,
  ): ReturnType<Writer['append']> {
    const begunAt = this.#world.schedule.now;
    const signed = await writer.append(kind, content);
    if (signed.ok) this.#world.witness.signed(this, signed.value, begunAt);
    else if (signed.error.type === 'JournalBehind') this.#world.witness.behind(this);
    else this.#world.witness.hindered(this);
    return signed;
  }

  /** By the key that a member begins with, as whoever lets them in wants it. */
  certificate(): Promise<{ box: Hex; certSig: Hex }> {
    return certifiedBy(this.soul.identity, 0, this.#named);
  }

  /** By the key that speaks for them now. */
  enrolment(): Promise<DeviceEnrol> {
    return enrolmentFor(this.soul, this.#named);
  }

  get #named(): NamedDevice {
    const { device, box, soul } = this;
    const { community } = this.#world;
    const role = this.isKeeper ? 1 : 0;
    return { community, member: soul.member, device, box, role };
  }

  /** What this phone shows at the door. */
  async request(): Promise<JoinRequest> {
    const invite = this.invite ?? keyOf('an invite nobody opened');
    return {
      type: 'join',
      member: this.soul.member,
      device: this.device,
      role: 0,
      ...(await this.certificate()),
      invitePub: toHex(invite.publicKey),
      proof: await this.proofBy(invite),
    };
  }

  /** That who holds this key is this phone's member, on it. */
  proofBy(key: Signer): Promise<Hex> {
    const [{ community }, { member }, { device }] = [this.#world, this.soul, this];
    return proofBy(key, { community, member, device });
  }
}
