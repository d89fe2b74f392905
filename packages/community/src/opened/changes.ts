import type { Replica } from '@manyhands/replica';

/**
 * What changes in a place, told apart so that whoever looks asks again only for what
 * changed:
 *
 * - `ledger`: the permanent record, and all that is folded from it;
 * - `board`: what hangs on the board or was sealed there, and what was opened of it here;
 * - `links`: who is linked, what they answer, have stored and send;
 * - `disk`: what this phone keeps for itself, and whether its disk still keeps it.
 */
export type Topic = 'ledger' | 'board' | 'links' | 'disk';

export const topics: readonly Topic[] = ['ledger', 'board', 'links', 'disk'];

/** What the board is to one reader: what hangs there, who is here, and what they hide. */
export const ofBoard = ['board', 'ledger', 'disk'] as const;

/** The same for what is remembered of it and asks for no hours. */
export const ofBoardAndPeople = ['board', 'people', 'disk'] as const;

/** The same for what asks for this member's own hours. */
export const ofBoardAndMine = ['board', 'mine', 'disk'] as const;

/** Tells listeners of changes, by topic. */
export class Changes {
  readonly #listeners: Readonly<Record<Topic, Set<() => void>>> = {
    ledger: new Set(),
    board: new Set(),
    links: new Set(),
    disk: new Set(),
  };
  readonly #counts: Record<Topic, number> = { ledger: 0, board: 0, links: 0, disk: 0 };
  readonly #soon: (call: () => void) => void;
  readonly #untold = new Set<Topic>();

  /** `soon` decides when listeners hear: what is told until then is heard of once. */
  constructor(soon: (call: () => void) => void = (call) => queueMicrotask(call)) {
    this.#soon = soon;
  }

  /** How often this topic was told so far, whether or not anybody has heard of it yet. */
  count(topic: Topic): number {
    return this.#counts[topic];
  }

  tell(topic: Topic): void {
    this.#counts[topic] += 1;
    const isFirst = this.#untold.size === 0;
    this.#untold.add(topic);
    if (isFirst) this.#soon(() => this.#call());
  }

  /** Returns the end of it. A listener of several topics hears once of what came together. */
  subscribe(topic: Topic, listener: () => void): () => void {
    const listeners = this.#listeners[topic];
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  #call(): void {
    const heard = [...this.#untold].flatMap((topic) => [...this.#listeners[topic]]);
    this.#untold.clear();
    for (const listener of new Set(heard)) listener();
  }
}

/** Tells which fold each change of a replica has changed. Returns its end. */
export function tellOfReplica(
  replica: Pick<Replica, 'ledger' | 'board' | 'subscribe'>,
  tell: (topic: Topic) => void,
): () => void {
  const { ledger, board } = replica;
  let known = { ledger: ledger.version, board: board.version };
  return replica.subscribe(() => {
    const now = { ledger: ledger.version, board: board.version };
    const isBoardAlone = now.ledger === known.ledger && now.board !== known.board;
    // Neither has changed when a fork is seen or a signature mended: that is of the ledger.
    if (!isBoardAlone) tell('ledger');
    if (now.board !== known.board) tell('board');
    known = now;
  });
}
