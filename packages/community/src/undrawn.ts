import { oneEach } from './opened/index.ts';
import type { Place } from './opened/index.ts';
import { OpenedCommunity } from './openedCommunity.ts';

/** The community of a place for what is remembered of it: nothing asks again because of it. */
export const undrawn = oneEach((place: Place) => new OpenedCommunity(place));
