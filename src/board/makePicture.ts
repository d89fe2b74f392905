import { err, ok } from '@manyhands/base';
import type { Result, Work } from '@manyhands/base';
import { thumbSizes } from '@manyhands/community/board';
import type { ActRefused } from '@manyhands/community/hours';
import { blobLimit } from '@manyhands/community/opened';

export type MakeRefused =
  /** A file that no phone's camera makes. */
  | { readonly type: 'FileTooLarge' }
  /** This browser cannot read it as a picture, or draw it as small as it must be. */
  | { readonly type: 'NotAPicture' }
  | { readonly type: 'Stopped' };

/** Why a picture that somebody chose did not come to be where it was meant to. */
export type TakeRefused =
  | MakeRefused
  | ActRefused
  /** It could not be drawn as small as it must be there. */
  | { readonly type: 'TooLarge' };

/** A picture as it is posted, and smaller ones for lists, longest first. */
export interface MadePicture {
  readonly whole: Uint8Array;
  readonly thumbs: readonly Uint8Array[];
}

/** Bytes of a file that is looked at: a raw picture of a large camera has some 60 MB. */
const fileLimit = 80_000_000;

/** Sides and qualities that are tried, best first; the last ones do for any confetti. */
const wholes = ladder([1_280, 1_024, 800, 640], [0.82, 0.7, 0.55, 0.4, 0.2]);
const smalls = ladder(
  [160, 128, 104, 88, 72, 56, 44, 32],
  [0.75, 0.6, 0.45, 0.3, 0.15],
);
/** Dots on a side of what the small ones are drawn from: quicker than from all of it. */
const middle = 480;

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
  const step = (done: number) => report?.({ done, of });
  const bitmap = await decode(file);
  if (bitmap === null) return err({ type: 'NotAPicture' });
  try {
    step(1);
    const whole = await drawn(bitmap, blobLimit, wholes, signal);
    const less = canvasOf(bitmap, middle);
    const between = less && (await decode(less));
    if (!between) return err({ type: 'NotAPicture' });
    const thumbs: Uint8Array[] = [];
    let rungs: readonly Rung[] = smalls;
    for (const [done, limit] of thumbSizes.entries()) {
      step(done + 2);
      const small = await drawn(between, limit, rungs, signal);
      if (small) thumbs.push(small.bytes);
      // What was too long for more bytes is too long for fewer.
      rungs = small?.rungs ?? [];
    }
    between.close();
    if (signal?.aborted === true) return err({ type: 'Stopped' });
    step(of);
    if (!whole || thumbs.length === 0) return err({ type: 'NotAPicture' });
    return ok({ whole: whole.bytes, thumbs });
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
async function decode(file: ImageBitmapSource): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file);
  } catch {
    return null;
  }
}

/** The best of the ladder that has at most so many bytes, and the ladder from there on. */
async function drawn(
  bitmap: ImageBitmap,
  limit: number,
  rungs: readonly Rung[],
  signal: Work['signal'],
): Promise<{ bytes: Uint8Array; rungs: readonly Rung[] } | null> {
  for (const [at, { side, quality }] of rungs.entries()) {
    if (signal?.aborted === true) return null;
    const canvas = canvasOf(bitmap, side);
    const blob = canvas && (await encoded(canvas, quality));
    if (!blob || blob.size > limit) continue;
    return { bytes: new Uint8Array(await blob.arrayBuffer()), rungs: rungs.slice(at) };
  }
  return null;
}

/** The picture on a canvas with at most so many dots on a side; null without room for it. */
function canvasOf(bitmap: ImageBitmap, side: number): HTMLCanvasElement | null {
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
  return canvas;
}

async function encoded(
  canvas: HTMLCanvasElement,
  quality: number,
): Promise<Blob | null> {
  const as = (type: string) =>
    new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  const webp = await as('image/webp');
  // Safari writes no WebP and gives something else instead.
  return webp?.type === 'image/webp' ? webp : as('image/jpeg');
}
