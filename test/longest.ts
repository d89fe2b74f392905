/**
 * How long a test waits, said once for all of them. A busy machine is slow, not wrong: what is
 * waited for is an event, and a wait that succeeds takes no longer for being allowed to.
 */

/** For one event, also where it crosses from one browser to another. In milliseconds. */
export const longestWait = 60_000;

/** For one whole test: above all that it waits for one after the other. */
export const longestTest = 300_000;
