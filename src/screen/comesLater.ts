import { untrack } from 'svelte';
import { fetchLaterWords } from '../words/words.ts';

/** Screens whose code and words are here: such a one is drawn with the tap that asks for it. */
const come = new WeakMap<object, unknown>();

/** Fetches the code of a screen, and the words that it is drawn with. */
export async function comesLater<S>(load: () => Promise<S>): Promise<S> {
  // Not again when another language is chosen: what is typed here would be gone.
  const [screen] = await Promise.all([load(), untrack(fetchLaterWords)]);
  come.set(load, screen);
  return screen;
}

/** What `comesLater` has brought already. */
export const cameBefore = <S>(load: () => Promise<S>): S | undefined =>
  come.get(load) as S | undefined;
