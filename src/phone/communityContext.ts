import { makeContext } from './context.ts';
import type { Community } from './Community.svelte.ts';

/** The community whose screen this is; only `InCommunity.svelte` provides it. */
export const {
  get: getCommunity,
  provide: provideCommunity,
  entry: communityEntry,
} = makeContext<Community>('community');
