/** What of a document this needs. */
type Sight = Pick<Document, 'visibilityState' | 'addEventListener'>;

/**
 * Calls `onaway` once a page has been out of sight for `ms`: then, if the browser lets
 * timers of hidden pages run, and at the latest when it is seen again.
 */
export function whileAway(page: Sight, ms: number, onaway: () => void): void {
  let hiddenAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    if (hiddenAt === null || Date.now() - hiddenAt < ms) return;
    hiddenAt = null;
    onaway();
  };
  page.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (page.visibilityState === 'hidden') {
      hiddenAt ??= Date.now();
      timer = setTimeout(look, ms);
    } else {
      look();
      hiddenAt = null;
    }
  });
}
