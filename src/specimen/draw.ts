import type { Component, MountOptions } from 'svelte';
import { render } from 'vitest-browser-svelte';
import { alarmEntry } from '../ui/alarm.ts';
import type { Alarm } from '../ui/alarm.ts';
import type { Community } from '../phone/Community.svelte.ts';
import { communityEntry } from '../phone/communityContext.ts';
import { Router } from '../phone/Router.svelte.ts';
import { routerEntry } from '../phone/routerContext.ts';

interface Surroundings {
  /** The clock of what goes by itself; without one, the browser's. */
  readonly alarm?: Alarm | undefined;
  readonly router?: Router;
  /** The community it is drawn in; without one, it stands outside of all. */
  readonly community?: Community;
}

let drawn = new AbortController();

/** Follows the address bar until something else is drawn: two of them would both scroll. */
function onlyRouter(): Router {
  drawn.abort();
  drawn = new AbortController();
  return new Router(drawn.signal);
}

/** Draws one component where the app would: beside a router, in a community. For tests. */
export function draw<P extends Record<string, unknown>>(
  component: Component<P>,
  props: P,
  { router = onlyRouter(), community, alarm }: Surroundings = {},
) {
  const context = new Map<symbol, unknown>([routerEntry(router)]);
  if (alarm) context.set(...alarmEntry(alarm));
  if (community) context.set(...communityEntry(community));
  // TypeScript cannot say of any P whether all of it may be left out.
  return render(component, { props, context } as Partial<MountOptions<P>>);
}
