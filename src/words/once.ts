/** Made when it is first asked for: a formatter takes a phone some milliseconds. */
export function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
