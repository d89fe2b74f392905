/** Many real connections to one relay, for the tests and the bench. */
import { once } from 'node:events';
import { WebSocket } from 'ws';

export interface CrowdPlan {
  readonly port: number;
  readonly phones: number;
  /** So many phones are a community; each has two rooms, as a mesh has. */
  readonly perCommunity: number;
  /** Phones that call from one address; loopback has sixteen million of them. */
  readonly perAddress: number;
  /** Whether whoever speaks hears it too, as with y-webrtc's own server. */
  readonly isEchoed?: boolean;
}

/** What was heard of one thing said: when each of the others heard it. */
export interface Heard {
  /** Milliseconds, one for each copy that came. */
  readonly after: readonly number[];
  readonly expected: number;
}

export class Crowd {
  readonly #plan: CrowdPlan;
  readonly #sockets: WebSocket[] = [];
  #said = new Map<string, number>();
  #after: number[] = [];
  #onheard: () => void = () => undefined;

  private constructor(plan: CrowdPlan) {
    this.#plan = plan;
  }

  /** All are in their rooms, and the relay has said so by answering a ping. */
  static async gather(plan: CrowdPlan): Promise<Crowd> {
    const crowd = new Crowd(plan);
    const together = 50;
    for (let from = 0; from < plan.phones; from += together) {
      const many = Array.from(
        { length: Math.min(together, plan.phones - from) },
        (_, i) => crowd.#dial(from + i),
      );
      crowd.#sockets.push(...(await Promise.all(many)));
    }
    return crowd;
  }

  get open(): number {
    return this.#sockets.filter(({ readyState }) => readyState === WebSocket.OPEN)
      .length;
  }

  /** Each of `speakers` says one thing of `bytes` in its first room; resolves when all is heard. */
  async speak(speakers: readonly number[], bytes: number): Promise<Heard> {
    this.#said = new Map();
    this.#after = [];
    const expected = speakers.reduce((sum, i) => sum + this.#hearersOf(i), 0);
    const heard = new Promise<void>((resolve) => {
      this.#onheard = () => this.#after.length === expected && resolve();
    });
    for (const i of speakers) {
      const data = `${i}:`.padEnd(bytes, 'x');
      this.#said.set(String(i), performance.now());
      this.#sockets[i]?.send(
        JSON.stringify({ type: 'publish', topic: this.#roomsOf(i)[0], data }),
      );
    }
    if (expected > 0) await heard;
    return { after: this.#after, expected };
  }

  leave(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  async #dial(i: number): Promise<WebSocket> {
    const { port, perAddress } = this.#plan;
    const n = Math.floor(i / perAddress);
    // Each address in a block of its own, as phones of different homes are.
    const localAddress = `127.${Math.floor(n / 250)}.${n % 250}.1`;
    const address = `ws://127.0.0.1:${port}/relay`;
    const socket = new WebSocket(address, { localAddress });
    await once(socket, 'open');
    socket.on('message', (text: Buffer) => this.#hear(text));
    socket.send(JSON.stringify({ type: 'subscribe', topics: this.#roomsOf(i) }));
    const pong = once(socket, 'pong');
    socket.ping();
    await pong;
    return socket;
  }

  #hear(text: Buffer): void {
    const { data } = JSON.parse(text.toString()) as { data: string };
    const said = this.#said.get(data.split(':', 1)[0] ?? '');
    if (said === undefined) return;
    this.#after.push(performance.now() - said);
    this.#onheard();
  }

  #roomsOf(i: number): string[] {
    const community = Math.floor(i / this.#plan.perCommunity);
    const name = community.toString(16).padStart(63, '0');
    return [`a${name}`, `b${name}`];
  }

  #hearersOf(i: number): number {
    const { phones, perCommunity, isEchoed } = this.#plan;
    const first = Math.floor(i / perCommunity) * perCommunity;
    const all = Math.min(perCommunity, phones - first);
    return isEchoed ? all : all - 1;
  }
}

/** Whether a relay answers there. */
export async function isThere(port: number): Promise<boolean> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/relay`);
  const opened = await once(socket, 'open').then(
    () => true,
    () => false,
  );
  socket.terminate();
  return opened;
}
