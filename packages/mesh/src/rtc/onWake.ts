/**
 * Calls when a page may have slept or lost its network and is back (M5): phones freeze
 * hidden pages, and a frozen page does not see its connections die. Returns its end.
 */
export function onWake(call: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const whenShown = () => {
    if (document.visibilityState === 'visible') call();
  };
  document.addEventListener('visibilitychange', whenShown);
  window.addEventListener('pageshow', call);
  window.addEventListener('online', call);
  return () => {
    document.removeEventListener('visibilitychange', whenShown);
    window.removeEventListener('pageshow', call);
    window.removeEventListener('online', call);
  };
}
