/** Connections that are spoken to byte by byte, as no browser would. */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { Agent, get } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

export interface RawLine {
  readonly socket: Socket;
  /** What came first, with one byte for each character. */
  readonly heard: () => string;
  /** Resolves when what came holds this, now or later; rejects if it ends before. */
  readonly hears: (part: string) => Promise<void>;
  /** Resolves when the other side has ended it, however. */
  readonly ended: Promise<void>;
}

/** Connected, from that address of this machine. */
export async function rawLine(port: number, from = '127.0.0.1'): Promise<RawLine> {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from });
  const ended = new Promise<void>((resolve) => {
    for (const event of ['close', 'end', 'error']) socket.once(event, () => resolve());
  });
  let heard = '';
  let recent = '';
  let look = (): void => undefined;
  socket.on('data', (piece: Buffer) => {
    const text = piece.toString('latin1');
    if (heard.length < 1_000_000) heard += text;
    recent = `${recent.slice(-1_000)}${text}`;
    look();
  });
  // It may be refused and gone by now: that is what `ended` tells.
  await Promise.race([once(socket, 'connect').catch(() => undefined), ended]);
  return {
    socket,
    heard: () => heard,
    hears: (part) =>
      new Promise((resolve, reject) => {
        look = () => {
          if (heard.includes(part) || recent.includes(part)) resolve();
        };
        look();
        void ended.then(() => reject(new Error(`ended after: ${heard.slice(0, 200)}`)));
      }),
    ended,
  };
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A browser of one address: six connections that are used again. */
export class HonestBrowser {
  readonly #port: number;
  readonly #agent: Agent;

  constructor(port: number, from = '127.0.0.1', connections = 6) {
    this.#port = port;
    const options = { keepAlive: true, maxSockets: connections, localAddress: from };
    this.#agent = new Agent(options);
  }

  fetch(path: string, headers: Record<string, string> = {}): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.#port, agent: this.#agent };
      const asked = get({ ...options, path, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('latin1'),
          }),
        );
      });
      asked.on('error', reject);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** What begins a WebSocket. */
export const upgrading = (path = '/relay', key = 'AAAAAAAAAAAAAAAAAAAAAA=='): string =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: relay',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${key}`,
    'Sec-WebSocket-Version: 13',
    '\r\n',
  ].join('\r\n');

export const asking = (path: string, method = 'GET', headers = ''): string =>
  `${method} ${path} HTTP/1.1\r\nHost: relay\r\n${headers}\r\n`;
