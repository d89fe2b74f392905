/**
 * A hand that writes one thing at a time: what is asked for while it writes is in the
 * next, however often it is asked.
 */
export function oneAtATime(write: () => Promise<unknown>): () => void {
  let isDue = false;
  let isWriting = false;
  const run = async () => {
    isWriting = true;
    while (isDue) {
      isDue = false;
      await write();
    }
    isWriting = false;
  };
  return () => {
    isDue = true;
    if (!isWriting) void run();
  };
}
