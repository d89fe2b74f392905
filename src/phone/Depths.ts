import { tick } from 'svelte';

/**
 * How far down each step of somebody's way was read. A new screen begins at its top; going
 * back leads to where one was, as soon as that screen is long enough again.
 */
export class Depths {
  readonly #read = new Map<string, number>();
  #step = stepHere();
  #looking = new AbortController();

  constructor() {
    // A browser restores it before the screen is drawn: too early, and so not far enough.
    history.scrollRestoration = 'manual';
  }

  /** The address has changed, and what is drawn has not yet. */
  moved(): void {
    this.#read.set(this.#step, scrollY);
    this.#step = stepHere();
    this.#lookAt(this.#read.get(this.#step) ?? 0);
  }

  /** Another screen stands where this one stood. */
  begin(): void {
    this.#lookAt(0);
  }

  #lookAt(depth: number): void {
    this.#looking.abort();
    this.#looking = new AbortController();
    void look(depth, this.#looking.signal);
  }
}

/** Each entry of the browser's history has a name of its own, from when it is first met. */
function stepHere(): string {
  const { state } = history as { state: { step?: string } | null };
  if (state?.step !== undefined) return state.step;
  const step = crypto.randomUUID();
  history.replaceState({ ...state, step }, '');
  return step;
}

/** Scrolls there; while the screen is still too short for it, again as it grows. */
async function look(depth: number, signal: AbortSignal): Promise<void> {
  const there = (): boolean => {
    scrollTo({ top: depth, behavior: 'instant' });
    return scrollY >= depth - 1;
  };
  await tick();
  if (signal.aborted || there()) return;
  const growing = new ResizeObserver(() => {
    if (signal.aborted || there()) stop();
  });
  const stop = (): void => growing.disconnect();
  signal.addEventListener('abort', stop);
  // Whoever moves by themselves meanwhile is not pulled away.
  for (const act of ['wheel', 'touchstart', 'keydown'] as const)
    addEventListener(act, stop, { once: true, passive: true, signal });
  growing.observe(document.body);
}
