import type { DeviceKey } from '@manyhands/base';
import type { Channel, LinkSide } from './channel.ts';
import type { Connector, Dialling, Half } from './connector.ts';
import type { Dismissal, Introducer, Introduction } from './introducer.ts';
import {
  answersAMinute,
  callsAMinute,
  callsAtOnce,
  linksAtLeast,
  linksWanted,
} from './limits.ts';
import type { Link } from './link.ts';
import { encodeMessage } from './messages.ts';
import type { Call } from './messages.ts';
import { Rate } from './rate.ts';
import { DialBackoff } from './dialBackoff.ts';
import { within } from './timers.ts';
import type { Timers } from './timers.ts';

export interface ByNeighboursOptions {
  readonly own: DeviceKey;
  readonly connector: Connector;
  /** The links of this device that are open. */
  readonly links: () => readonly Link[];
  /** Not banned, not switched off. */
  readonly mayMeet: (device: DeviceKey) => boolean;
  readonly onintroduction: (introduction: Introduction) => void;
  readonly timers: Timers;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

/** A call under way, ours or theirs. */
interface Attempt {
  readonly via: Link;
  readonly number: number;
  readonly role: LinkSide;
  half: Half | null;
}

/** A call that is no channel by then was lost on the way, or never meant to arrive. */
const channelWithin = 20_000;

/**
 * M6, an introducer without a room: with few links, asks neighbours who is linked with
 * them, and calls some of those through them; answers who calls, while links are fewer
 * than enough.
 *
 *     seek ──▶ (near) ──▶ call: offer ──▶ (called: answer) ──▶ channel ──▶ handshake
 *                         (called: offer) ──▶ call: answer ──▶ channel ──▶ handshake
 *
 * 1. A neighbour is believed nothing but where to send. Whom it brings has to prove over
 *    both certificates that it is the one who was called.
 * 2. A device is called so many times a minute at most, whoever names whom, and rests
 *    after a call that came to nothing, longer each time.
 * 3. Of two who call each other at once, the one with the smaller key goes on.
 */
export class ByNeighbours implements Introducer {
  readonly #options: ByNeighboursOptions;
  readonly #attempts = new Map<DeviceKey, Attempt>();
  readonly #connections = new Set<Half>();
  readonly #backoff: DialBackoff;
  readonly #calls: Rate;
  readonly #answers = new WeakMap<Link, Rate>();
  #isClosed = false;

  constructor(options: ByNeighboursOptions) {
    this.#options = options;
    this.#backoff = new DialBackoff(options.timers);
    this.#calls = new Rate(options.timers, callsAMinute);
  }

  /** Looks for more links, if there are few: through one neighbour, or through all. */
  seek(through: readonly Link[] = this.#options.links()): void {
    if (this.#isClosed || this.#missing() <= 0) return;
    for (const link of through) void link.send(encodeMessage('seek', {}));
  }

  /** Those are linked with a neighbour. */
  receiveNear(via: Link, devices: readonly DeviceKey[]): void {
    const strangers = devices.filter((device) => this.#isWorthCalling(device));
    for (let missing = this.#missing(); missing > 0 && strangers.length > 0;) {
      const at = Math.floor(this.#options.random() * strangers.length);
      const [device] = strangers.splice(at, 1);
      if (device === undefined || !this.#calls.take()) return;
      missing -= 1;
      void this.#call(via, device);
    }
  }

  receiveCalled(via: Link, call: Call): void {
    const { device, number, word, description } = call;
    if (word === 0) {
      void this.#answer(via, call);
      return;
    }
    const attempt = this.#attempts.get(device);
    // Through whom it was called, and nobody else.
    if (attempt?.via !== via || attempt.number !== number) return;
    if (attempt.role !== 'dialler') return;
    if (word === 2) this.#fail(device, attempt);
    else void this.#accept(device, attempt, description);
  }

  forgive(which: 'refused' | 'all'): void {
    this.#backoff.forgive(which);
    this.seek();
  }

  announce(): void {
    this.seek();
  }

  wake(): void {
    this.seek();
  }

  close(): void {
    this.#isClosed = true;
    this.#attempts.clear();
    for (const half of [...this.#connections]) half.close();
    this.#connections.clear();
  }

  /** How many more are wanted than there are and are being called. */
  #missing(): number {
    const calling = [...this.#attempts.values()].filter(
      ({ role }) => role === 'dialler',
    );
    const missing = linksAtLeast - this.#linked().size - calling.length;
    return Math.min(missing, callsAtOnce - calling.length);
  }

  #linked(): Set<DeviceKey> {
    return new Set(this.#options.links().map(({ peer }) => peer.device));
  }

  #isWorthCalling(device: DeviceKey): boolean {
    return (
      this.#isWelcome(device) &&
      !this.#attempts.has(device) &&
      !this.#backoff.has(device)
    );
  }

  #isWelcome(device: DeviceKey): boolean {
    const { own, mayMeet } = this.#options;
    return device !== own && !this.#linked().has(device) && mayMeet(device);
  }

  async #call(via: Link, device: DeviceKey): Promise<void> {
    const { connector, random } = this.#options;
    const number = Math.floor(random() * 2 ** 32);
    const attempt: Attempt = { via, number, role: 'dialler', half: null };
    this.#attempts.set(device, attempt);
    const dialled = await connector.dial();
    if (!dialled.ok) {
      this.#fail(device, attempt);
      return;
    }
    const half = dialled.value;
    if (!this.#keep(device, attempt, half)) return;
    this.#say(via, { device, number, word: 0, description: half.description });
    await this.#wait(device, attempt, half);
  }

  async #accept(
    device: DeviceKey,
    attempt: Attempt,
    description: Uint8Array,
  ): Promise<void> {
    const half = attempt.half as Dialling | null;
    if (half === null) return;
    const taken = await half.accept(description);
    if (!taken.ok) this.#fail(device, attempt);
  }

  async #answer(via: Link, { device, number, description }: Call): Promise<void> {
    if (!this.#mayAnswer(via, device)) {
      this.#say(via, { device, number, word: 2, description: new Uint8Array() });
      return;
    }
    const glare = this.#attempts.get(device);
    if (glare?.role === 'dialler' && this.#options.own < device) return;
    glare?.half?.close();
    const attempt: Attempt = { via, number, role: 'answerer', half: null };
    this.#attempts.set(device, attempt);
    const answered = await this.#options.connector.answer(description);
    if (!answered.ok) {
      this.#fail(device, attempt);
      return;
    }
    const half = answered.value;
    if (!this.#keep(device, attempt, half)) return;
    this.#say(via, { device, number, word: 1, description: half.description });
    await this.#wait(device, attempt, half);
  }

  #mayAnswer(via: Link, device: DeviceKey): boolean {
    const answering = [...this.#attempts.values()].filter(
      ({ role }) => role === 'answerer',
    );
    const isFull = this.#linked().size + answering.length >= linksWanted;
    if (this.#isClosed || isFull || answering.length >= callsAtOnce) return false;
    if (!this.#isWelcome(device)) return false;
    const rate =
      this.#answers.get(via) ?? new Rate(this.#options.timers, answersAMinute);
    this.#answers.set(via, rate);
    return rate.take();
  }

  /** Whether the attempt is still the one that counts, now that its half is made. */
  #keep(device: DeviceKey, attempt: Attempt, half: Half): boolean {
    if (this.#isClosed || this.#attempts.get(device) !== attempt) {
      half.close();
      return false;
    }
    attempt.half = half;
    this.#connections.add(half);
    return true;
  }

  async #wait(device: DeviceKey, attempt: Attempt, half: Half): Promise<void> {
    const channel = await within(half.channel, channelWithin, this.#options.timers);
    if (channel === null) this.#fail(device, attempt);
    else this.#introduce(device, attempt, half, channel);
  }

  #introduce(device: DeviceKey, attempt: Attempt, half: Half, channel: Channel): void {
    if (this.#attempts.get(device) === attempt) this.#attempts.delete(device);
    const dismiss = (why: Dismissal) => {
      this.#connections.delete(half);
      half.close();
      this.#backoff.rest(device, why);
    };
    this.#options.onintroduction({
      channel,
      role: attempt.role,
      promised: device,
      dismiss,
    });
  }

  #fail(device: DeviceKey, attempt: Attempt): void {
    if (attempt.half !== null) {
      this.#connections.delete(attempt.half);
      attempt.half.close();
    }
    if (this.#attempts.get(device) !== attempt) return;
    this.#attempts.delete(device);
    this.#backoff.rest(device, 'failed');
    // Somebody else may be there.
    if (attempt.role === 'dialler' && attempt.via.isOpen) this.seek([attempt.via]);
  }

  #say(via: Link, call: Call): void {
    void via.send(encodeMessage('call', call));
  }
}
