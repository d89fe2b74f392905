import { err } from '@manyhands/base';
import type { EntryId, Result } from '@manyhands/base';
import { thumbLimit } from '@manyhands/ledger';
import type { Place } from '../opened/index.ts';
import { showMyself } from './profile.ts';
import type { ShowRefused } from './profile.ts';

/** Bytes of a portrait. What somebody shows beyond that is not drawn: it is one piece on its way. */
export const portraitLimit = thumbLimit;

export type PortrayRefused = ShowRefused | { readonly type: 'TooLarge' };

/**
 * All members see this picture in my button from now on; the one before is erased. Refused with
 * `TooLarge` beyond `portraitLimit` bytes. Whether they are a picture is the caller's to know.
 */
export async function showPortrait(
  place: Place,
  bytes: Uint8Array,
): Promise<Result<EntryId, PortrayRefused>> {
  if (bytes.length > portraitLimit) return err({ type: 'TooLarge' });
  const kept = await place.pictures.begin(bytes);
  if (!kept.ok) return kept;
  const shown = await showMyself(place, { blob: kept.value });
  if (!shown.ok) await place.pictures.letGo(kept.value);
  return shown;
}

/** My button is drawn without a picture again, and the picture is erased. */
export const hidePortrait = (place: Place): Promise<Result<EntryId, ShowRefused>> =>
  showMyself(place, { blob: null });
