/**
 * The short form is a part of `npm test`; the long one (`npm run attack`) tries all sizes
 * and far more orders.
 */
export const isLong = process.env['MANYHANDS_SLOW'] !== undefined;

/** The first in the short form, the second in the long one. */
export const sized = <T>(short: T, long: T): T => (isLong ? long : short);
