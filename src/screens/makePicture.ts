import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { thumbSizes } from '../state/photo.ts';
import { pictureLimit } from '../state/pictures.ts';
import type { Work } from '../state/archiveOf.ts';

export type MakeRefused =
  /** A file that no phone's camera makes. */
  | { readonly type: 'FileTooLarge' }
  /** This browser cannot read it as a picture, or draw it as small as it must be. */
  | { readonly type: 'NotAPicture' }
  | { readonly type: 'Stopped' };

/** A picture as it is posted, and smaller ones for lists, longest first. */
export interface MadePicture {
  readonly whole: Uint8Array;
  readonly thumbs: readonly Uint8Array[];
}

/** Bytes of a file that is looked at: a raw picture of a large camera has some 60 MB. */
const fileLimit = 80_000_000;

/** Sides and qualities that are tried, best first. */
const wholes = ladder([1_280, 1_024, 800, 640], [0.82, 0.7, 0.55, 0.4]);
const smalls = ladder([160, 128, 104, 88, 72, 56], [0.75, 0.6, 0.45, 0.3]);

/**
 * Draws a picture anew in the sizes that a listing needs. What the camera wrote beside it
 * (where, when, with what) is not drawn, and so is in none of them.
 */
export async function makePicture(
  file: Blob,
  { signal, report }: Work,
): Promise<Result<MadePicture, MakeRefused>> {
  if (file.size > fileLimit) return err({ type: 'FileTooLarge' });
  const of = thumbSizes.length + 2;
  const bitmap = await decode(file);
  if (bitmap === null) return err({ type: 'NotAPicture' });
  try {
    const made: Uint8Array[] = [];
    for (const [done, limit] of [pictureLimit, ...thumbSizes].entries()) {
      report?.({ done: done + 1, of });
      if (signal?.aborted === true) return err({ type: 'Stopped' });
      const small = await drawn(bitmap, limit, done === 0 ? wholes : smalls, signal);
      if (small) made.push(small);
    }
    if (signal?.aborted === true) return err({ type: 'Stopped' });
    report?.({ done: of, of });
    const [whole, ...thumbs] = made;
    if (!whole || thumbs.length < thumbSizes.length)
      return err({ type: 'NotAPicture' });
    return ok({ whole, thumbs });
  } finally {
    bitmap.close();
  }
}

interface Rung {
  readonly side: number;
  readonly quality: number;
}

function ladder(sides: readonly number[], qualities: readonly number[]): Rung[] {
  return sides.flatMap((side) => qualities.map((quality) => ({ side, quality })));
}

/** Null for what this browser does not read. */
async function decode(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file);
  } catch {
    return null;
  }
}

/** The best of the ladder that has at most so many bytes. */
async function drawn(
  bitmap: ImageBitmap,
  limit: number,
  rungs: readonly Rung[],
  signal: AbortSignal | undefined,
): Promise<Uint8Array | null> {
  for (const { side, quality } of rungs) {
    if (signal?.aborted === true) return null;
    const blob = await draw(bitmap, side, quality);
    if (blob && blob.size <= limit) return new Uint8Array(await blob.arrayBuffer());
  }
  return null;
}

async function draw(
  bitmap: ImageBitmap,
  side: number,
  quality: number,
): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return null;
  // What is see-through in a drawing is white paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const as = (type: string) =>
    new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  const webp = await as('image/webp');
  // Safari writes no WebP and gives something else instead.
  return webp?.type === 'image/webp' ? webp : as('image/jpeg');
}
