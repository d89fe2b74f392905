import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { callerOf, whoseIs } from './addresses.ts';
import type { Whose } from './addresses.ts';
import { pathOf, refuse } from './appFiles.ts';
import type { Serve } from './appFiles.ts';
import { Credits } from './credits.ts';
import type { RelayLimits } from './limits.ts';
import { Slots } from './slots.ts';
import type { Slot } from './slots.ts';
import { Turns } from './turns.ts';

/** So many who are turned away at once are told so, and have so long to hear it. */
const toldAtOnce = 64;
const tellingTime = 2_000;
/** What ends the head of a request. */
const emptyLine = '\r\n\r\n';

export interface GuardOptions {
  readonly limits: RelayLimits;
  readonly proxies: ReadonlySet<string>;
  readonly now: () => number;
  readonly serve: Serve;
  /** Makes a WebSocket of a connection, and says by `onopen` how to end that for another. */
  readonly upgrade: (
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    caller: Whose,
    onopen: (giveUp: () => void) => void,
  ) => void;
  /** Hears why a connection was refused or ended. */
  readonly onrefused: (reason: string) => void;
  readonly oncutoff: (reason: string) => void;
}

/** One connection: it has a slot, or will be told that there is none. */
interface Line {
  /** Who made the connection. */
  readonly from: Whose;
  slot: Slot | null;
  isAnswering: boolean;
  /** Ends it, unless something else happens first. */
  deadline: NodeJS.Timeout;
  /** Sees each piece that comes before the parser does. */
  readonly lookAhead: (piece: Buffer) => void;
}

/**
 * Lets the connections of a server in (R9–R11): each has a slot, is answered once at a
 * time and when its address has a turn, and ends when nothing has come of it for a while.
 */
export class HttpGuard {
  readonly #options: GuardOptions;
  readonly #slots: Slots;
  readonly #turns: Turns;
  readonly #dials: Credits<string>;
  readonly #lines = new WeakMap<Duplex, Line>();
  #told = 0;

  constructor(server: Server, options: GuardOptions) {
    const { limits, now } = options;
    this.#options = options;
    this.#slots = new Slots(
      {
        all: limits.connections,
        perBlock: limits.connectionsPerBlock,
        perAddress: limits.connectionsPerAddress,
        turn: limits.turnTime,
      },
      now,
    );
    this.#turns = new Turns(limits.answersPerAddress);
    this.#dials = new Credits(
      { atOnce: limits.dialsAtOnce, perSecond: limits.dialsPerSecond },
      now,
    );
    server.on('connection', (socket: Socket) => this.#connect(socket));
    // The latter two Node would answer by itself, as often as somebody likes.
    for (const event of ['request', 'checkContinue', 'checkExpectation'])
      server.on(event, this.#ask);
    server.on('upgrade', this.#upgrade);
  }

  /** Connections that have a slot. */
  get slots(): number {
    return this.#slots.size;
  }

  #connect(socket: Socket): void {
    const { limits, proxies, onrefused } = this.#options;
    const from = whoseIs(socket.remoteAddress ?? '', proxies);
    const slot = this.#mayDial(from) ? this.#enter(from, socket) : null;
    if (slot === null) {
      onrefused('full');
      if (this.#told >= toldAtOnce) {
        socket.destroy();
        return;
      }
      this.#told += 1;
      socket.once('close', () => (this.#told -= 1));
    }
    const line: Line = {
      from,
      slot,
      isAnswering: false,
      deadline: endAfter(socket, slot === null ? tellingTime : limits.idleTime),
      lookAhead: (piece) => this.#lookAhead(piece, socket),
    };
    this.#lines.set(socket, line);
    socket.prependListener('data', line.lookAhead);
    socket.once('close', () => {
      clearTimeout(line.deadline);
      line.slot?.leave();
    });
  }

  /**
   * Ends a connection on which anything follows a request at once. The parser reads all of
   * a piece, and thousands of requests fit into one: so they are struck out before it does.
   */
  #lookAhead(piece: Buffer, socket: Duplex): void {
    const end = piece.indexOf(emptyLine);
    if (end === -1 || end + emptyLine.length === piece.length) return;
    piece.fill(0);
    this.#endPipelining(socket);
  }

  #endPipelining(socket: Duplex): void {
    this.#options.oncutoff('more than one request at a time');
    socket.destroy();
  }

  readonly #ask = (request: IncomingMessage, response: ServerResponse): void => {
    const { limits, proxies, serve } = this.#options;
    const { socket } = request;
    const line = this.#lines.get(socket);
    if (line === undefined || socket.destroyed) return;
    if (line.isAnswering) {
      this.#endPipelining(socket);
      return;
    }
    line.isAnswering = true;
    const caller = callerOf(request, proxies);
    if (!this.#seat(line, caller, socket)) {
      refuse(response);
      return;
    }
    clearTimeout(line.deadline);
    line.deadline = setTimeout(() => {
      end();
      // It may not read even that.
      line.deadline = endAfter(socket, tellingTime);
      refuse(response);
    }, limits.answerWait);
    const end = this.#turns.take(caller.address, () => {
      clearTimeout(line.deadline);
      line.deadline = endAfter(socket, limits.answerTime);
      serve(request, response);
    });
    response.once('close', () => {
      end();
      clearTimeout(line.deadline);
      if (!socket.destroyed) this.#rest(line, socket);
    });
  };

  readonly #upgrade = (
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): void => {
    const { proxies, upgrade } = this.#options;
    // Without a listener a reset connection would end the whole relay.
    socket.on('error', () => socket.destroy());
    const line = this.#lines.get(socket);
    if (line === undefined) return;
    socket.off('data', line.lookAhead);
    if (line.isAnswering) {
      this.#endPipelining(socket);
      return;
    }
    if (pathOf(request.url ?? '/') !== '/relay') {
      turnAway(socket, '404 Not Found');
      return;
    }
    const caller = callerOf(request, proxies);
    // Who called without a proxy has been asked already.
    const mayDial = !line.from.isProxy || this.#mayDial(caller);
    if (!mayDial || !this.#seat(line, caller, socket)) {
      turnAway(socket, '503 Service Unavailable');
      return;
    }
    upgrade(request, socket, head, caller, (giveUp) => {
      clearTimeout(line.deadline);
      if (line.slot !== null) line.slot.giveUp = giveUp;
    });
  };

  #mayDial(whose: Whose): boolean {
    return whose.isProxy || this.#dials.spend(whose.address, 1);
  }

  #enter(whose: Whose, socket: Duplex): Slot | null {
    return this.#slots.enter(whose, () => socket.destroy());
  }

  /** A line that a proxy made takes its caller's slot, while it is busy. */
  #seat(line: Line, caller: Whose, socket: Duplex): boolean {
    if (line.from.isProxy && line.slot !== null) {
      line.slot.leave();
      line.slot = this.#enter(caller, socket);
    }
    if (line.slot === null) return false;
    line.slot.isBusy = true;
    return true;
  }

  /** It has been answered, and waits for the next request or its end. */
  #rest(line: Line, socket: Duplex): void {
    line.isAnswering = false;
    line.deadline = endAfter(socket, this.#options.limits.idleTime);
    if (line.from.isProxy) {
      line.slot?.leave();
      line.slot = this.#enter(line.from, socket);
    }
    if (line.slot !== null) line.slot.isBusy = false;
  }
}

const endAfter = (socket: Duplex, ms: number): NodeJS.Timeout =>
  setTimeout(() => socket.destroy(), ms);

/** What has asked for a WebSocket hears why it gets none. */
function turnAway(socket: Duplex, status: string): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
