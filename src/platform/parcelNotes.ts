import type { DeviceKey } from '@manyhands/base';
import { encodeAs, hex, integer, list, tuple } from '@manyhands/codec';
import type { Mesh } from '@manyhands/mesh';
import type { Notes } from '@manyhands/replica';
import { longest } from './longest.ts';
import { oneAtATime } from './oneAtATime.ts';
import { readNoteAs } from '@manyhands/community/opened';

/** How far logs reach, as the wire names them. */
type Reach = ReadonlyMap<string, number>;

const mostLogs = 100_000;
const limits = { bytes: 4_194_304, depth: 2 };
const reachShape = list(
  tuple({ log: hex(16), length: integer(0, 2 ** 20) }),
  0,
  mostLogs,
);

async function readReach(notes: Notes, name: string): Promise<Reach | null> {
  const kept = await readNoteAs(notes, name, reachShape, limits);
  if (!kept.ok || !kept.value) return null;
  return new Map(kept.value.map(({ log, length }) => [log, length]));
}

const keepReach = (notes: Notes, name: string, reach: Reach) =>
  notes.put(
    name,
    encodeAs(
      reachShape,
      [...reach].map(([log, length]) => ({ log, length })),
    ),
  );

/** How far the last parcel reached that was given away here; null before the first. */
export const readLastParcel = (notes: Notes) => readReach(notes, 'parcel');
export const keepLastParcel = (notes: Notes, reach: Reach) =>
  keepReach(notes, 'parcel', reach);

/** What a device showed to hold when it was last linked. */
export const readShown = (notes: Notes, device: DeviceKey) =>
  readReach(notes, `shown/${device}`);

/** Keeps what a device has said to hold, beside what it has shown before. */
export async function keepShownOf(
  notes: Notes,
  device: DeviceKey,
  reach: Reach,
): Promise<void> {
  const before = (await readShown(notes, device)) ?? [];
  await keepReach(notes, `shown/${device}`, longest(before, reach));
}

/**
 * Keeps, of each device, what it shows while it is linked, so that a parcel for its owner
 * can begin there.
 */
export function keepShown(mesh: Mesh, notes: Notes): void {
  const due = new Set<DeviceKey>();
  const write = oneAtATime(async () => {
    for (const device of due) {
      due.delete(device);
      const shown = mesh.shown.of(device);
      if (shown !== null) await keepShownOf(notes, device, shown);
    }
  });
  mesh.subscribe((news) => {
    if (news.type !== 'shown') return;
    due.add(news.device);
    write();
  });
}
