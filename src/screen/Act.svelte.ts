import type { Result } from '@manyhands/base';

/**
 * One thing a person does on a screen: it is under way, or was refused, or neither.
 * A second tap while it is under way does nothing.
 */
export class Act<Refused> {
  isBusy = $state(false);
  /** Why it did not happen, until it is tried again. */
  refused = $state.raw<Refused | null>(null);

  /** What it came to, or null when it was refused or is under way already. */
  async run<T>(doing: () => Promise<Result<T, Refused>>): Promise<{ value: T } | null> {
    if (this.isBusy) return null;
    this.isBusy = true;
    this.refused = null;
    try {
      const done = await doing();
      if (done.ok) return { value: done.value };
      this.refused = done.error;
      return null;
    } finally {
      this.isBusy = false;
    }
  }
}
