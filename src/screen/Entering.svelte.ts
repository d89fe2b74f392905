import type { Result } from '@manyhands/base';
import type { Community } from '../phone/Community.svelte.ts';
import type { OpenRefused } from '../phone/openRefused.ts';
import type { Router } from '../phone/Router.svelte.ts';
import { routeTo } from '../phone/routes.ts';
import { Act } from './Act.svelte.ts';

/** An act that opens a community and leads to its home, with no step to come back to. */
export class Entering extends Act<OpenRefused> {
  readonly #router: Router;

  constructor(router: Router) {
    super();
    this.#router = router;
  }

  async enter(opening: () => Promise<Result<Community, OpenRefused>>): Promise<void> {
    const entered = await this.run(opening);
    if (entered) this.#router.replace(routeTo(entered.value, 'home'));
  }
}
