import { realAfter } from '../purge.ts';
import type { After } from '../purge.ts';
import { weightOf } from './jobs.ts';
import type { Answer, AnswerTo, Batch, BatchDone, Job } from './jobs.ts';

/** Whoever does heavy work beside the thread that asks for it. */
export interface Aside {
  /**
   * What a job comes to; null where nobody is there to do it, or has died of it: then whoever
   * asked does it.
   */
  ask<J extends Job>(job: J): Promise<AnswerTo<J> | null>;
}

/** Port: another thread, as its pool sees it. */
export interface Helper {
  post(batch: Batch): void;
  end(): void;
}

/** What a pool hears of a helper. */
export interface HelperHearing {
  /** It runs, and takes batches from now on. */
  ready(): void;
  done(batch: BatchDone): void;
  died(): void;
}

export interface PoolOptions {
  /** Begins another thread; null where there are none. */
  readonly spawn: (hearing: HelperHearing) => Helper | null;
  /** How many may help at the same time. */
  readonly most: number;
  readonly after?: After;
}

/** Batches in the hands of one helper: while it does one, another lies ready. */
const batchesAtOnce = 2;
/** Bytes of a batch: a millisecond of hashing, or two. */
const batchBytes = 32_768;
/** Jobs of a batch: as many signatures take a few milliseconds. */
const batchJobs = 32;
/** Milliseconds for a batch, of which a slow phone needs some fifty: then it counts as dead. */
const answeredWithin = 10_000;
/** Milliseconds without a job until helpers are let go. */
const restAfter = 60_000;
/** How many may die until none is begun any more. */
const deathsAtMost = 3;

/**
 * A few helpers, begun when somebody first asks. A helper is given work once it has said that it
 * is there: until then, and where none can be had, `ask` answers null at once. No helper has more than
 * two batches in its hands, what else is asked for waits, and each answer goes to whoever
 * asked. What a helper that died leaves undone is given to another; if it dies of it again, or
 * none is left, it is answered with null. So nothing is lost, and nothing waits for ever.
 */
export class AsidePool implements Aside {
  readonly #options: Required<PoolOptions>;
  readonly #hands = new Set<Hand>();
  #waiting: Asked[] = [];
  #batches = 0;
  #deaths = 0;
  #callOffRest: (() => void) | null = null;

  constructor({ after = realAfter, ...options }: PoolOptions) {
    this.#options = { ...options, after };
  }

  async ask<J extends Job>(job: J): Promise<AnswerTo<J> | null> {
    this.#begin();
    if (!this.#isAnyReady()) return null;
    const answered = new Promise<Answer | null>((answer) => {
      this.#waiting.push({ job, answer, wasLost: false });
    });
    this.#give();
    return (await answered) as AnswerTo<J> | null;
  }

  /** As many as may help, and are not there. */
  #begin(): void {
    const { most, spawn } = this.#options;
    while (this.#hands.size < most && this.#deaths < deathsAtMost) {
      const hand: Hand = {
        helper: null,
        isReady: false,
        given: new Map(),
        watch: null,
      };
      this.#hands.add(hand);
      const helper = spawn({
        ready: () => {
          hand.isReady = true;
          this.#give();
        },
        done: (batch) => this.#done(hand, batch),
        died: () => this.#bury(hand),
      });
      if (helper === null) {
        this.#bury(hand);
        continue;
      }
      hand.helper = helper;
      this.#restIfIdle();
    }
  }

  #isAnyReady(): boolean {
    return [...this.#hands].some(({ isReady }) => isReady);
  }

  /** Gives what waits to whoever has least in hand. */
  #give(): void {
    while (this.#waiting.length > 0) {
      const free = [...this.#hands].filter(
        ({ isReady, given }) => isReady && given.size < batchesAtOnce,
      );
      const [hand] = free.sort((a, b) => a.given.size - b.given.size);
      if (hand === undefined) return;
      const batch = this.#nextBatch();
      const number = this.#batches++;
      hand.given.set(number, batch);
      this.#callOffRest?.();
      this.#callOffRest = null;
      this.#watch(hand);
      hand.helper?.post({ number, jobs: batch.map(({ job }) => job) });
    }
  }

  #nextBatch(): Asked[] {
    let [count, bytes] = [0, 0];
    for (const { job } of this.#waiting) {
      if (count === batchJobs || (count > 0 && bytes >= batchBytes)) break;
      count += 1;
      bytes += weightOf(job);
    }
    return this.#waiting.splice(0, count);
  }

  #done(hand: Hand, { number, answers }: BatchDone): void {
    const batch = hand.given.get(number);
    if (batch === undefined) return;
    hand.given.delete(number);
    this.#watch(hand);
    this.#give();
    this.#restIfIdle();
    for (const [at, { answer }] of batch.entries()) answer(answers[at] ?? null);
  }

  /** From the last batch that was given or done on. */
  #watch(hand: Hand): void {
    hand.watch?.();
    hand.watch =
      hand.given.size === 0
        ? null
        : this.#options.after(answeredWithin, () => this.#bury(hand));
  }

  /** It says nothing any more: what it had in its hands is given to others. */
  #bury(hand: Hand): void {
    if (!this.#hands.delete(hand)) return;
    this.#deaths += 1;
    hand.watch?.();
    hand.helper?.end();
    const left = [...hand.given.values()].flat();
    hand.given.clear();
    const again = left.filter(({ wasLost }) => !wasLost);
    this.#waiting = [
      ...again.map((each) => ({ ...each, wasLost: true })),
      ...this.#waiting,
    ];
    for (const { wasLost, answer } of left) if (wasLost) answer(null);
    this.#begin();
    if (this.#isAnyReady()) this.#give();
    else for (const { answer } of this.#waiting.splice(0)) answer(null);
    this.#restIfIdle();
  }

  /** Where nobody has anything in hand: lets all go, unless somebody asks before. */
  #restIfIdle(): void {
    if ([...this.#hands].some(({ given }) => given.size > 0)) return;
    this.#callOffRest?.();
    this.#callOffRest = this.#options.after(restAfter, () => this.close());
  }

  /** Whoever asks later begins them anew. */
  close(): void {
    this.#deaths = 0;
    this.#callOffRest?.();
    this.#callOffRest = null;
    for (const hand of this.#hands) {
      hand.watch?.();
      hand.helper?.end();
      for (const { answer } of [...hand.given.values()].flat()) answer(null);
    }
    this.#hands.clear();
    for (const { answer } of this.#waiting.splice(0)) answer(null);
  }
}

interface Hand {
  helper: Helper | null;
  isReady: boolean;
  readonly given: Map<number, Asked[]>;
  /** Calls off the end of its patience. */
  watch: (() => void) | null;
}

interface Asked {
  readonly job: Job;
  readonly answer: (answer: Answer | null) => void;
  /** Somebody died who had it in hand. */
  readonly wasLost: boolean;
}
