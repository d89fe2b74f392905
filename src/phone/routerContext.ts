import { makeContext } from './context.ts';
import type { Router } from './Router.svelte.ts';

/** The address bar; one for as long as the page lives. */
export const { get: getRouter, entry: routerEntry } = makeContext<Router>('router');
