import type { Mesh } from '@manyhands/mesh';
import { keepRota } from '@manyhands/replica';
import type { Notes, Replica, Writer } from '@manyhands/replica';
import { nowInMinutes } from './clock.ts';

/**
 * Does what a device owes to others (ledger/L10), in the time of this page. `mesh` says who is
 * linked, if anybody is. Returns its end.
 */
export const keepDuties = (
  replica: Replica,
  writer: Writer,
  notes: Notes,
  mesh: () => Mesh | null,
): (() => void) =>
  keepRota({
    replica,
    writer,
    clock: () => performance.now(),
    random: Math.random,
    leaving: { notes, now: nowInMinutes },
    isQuiet: () => mesh()?.isQuiet === true,
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
  });
