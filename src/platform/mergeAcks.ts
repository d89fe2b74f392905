import type { Acks } from '../state/status.ts';

/** Acks only grow: a device that stored more yesterday has not stored less today. */
export function mergeAcks(before: Acks, now: Acks): Acks {
  const merged = new Map(before);
  for (const [device, logs] of now) {
    const known = new Map(merged.get(device));
    for (const [log, length] of logs) {
      known.set(log, Math.max(length, known.get(log) ?? 0));
    }
    merged.set(device, known);
  }
  return merged;
}
