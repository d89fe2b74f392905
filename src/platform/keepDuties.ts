import type { Mesh } from '@manyhands/mesh';
import { keepRota } from '@manyhands/replica';
import type { Replica, Writer } from '@manyhands/replica';

/**
 * Does what a device owes to others (L10), in the time of this page. `mesh` says who is
 * linked, if anybody is. Returns its end.
 */
export const keepDuties = (
  replica: Replica,
  writer: Writer,
  mesh: () => Mesh | null,
): (() => void) =>
  keepRota({
    replica,
    writer,
    clock: () => performance.now(),
    random: Math.random,
    isQuiet: () => mesh()?.isQuiet === true,
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
  });
