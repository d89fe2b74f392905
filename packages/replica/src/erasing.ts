import type { LogId } from '@manyhands/base';
import { holeOf, isHole, isWhole, placesNamedBy, readEntry } from '@manyhands/ledger';
import type { Entry, LogItem } from '@manyhands/ledger';
import { coverOf, isSigned } from './authentic.ts';
import type { Claim } from './claims.ts';
import type { Draft } from './draft.ts';
import { coverLimit } from './limits.ts';

/**
 * Makes holes of what stands in a draft and is erased by what the same page brought: what
 * was held before, and what was taken before its erase was read.
 */
export async function eraseNamed(draft: Draft): Promise<void> {
  const earliest = new Map<LogId, Entry>();
  for (const { logId, seq } of draft.erases.flatMap(placesNamedBy)) {
    const item = draft.at(logId, seq);
    if (item === undefined || isHole(item) || !draft.isErased(item)) continue;
    if (seq < (earliest.get(logId)?.seq ?? Number.POSITIVE_INFINITY)) {
      earliest.set(logId, item);
    }
  }
  for (const entry of earliest.values()) await eraseFrom(draft, entry);
}

/**
 * An erased entry covers nothing any more. Whatever only its signature covered is looked
 * at again, and falls where no other does; an erase that falls is kept alone.
 */
async function eraseFrom(draft: Draft, { log, logId, seq }: Entry): Promise<void> {
  let from = Math.max(0, seq - coverLimit);
  while (from > 0 && isHoleOrNone(draft.at(logId, from - 1))) from -= 1;
  const items = draft
    .slice(logId, from)
    .map((item) => (isWhole(item) && draft.isErased(item) ? holeOf(item) : item));
  const known = draft
    .signedFrom(logId, from)
    .map((at) => at - from)
    .filter((at) => !isHoleOrNone(items[at]));
  const cover = await coverOf(items, new Set(known));
  draft.replace(log, logId, {
    from,
    items: items.slice(0, cover.length),
    signedAt: cover.signedAt.map((at) => from + at),
  });
  for (const item of items.slice(cover.length)) {
    if (isWhole(item) && item.content.type === 'erase') draft.keepLoose(item);
  }
}

/**
 * An erase cannot be erased: where somebody made us believe so, its bytes take their
 * place again (B1). What else was erased stays so. `shared` items of the claim are held.
 */
export async function fillErases(
  draft: Draft,
  { log, logId, from, items }: Claim,
  shared: number,
): Promise<void> {
  for (let at = 0; at < shared; at++) {
    const hole = draft.at(logId, from + at);
    const item = items[at];
    if (!hole || !isHole(hole) || !(item instanceof Uint8Array)) continue;
    const entry = readEntry(log, hole.seq, hole.prev, item);
    if (!entry.ok || entry.value.content.type !== 'erase') continue;
    if (!(await isSigned(entry.value))) continue;
    const behind = draft.slice(logId, hole.seq + 1);
    const signedAt = [hole.seq, ...draft.signedFrom(logId, hole.seq)];
    draft.replace(log, logId, {
      from: hole.seq,
      items: [entry.value, ...behind],
      signedAt,
    });
    draft.hear(entry.value);
  }
}

const isHoleOrNone = (item: LogItem | undefined): boolean =>
  item === undefined || isHole(item);
