import { ok } from '@manyhands/base';
import type { DeviceKey, Result } from '@manyhands/base';
import type { AppendRefused } from '@manyhands/replica';
import { lettersOf, passKeyOn, readersOf, waysFor } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';

/**
 * Makes the letters of this member readable on a further device of theirs, as notes are: what
 * they plan, what they were told or told others, whom they might meet. It is given the keys
 * of what stands, and never the words.
 */
export async function passLettersOn(
  place: Place,
  device: DeviceKey,
): Promise<Result<void, AppendRefused>> {
  const { replica, membership, writer } = place;
  const reader = readersOf(replica.ledger, membership.member).find(
    (each) => each.device === device,
  );
  if (!reader) return ok(undefined);
  await lettersOf(place).settled();
  for (const { id } of lettersOf(place).all) {
    const content = replica.entry(id)?.content;
    if (content?.type !== 'sealed') continue;
    const ways = (of: DeviceKey) =>
      waysFor(replica.board, content.thread, of).filter(
        ({ words }) => words.entry.id === id,
      );
    const [way] = ways(membership.device);
    if (!way || ways(device).length > 0) continue;
    const key = await passKeyOn(place, way, [reader]);
    const passed = key && (await writer.append('board', key));
    if (passed?.ok === false) return passed;
  }
  return ok(undefined);
}
