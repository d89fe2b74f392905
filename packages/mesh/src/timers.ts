/** The clock and the alarm of the mesh: injected, so that a test can turn them. */
export interface Timers {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Calls once after at least `ms`; the answer calls it off. */
  after(ms: number, call: () => void): () => void;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** The answer of `promise`, or null when `ms` have passed without one. */
export function within<T>(
  promise: Promise<T>,
  ms: number,
  timers: Timers,
): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () => resolve(null));
    promise.then(resolve, reject).finally(cancel);
  });
}

/** Calls again and again, each time after at least `ms`. Returns its end. */
export function every(timers: Timers, ms: number, call: () => void): () => void {
  let end: () => void = () => undefined;
  const wait = () => {
    end = timers.after(ms, () => {
      call();
      wait();
    });
  };
  wait();
  return () => end();
}
