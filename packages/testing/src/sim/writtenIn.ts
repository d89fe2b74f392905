import type { Replica } from '@manyhands/replica';

/** How many entries of each type a phone holds. */
export function writtenIn(replica: Replica | undefined): Record<string, number> {
  const written: Record<string, number> = {};
  for (const { head } of replica?.vector() ?? []) {
    for (let at = replica?.entry(head); at != null; at = replica?.entry(at.prev)) {
      const { type } = at.content;
      written[type] = (written[type] ?? 0) + 1;
    }
  }
  return written;
}
