/** Milliseconds without a pause: a screen that is drawn 60 times a second has 16. */
const sliceMilliseconds = 10;

/** For long work that asks again and again: whether it is time to pause, and the pause. */
export function breathing(): () => Promise<void> | undefined {
  let until = performance.now() + sliceMilliseconds;
  return () => {
    if (performance.now() < until) return undefined;
    return pause().then(() => {
      until = performance.now() + sliceMilliseconds;
    });
  };
}

/**
 * Until events were heard and the screen could be drawn. No timer: after the fifth in a row
 * a browser makes each of them wait four milliseconds.
 */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
