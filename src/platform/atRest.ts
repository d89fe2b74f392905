/**
 * Resolves when what is under way is done and the browser has nothing to draw, or after
 * `within` milliseconds: for what nobody at the screen waits for.
 */
export const atRest = (within: number): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no such moments: at least what is being done is done first.
    if (!('requestIdleCallback' in globalThis)) setTimeout(resolve, 16);
    else requestIdleCallback(() => resolve(), { timeout: within });
  });
