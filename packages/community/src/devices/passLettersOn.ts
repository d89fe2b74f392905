import { inTurns, ok } from '@manyhands/base';
import type { DeviceKey, Result } from '@manyhands/base';
import type { AppendRefused } from '@manyhands/replica';
import {
  lettersOf,
  passKeyOn,
  readersOf,
  talkTextsOf,
  waysFor,
} from '../opened/index.ts';
import type { Place, WayIn } from '../opened/index.ts';
import { wordsPassedOn } from '../limits.ts';

/**
 * Makes the letters of this member readable on a further device of theirs, as notes are: what
 * they plan, what they were told or told others, whom they might meet, and what they and others
 * said to each other last. It is given the keys of what stands, and never the words.
 */
export async function passLettersOn(
  place: Place,
  device: DeviceKey,
): Promise<Result<void, AppendRefused>> {
  const { replica, membership, writer } = place;
  const reader = readersOf(replica, membership.member).find(
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
  for (const way of wordsFor(place, device)) {
    const key = await passKeyOn(place, way, [reader]);
    const passed = key && (await writer.append('board', key));
    if (passed?.ok === false) return passed;
  }
  return ok(undefined);
}

/** The newest words that this device can open and that one cannot, of each conversation in turn. */
function wordsFor(place: Place, device: DeviceKey): WayIn[] {
  const lacking = place.replica.ledger.members().flatMap(({ member }) => {
    const there = new Set(talkTextsOf(place, member, device).map(({ id }) => id));
    return talkTextsOf(place, member)
      .filter(({ id }) => !there.has(id))
      .sort((a, b) => b.entry.seq - a.entry.seq)
      .map(({ way }) => ({ way, member }));
  });
  return inTurns(lacking, ({ member }) => member)
    .slice(0, wordsPassedOn)
    .map(({ way }) => way);
}
