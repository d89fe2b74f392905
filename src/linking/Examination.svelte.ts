import type { Check, Finding } from '@manyhands/community/opened';

/** A connection check under way, or done: what was found so far, in the order of the list. */
export class Examination {
  isRunning = $state(false);
  isStopped = $state(false);
  /** A place for each check; null while it has found nothing. */
  #found = $state.raw<readonly (Finding | null)[]>([]);
  #controller = new AbortController();

  get findings(): Finding[] {
    return this.#found.filter((finding) => finding !== null);
  }

  get done(): number {
    return this.findings.length;
  }

  get of(): number {
    return this.#found.length;
  }

  /** Tries all at once; resolves when all have answered, or it was stopped. */
  async begin(checks: readonly Check[]): Promise<void> {
    this.stop();
    const { signal } = (this.#controller = new AbortController());
    this.isRunning = true;
    this.isStopped = false;
    this.#found = checks.map(() => null);
    await Promise.all(
      checks.map(async (check, i) => {
        const finding = await check(signal);
        if (!signal.aborted) this.#found = this.#found.with(i, finding);
      }),
    );
    if (!signal.aborted) this.isRunning = false;
  }

  stop = (): void => {
    this.#controller.abort();
    this.isStopped = this.isRunning;
    this.isRunning = false;
  };
}
