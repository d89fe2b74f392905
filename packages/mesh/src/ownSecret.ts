import { assert } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import { equalBytes } from '@manyhands/codec';
import type { Replica } from '@manyhands/replica';
import type { PeerName } from './handshake.ts';
import type { Secret } from './messages.ts';
import { nextsAtOnce, nextEvery } from './limits.ts';
import { secretsInOrder, isNewerSecret, mayTake } from './newerSecret.ts';
import type { Taker } from './newerSecret.ts';
import { realTimers } from './timers.ts';
import type { Timers } from './timers.ts';

/** Secrets of one neighbour that wait for what lets them be taken: more than it keeps. */
const offersOfEach = 8;
/** Members whose secrets wait so: more than there are links. */
const offersAtOnce = 16;

export interface OwnSecretOptions {
  readonly replica: Replica;
  readonly self: PeerName;
  readonly known: Secret | null;
  /** Those it held before and is still met by, the oldest first. */
  readonly before?: readonly Secret[];
  /** What this device came through while it has none. */
  readonly lobby: Uint8Array | null;
  readonly timers?: Timers;
  /** It has been given one over a link. */
  readonly ongiven: (secret: Secret) => void;
}

/** The community's secret on this device, and what neighbours offer for one (findings/A17). */
export class OwnSecret {
  current: Secret | null;
  before: readonly Secret[];
  readonly #options: OwnSecretOptions;
  /**
   * What each neighbour said last and what could not be taken yet: certificates or a removal
   * may be on their way.
   */
  readonly #early = new Map<MemberId, readonly Secret[]>();
  readonly #pace: Pace;
  /** The one that is held, once as many removals were known here as its number says. */
  #borneOut: Secret | null = null;

  constructor(options: OwnSecretOptions) {
    this.#options = options;
    this.#pace = new Pace(options.timers ?? realTimers, () => this.retry());
    this.current = options.known;
    this.before = options.before ?? [];
    this.#noteBorneOut();
  }

  /** The app's own word; whether it is another one now. */
  set(secret: Secret): boolean {
    const removals = this.#options.replica.ledger.removals();
    const { current } = this;
    if (current && !isNewerSecret(secret, current, removals)) return false;
    if (current && !equalBytes(current.secret, secret.secret)) {
      this.before = [...this.before, current].filter(
        (each) => !equalBytes(each.secret, secret.secret),
      );
    }
    this.current = secret;
    this.#noteBorneOut();
    return true;
  }

  #noteBorneOut(): void {
    const removals = this.#options.replica.ledger.removals();
    if (this.current && this.current.epoch <= removals) this.#borneOut = this.current;
  }

  /**
   * A cut took words away, so that there are fewer removals than when it was taken: back to the
   * last one that they bear out. Where there is none, the bytes stay and the number goes back: the
   * next removal would else find its number taken, and make no secret.
   */
  #goBack(): void {
    this.#noteBorneOut();
    const { current, before } = this;
    const removals = this.#options.replica.ledger.removals();
    if (!current || current.epoch <= removals || this.#borneOut !== current) return;
    const [last] = before
      .filter(({ epoch }) => epoch <= removals)
      .toSorted(secretsInOrder);
    this.#options.ongiven(last ?? { epoch: removals, secret: current.secret });
  }

  /** Those whose rooms this device stands in, the newest last. */
  get all(): readonly Secret[] {
    return this.current === null ? [] : [...this.before, this.current];
  }

  keepBefore(secrets: readonly Secret[]): void {
    const { current } = this;
    this.before = secrets
      .filter(({ secret }) => !current || !equalBytes(secret, current.secret))
      .map((each) => this.before.find((own) => isSame(own, each)) ?? each);
  }

  /** A neighbour's word. Whoever is to leave hands nobody the secret of those who stay. */
  receive(secret: Secret, from: MemberId): void {
    if (this.#takes(secret, from) || !this.#mayServe(secret)) return;
    const said = [...(this.#early.get(from) ?? []), secret].slice(-offersOfEach);
    this.#early.set(from, said);
    if (this.#early.size > offersAtOnce) this.#early.delete(this.#leastOf());
  }

  /** Certificates have come, words on a removal, or an hour has passed: it may be taken now. */
  retry(): void {
    this.#goBack();
    const offers = [...this.#early].flatMap(([from, secrets]) =>
      secrets.map((secret) => ({ from, secret })),
    );
    for (const { from, secret } of offers.sort((a, b) =>
      secretsInOrder(a.secret, b.secret),
    ))
      this.#takes(secret, from);
    for (const [from, secrets] of [...this.#early]) {
      const left = secrets.filter((secret) => this.#mayServe(secret));
      if (left.length > 0) this.#early.set(from, left);
      else this.#early.delete(from);
    }
  }

  close(): void {
    this.#pace.close();
  }

  /**
   * What a device of this member is told, the oldest first, for a newcomer takes only the one
   * that leads to the lobby it came through. Of whom it is decided that they leave, none that
   * is for those who stay: also before this phone acts on it.
   */
  toldTo(member: MemberId): readonly Secret[] {
    return this.#isToLeave(member)
      ? this.all.filter(({ epoch }) => epoch === 0)
      : this.all;
  }

  #takes(secret: Secret, from: MemberId): boolean {
    const removals = this.#options.replica.ledger.removals();
    const isTaken =
      this.#isIn() && !this.#isToLeave(from) && mayTake(secret, this.#taker(removals));
    // Whoever finds ever lower ones moves nobody from room to room all day long.
    const isNext = isTaken && this.current?.epoch === secret.epoch;
    if (!isTaken || (isNext && !this.#pace.goes())) return false;
    this.#options.ongiven(secret);
    return true;
  }

  /** Of too many whose word waits, who says what would be taken last: nobody crowds out the next one. */
  #leastOf(): MemberId {
    const bestOf = (secrets: readonly Secret[]): Secret | undefined =>
      secrets.toSorted(soonest)[0];
    const [least] = [...this.#early].toSorted(([, one], [, other]) => {
      const [a, b] = [bestOf(one), bestOf(other)];
      return a && b ? soonest(b, a) : 0;
    });
    assert(least, 'somebody waits');
    return least[0];
  }

  /** Whether it could be taken once more is known here. */
  #mayServe(secret: Secret): boolean {
    const { current } = this;
    const { lobby } = this.#options;
    const couldTake = mayTake(secret, this.#taker(Number.POSITIVE_INFINITY));
    if (current !== null) {
      // Before its number is borne out, or mended, anything may be newer than it is.
      return couldTake || current.epoch > this.#options.replica.ledger.removals();
    }
    // Where no lobby vouches for it, whoever is quicker than the one who lets us in would win.
    if (lobby === null) return this.#isIn();
    return couldTake || secret.epoch > 0;
  }

  #taker(removals: number): Taker {
    const { replica, lobby } = this.#options;
    return { community: replica.community, held: this.current, lobby, removals };
  }

  #isToLeave(member: MemberId): boolean {
    return this.#options.replica.ledger.standingOf(member) === 'removed';
  }

  #isIn(): boolean {
    const { replica, self } = this.#options;
    const { member, device } = self;
    return (
      replica.ledger.hasStanding(member, device) || replica.isCertified(member, device)
    );
  }
}

/** What fewer removals bear out comes first; of one number what comes before the others. */
const soonest = (one: Secret, other: Secret): number =>
  one.epoch - other.epoch || secretsInOrder(one, other);

/** How often a secret of the epoch that is held takes its place: a few times, then once an hour. */
class Pace {
  readonly #timers: Timers;
  readonly #again: () => void;
  #room = nextsAtOnce;
  #since: number;
  #stop: (() => void) | null = null;

  constructor(timers: Timers, again: () => void) {
    this.#timers = timers;
    this.#again = again;
    this.#since = timers.now();
  }

  goes(): boolean {
    const hours = Math.floor((this.#timers.now() - this.#since) / nextEvery);
    this.#since += hours * nextEvery;
    this.#room = Math.min(nextsAtOnce, this.#room + hours);
    if (this.#room > 0) {
      this.#room -= 1;
      return true;
    }
    this.#stop ??= this.#timers.after(
      this.#since + nextEvery - this.#timers.now(),
      () => {
        this.#stop = null;
        this.#again();
      },
    );
    return false;
  }

  close(): void {
    this.#stop?.();
    this.#stop = null;
  }
}

const isSame = (one: Secret, other: Secret): boolean =>
  one.epoch === other.epoch && equalBytes(one.secret, other.secret);
