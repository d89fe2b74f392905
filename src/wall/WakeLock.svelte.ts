/**
 * Keeps the screen of this device on while something is held. A browser lets go of it
 * whenever the page is hidden, so it is asked again each time the page is seen.
 */
export class WakeLock {
  /** `none`: this browser cannot, or does not want to (a low battery). */
  state = $state<'asked' | 'on' | 'none'>('asked');
  #sentinel: WakeLockSentinel | null = null;
  #isHeld = false;

  /** Holds from now on. Returns its end. */
  hold(): () => void {
    this.#isHeld = true;
    const whenSeen = () => {
      if (document.visibilityState === 'visible') void this.#ask();
    };
    document.addEventListener('visibilitychange', whenSeen);
    void this.#ask();
    return () => {
      this.#isHeld = false;
      document.removeEventListener('visibilitychange', whenSeen);
      void this.#sentinel?.release();
    };
  }

  async #ask(): Promise<void> {
    if (this.#sentinel?.released === false) return;
    // Only a secure page of a newer browser has it, whatever the types say.
    const { wakeLock } = navigator as Partial<Navigator>;
    try {
      const sentinel = (await wakeLock?.request('screen')) ?? null;
      this.#sentinel = sentinel;
      this.state = sentinel === null ? 'none' : 'on';
      // The wall was left while the browser thought about it.
      if (!this.#isHeld) await sentinel?.release();
    } catch {
      this.state = 'none'; // refused: by its owner, or for want of power
    }
  }
}
