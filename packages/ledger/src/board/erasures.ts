import type { DeviceKey, Hex, LogId } from '@manyhands/base';
import type { ErasedPosition } from '../boardContent.ts';
import type { Entry } from '../entry.ts';
import { bodyHashAt } from '../tombstone.ts';
import { logIdOf } from '../log.ts';

/** One place that an erase names, in the log it means. */
export interface NamedPosition {
  readonly logId: LogId;
  readonly seq: number;
  readonly bodyHash: Hex;
}

/** The places that `entry` erases, if it is an erase on a board. */
export function positionsNamedBy({ log, content }: Entry): NamedPosition[] {
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
export const erasedPositionOf = (entry: Entry): ErasedPosition => ({
  device: entry.log.device,
  seq: entry.seq,
  bodyHash: bodyHashAt(entry),
});
