import type { Breathe } from './breathing.ts';
import type { Holdings } from './holdings.ts';
import { takenInAll } from './intake.ts';
import type { TakenHearing, Taken } from './intake.ts';
import { isNews } from './received.ts';
import type { LogQuestion } from './types.ts';

/**
 * What a page brought and nobody has heard of yet. It is told before each pause, so that whoever
 * looks meanwhile has heard of all that they find (R12), and at the end.
 */
export class Telling implements TakenHearing {
  readonly breathe: Breathe | undefined;
  readonly #held: Holdings;
  readonly #listening: (news: Taken) => void;
  #untold: Taken[] = [];

  constructor(
    held: Holdings,
    breathe: Breathe | undefined,
    listening: (news: Taken) => void,
  ) {
    this.#held = held;
    this.breathe = breathe;
    this.#listening = listening;
  }

  /** The same pause, for whoever takes nothing in itself. */
  get breatheTold(): Breathe | undefined {
    const { breathe } = this;
    if (breathe === undefined) return undefined;
    return () => {
      const pause = breathe();
      if (pause !== undefined) this.tell();
      return pause;
    };
  }

  note(taken: Taken): void {
    this.#untold.push(taken);
  }

  tell(questions: readonly LogQuestion[] = []): void {
    const untold = takenInAll(this.#held, this.#untold);
    this.#untold = [];
    if (isNews(untold, questions)) this.#listening(untold);
  }
}
