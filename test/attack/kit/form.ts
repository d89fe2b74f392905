import { test } from 'vitest';

/**
 * The short form is a part of `npm test`; the long one (`npm run attack`) tries all sizes
 * and far more orders.
 */
export const isLong = process.env['MANYHANDS_SLOW'] !== undefined;

/** The first in the short form, the second in the long one. */
export const sized = <T>(short: T, long: T): T => (isLong ? long : short);

/**
 * What does not hold yet: `npm run attack` tells it, red, and `npm test` leaves it out. A
 * rule that comes to hold gives its tests back their own name.
 */
export const notHeldYet = test.skipIf(!isLong);
