/**
 * Hands an error that nobody expected to the root of the program, as a rejection that nobody
 * waits for, and goes on. The app shows it, the keeper writes it down (decision 0055).
 */
export function raise(error: unknown): void {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as it was thrown
  void Promise.reject(error);
}

/**
 * Calls each listener with `news`. One that throws is told to the root, and keeps neither
 * the others nor the caller from going on.
 */
export function tellEach<T>(listeners: Iterable<(news: T) => void>, news: T): void {
  for (const listener of [...listeners]) {
    try {
      listener(news);
    } catch (error) {
      raise(error);
    }
  }
}
