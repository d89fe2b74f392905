import type { Result } from '@manyhands/base';
import type { ActRefused } from '@manyhands/community/hours';
import type { Route } from '../phone/route.ts';
import type { Onward, Router } from '../phone/Router.svelte.ts';
import { Act } from './Act.svelte.ts';

/** What somebody writes, and this phone can keep. */
interface Draft {
  /** Whether there is anything to keep: read by what draws. */
  readonly isToKeep: boolean;
  /** It was sent: there is nothing left to come back to. */
  readonly isDone: boolean;
  /** Takes up what was begun before. */
  begin(): Promise<Result<void, ActRefused>>;
  keep(): Promise<Result<void, ActRefused>>;
}

/**
 * Keeps a form's draft on this phone from word to word. An update, or a phone that dies,
 * leads `back` to the very form. To be made while a component is.
 */
export class DraftKeeping extends Act<ActRefused> {
  readonly #draft: Draft;
  readonly #onward: Onward;
  readonly #back: Route;

  constructor(draft: Draft, router: Router, back: Route) {
    super();
    this.#draft = draft;
    this.#onward = router.fromHere();
    this.#back = back;
    void this.run(() => draft.begin());
    // Reaches outside Svelte: what was typed goes to this phone's disk.
    $effect(() => {
      if (draft.isToKeep) void this.#keep();
    });
  }

  async #keep(): Promise<void> {
    const kept = await this.#draft.keep();
    this.refused = kept.ok ? null : kept.error;
    if (kept.ok && !this.#draft.isDone) this.#onward.remember(this.#back);
  }
}
