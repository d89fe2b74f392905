import type { Taken } from './intake.ts';
import type { LogQuestion, Received } from './types.ts';

/** What a page comes to that brings nothing. */
export const nothing: Received = {
  added: [],
  detached: [],
  mended: [],
  questions: [],
  strangers: [],
  waiting: [],
  refused: null,
};

/** Whether there is anything to tell whoever listens: a fork that can be proven is. */
export const isNews = (
  { added, detached, gone, mended }: Taken,
  questions: readonly LogQuestion[],
): boolean =>
  added.length + detached.length + gone.length + mended.length > 0 ||
  questions.some(({ proof }) => proof !== null);
