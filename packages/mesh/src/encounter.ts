import { err } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { byRelays } from './byRelays.ts';
import type { CodeKeys, CrossingFailed } from './crossing.ts';
import type {
  Dismissal,
  Introducer,
  Introduction,
  OpenIntroducer,
} from './introducer.ts';
import { openPipe } from './pipe.ts';
import type { Pipe } from './pipe.ts';
import { realTimers } from './timers.ts';
import type { Timers } from './timers.ts';

export interface EncounterOptions {
  /** Both devices need one in common: that of the app they both opened will do. */
  readonly relays: readonly string[];
  readonly rtc?: RTCConfiguration;
  readonly timers?: Timers;
  /** How to find each other; without it y-webrtc. */
  readonly openIntroducer?: OpenIntroducer;
}

/** Why nothing came of it. `Late` is what the caller calls it when time is up. */
export type EncounterFailed<Late> =
  | Late
  | { readonly type: 'Cancelled' }
  /** Whoever was there did not know the code. */
  | { readonly type: 'WrongCode' }
  /** No relay was named, or what speaks with them is out of reach. */
  | { readonly type: 'NoRelay' };

interface Attempt<T, Late> {
  readonly ms: number;
  readonly late: Late;
  readonly cross: (pipe: Pipe, timers: Timers) => Promise<Result<T, CrossingFailed>>;
}

/** So often somebody without the code is met before the room is left. */
const wrongLimit = 3;

/**
 * One visit to the room of a code: tries with whoever is met there until something has
 * crossed once, and leaves.
 */
export class Encounter<T, Late> {
  readonly done: Promise<Result<T, EncounterFailed<Late>>>;
  readonly #attempt: Attempt<T, Late>;
  readonly #timers: Timers;
  readonly #pipes = new Set<Pipe>();
  readonly #stopWaiting: () => void;
  #resolve: (how: Result<T, EncounterFailed<Late>>) => void = () => undefined;
  #introducer: Introducer | null = null;
  #wrong = 0;
  #isOver = false;

  constructor(
    { room, password }: CodeKeys,
    options: EncounterOptions,
    attempt: Attempt<T, Late>,
  ) {
    const { relays, rtc, timers = realTimers } = options;
    this.#attempt = attempt;
    this.#timers = timers;
    this.done = new Promise((resolve) => (this.#resolve = resolve));
    this.#stopWaiting = timers.after(attempt.ms, () => {
      this.#end(err(this.#wrong > 0 ? { type: 'WrongCode' } : attempt.late));
    });
    if (relays.length === 0) this.#end(err({ type: 'NoRelay' }));
    else
      void this.#enter(
        { room, password, relays },
        options.openIntroducer ?? byRelays(rtc),
      );
  }

  cancel(): void {
    this.#end(err({ type: 'Cancelled' }));
  }

  async #enter(
    place: Parameters<OpenIntroducer>[0],
    open: OpenIntroducer,
  ): Promise<void> {
    try {
      const introducer = await open(place, (each) => void this.#meet(each));
      if (this.#isOver) introducer.close();
      else this.#introducer = introducer;
    } catch {
      this.#end(err({ type: 'NoRelay' })); // its code could not be fetched
    }
  }

  async #meet(met: Introduction): Promise<void> {
    const pipe = openPipe(met.channel, this.#timers);
    this.#pipes.add(pipe);
    if (this.#isOver) pipe.end({ type: 'Closed' });
    const crossed = await this.#attempt.cross(pipe, this.#timers);
    pipe.end({ type: 'Closed' });
    this.#pipes.delete(pipe);
    if (crossed.ok) {
      this.#end(crossed);
      return;
    }
    met.dismiss(dismissalOf(crossed.error));
    if (crossed.error.type === 'WrongCode') this.#wrong += 1;
    if (this.#wrong === wrongLimit) this.#end(err({ type: 'WrongCode' }));
  }

  #end(how: Result<T, EncounterFailed<Late>>): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopWaiting();
    this.#introducer?.close();
    for (const pipe of this.#pipes) pipe.end({ type: 'Closed' });
    this.#resolve(how);
  }
}

/** A line that broke is tried again; whoever said something foolish is not met again. */
const dismissalOf = ({ type }: CrossingFailed): Dismissal =>
  type === 'Gone' || type === 'TooSlow' ? 'lost' : 'refused';
