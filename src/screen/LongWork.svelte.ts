import type { Progress, Result, Work } from '@manyhands/base';
import { Act } from './Act.svelte.ts';

/** An act that takes a while: it is counted, and can be called off. */
export class LongWork<Refused> extends Act<Refused> {
  progress = $state.raw<Progress | null>(null);
  #controller = new AbortController();

  begin<T>(
    doing: (work: Work) => Promise<Result<T, Refused>>,
  ): Promise<{ value: T } | null> {
    this.progress = null;
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    return this.run(() => doing({ signal, report: (to) => (this.progress = to) }));
  }

  cancel = (): void => this.#controller.abort();
}
