/**
 * What reaches the root of Node while `work` runs: rejections that nobody waits for. Whoever
 * else listens there, as a test runner does, hears of none of them.
 */
export async function raisedDuring(work: () => unknown): Promise<unknown[]> {
  const raised: unknown[] = [];
  const others = process.listeners('unhandledRejection');
  const hear = (cause: unknown): void => void raised.push(cause);
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', hear);
  try {
    await work();
    // Node tells of them when the tasks of a turn are over.
    await new Promise((resolve) => setTimeout(resolve));
  } finally {
    process.off('unhandledRejection', hear);
    for (const other of others) process.on('unhandledRejection', other);
  }
  return raised;
}
