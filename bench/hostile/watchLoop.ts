/**
 * Watches how long the main loop stands still in one piece: the longest time in which
 * nothing else that was due had its turn, until the watch ends.
 */
export function watchLoop(): { end(): Promise<number> } {
  let longest = 0;
  let last = performance.now();
  let alarm = setTimeout(beat, 0);
  function beat(): void {
    note();
    alarm = setTimeout(beat, 0);
  }
  function note(): void {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return {
    async end() {
      await new Promise((resolve) => setTimeout(resolve, 0));
      clearTimeout(alarm);
      note();
      return longest;
    },
  };
}
