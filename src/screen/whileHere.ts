import { onDestroy } from 'svelte';

/**
 * What is done when something else is over, as an answer that was being signed: nothing, where
 * its screen was left meanwhile. Else it would move, or rename, the screen that one is on by
 * then. To be made while a component is.
 */
export function whileHere<Of extends unknown[]>(
  doing: (...of: Of) => void,
): (...of: Of) => void {
  let isHere = true;
  onDestroy(() => {
    isHere = false;
  });
  return (...of) => {
    if (isHere) doing(...of);
  };
}
