import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { Photo } from '@manyhands/ledger';
import { photoFor } from '@manyhands/community/board';
import type { PickedPhoto } from '@manyhands/community/board';
import type { PlacePictures } from '@manyhands/community/opened';
import { makePicture } from './makePicture.ts';

/** The words of a listing leave no room for its picture. */
export interface NoRoom {
  readonly type: 'NoRoom';
}

/**
 * The picture as a listing with these words can hold it. Of one that stands already only one
 * small picture is known: if that is too long now, others are drawn from the whole.
 */
export async function fitPhoto(
  pictures: PlacePictures,
  said: Parameters<typeof photoFor>[0],
  picked: PickedPhoto | null,
): Promise<Result<Photo | null, NoRoom>> {
  if (picked === null) return ok(null);
  const fitting = photoFor(said, picked);
  if (fitting) return ok(fitting);
  const whole = await pictures.look(picked.sha);
  if (!whole.ok) return err({ type: 'NoRoom' });
  const blob = new Blob([whole.value as Uint8Array<ArrayBuffer>]);
  const made = await makePicture(blob, {});
  const smaller = made.ok ? photoFor(said, { ...picked, ...made.value }) : null;
  return smaller ? ok(smaller) : err({ type: 'NoRoom' });
}
