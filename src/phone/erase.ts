import type { Phone } from './Phone.svelte.ts';
import type { Router } from './Router.svelte.ts';

/** Erases the open community from this phone, and goes where one begins anew. */
export async function erase(phone: Phone, router: Router): Promise<void> {
  // First the way out: a screen of a community that is gone has nothing to show.
  router.replace({ name: 'welcome' });
  await phone.erase();
}
