/** How often the clock is looked at, and how late that may come before it was a sleep. */
const lookEvery = 2_000;
const lateBy = 8_000;

/** Chromium's, where there is one: fired when wifi becomes mobile data without a gap. */
const connectionOf = (): EventTarget | undefined =>
  (navigator as { connection?: EventTarget }).connection;

/**
 * Calls when a page may have slept or lost its network and is back (M5): phones freeze
 * hidden pages, and a frozen page does not see its connections die. A laptop that is
 * opened again tells its pages nothing: that is seen by the clock. Returns its end.
 */
export function onWake(call: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const ends = new AbortController();
  const { signal } = ends;
  const whenShown = () => {
    if (document.visibilityState === 'visible') call();
  };
  document.addEventListener('visibilitychange', whenShown, { signal });
  document.addEventListener('resume', call, { signal });
  window.addEventListener('pageshow', call, { signal });
  window.addEventListener('online', call, { signal });
  connectionOf()?.addEventListener('change', call, { signal });

  let lookedAt = Date.now();
  const look = setInterval(() => {
    const slept = Date.now() - lookedAt > lookEvery + lateBy;
    lookedAt = Date.now();
    if (slept) whenShown();
  }, lookEvery);
  return () => {
    ends.abort();
    clearInterval(look);
  };
}
