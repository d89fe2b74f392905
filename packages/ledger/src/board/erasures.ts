import type { DeviceKey, Hex, LogId } from '@manyhands/base';
import type { ErasedPlace } from '../boardContent.ts';
import type { Entry } from '../entry.ts';
import { bodyHashAt } from '../hole.ts';
import { logIdOf } from '../log.ts';

/** One place that an erase names, in the log it means. */
export interface NamedPlace {
  readonly logId: LogId;
  readonly seq: number;
  readonly bodyHash: Hex;
}

/** The places that `entry` erases, if it is an erase on a board. */
export function placesNamedBy({ log, content }: Entry): NamedPlace[] {
  if (log.kind !== 'board' || content.type !== 'erase') return [];
  const { community, member } = log;
  const ids = new Map<DeviceKey, LogId>();
  return content.places.map(({ device, seq, bodyHash }) => {
    const logId =
      ids.get(device) ?? logIdOf({ community, kind: 'board', member, device });
    ids.set(device, logId);
    return { logId, seq, bodyHash };
  });
}

/** How an erase names an entry. */
export const placeOf = (entry: Entry): ErasedPlace => ({
  device: entry.log.device,
  seq: entry.seq,
  bodyHash: bodyHashAt(entry),
});
