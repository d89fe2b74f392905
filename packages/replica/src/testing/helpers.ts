/** Helpers of a pool that are no threads: a test says when they are there, answer and die. */
import { assert } from '@manyhands/base';
import { doJobs } from '../aside/jobs.ts';
import type { Batch } from '../aside/jobs.ts';
import { AsidePool } from '../aside/pool.ts';
import type { HelperHearing } from '../aside/pool.ts';

export interface TestHelper {
  readonly hearing: HelperHearing;
  /** What it was given and has not answered. */
  readonly given: Batch[];
  isEnded: boolean;
  /** Does the first that it was given. */
  work(): Promise<void>;
}

/** A clock that stands until it is told otherwise. */
class StandingClock {
  readonly #set = new Map<() => void, number>();

  readonly after = (ms: number, call: () => void): (() => void) => {
    const entry = (): void => call();
    this.#set.set(entry, ms);
    return () => this.#set.delete(entry);
  };

  /** Everybody who waits for no more than `ms` has waited so long. */
  pass(ms: number): void {
    for (const [call, waits] of [...this.#set]) {
      if (waits > ms) continue;
      this.#set.delete(call);
      call();
    }
  }
}

export function poolOf(most = 2, canSpawn = (): boolean => true) {
  const helpers: TestHelper[] = [];
  const clock = new StandingClock();
  const pool = new AsidePool({
    most,
    after: clock.after,
    spawn: (hearing) => {
      if (!canSpawn()) return null;
      const helper = helperOf(hearing);
      helpers.push(helper);
      return {
        post: (batch) => void helper.given.push(batch),
        end: () => (helper.isEnded = true),
      };
    },
  });
  return { pool, helpers, clock };
}

function helperOf(hearing: HelperHearing): TestHelper {
  const given: Batch[] = [];
  return {
    hearing,
    given,
    isEnded: false,
    work: async () => {
      const batch = given.shift();
      assert(batch, 'it was given something');
      const answers = await doJobs(structuredClone(batch.jobs));
      hearing.done({ number: batch.number, answers });
    },
  };
}

/** One that is there at once, and does what it is given when the one who asked has gone on. */
export function busyPool() {
  const seen: Batch[] = [];
  const pool = new AsidePool({
    most: 1,
    after: new StandingClock().after,
    spawn: (hearing) => {
      queueMicrotask(() => hearing.ready());
      return {
        post: (batch) => {
          seen.push(batch);
          const { number } = batch;
          void doJobs(structuredClone(batch.jobs)).then((answers) =>
            hearing.done({ number, answers }),
          );
        },
        end: () => undefined,
      };
    },
  });
  return { pool, seen };
}
