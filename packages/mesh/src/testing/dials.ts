/**
 * Relays of a test without a network: each hangs up, swallows, keeps silent, answers, or
 * answers over a line so slow that all takes seconds.
 */
type Manner = 'down' | 'swallows' | 'mute' | 'up' | 'slow';
/** What an answer takes, in ms: of one that is slow, opening takes twice that. */
const promptly = 20;
const slowly = 3_500;

const manners = new Map<string, Manner>();
/** Every dial so far: to whom, and when, in seconds since the test began. */
export let dialled: { readonly url: string; readonly at: number }[] = [];
/** What was said to each relay. */
export const saidToRelays = new Map<string, unknown[]>();
let begun = 0;
let sockets: Dial[] = [];

/** From now on; without a word about it a relay is down. */
export const behave = (url: string, manner: Manner): void =>
  void manners.set(url, manner);

export function beginDialling(): void {
  manners.clear();
  saidToRelays.clear();
  dialled = [];
  sockets = [];
  begun = Date.now();
}

/** The relay hangs up on everybody. */
export function hangUp(url: string): void {
  for (const socket of sockets.filter((each) => each.url === url)) socket.closed();
}

/** Stands for the browser's WebSocket. */
export class Dial {
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  readonly url: string;
  #isClosed = false;

  constructor(url: string) {
    this.url = url;
    dialled.push({ url, at: (Date.now() - begun) / 1_000 });
    sockets.push(this);
    const manner = manners.get(url) ?? 'down';
    if (manner === 'swallows') return;
    setTimeout(
      () => (manner === 'down' ? this.closed() : this.onopen?.()),
      manner === 'slow' ? 2 * slowly : promptly,
    );
  }

  /** As a browser does in a network that is gone: it waits for a goodbye. */
  close(): void {
    setTimeout(() => this.closed(), 60_000);
  }

  closed(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    sockets = sockets.filter((each) => each !== this);
    this.onclose?.();
  }

  send(text: string): void {
    const message = JSON.parse(text) as { type: string };
    saidToRelays.set(this.url, [...(saidToRelays.get(this.url) ?? []), message]);
    const manner = manners.get(this.url);
    if (message.type !== 'ping' || (manner !== 'up' && manner !== 'slow')) return;
    const pong = { data: '{"type":"pong"}' };
    setTimeout(() => this.onmessage?.(pong), manner === 'slow' ? slowly : promptly);
  }
}
