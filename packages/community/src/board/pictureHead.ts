/**
 * What the first bytes of a picture say: its format and how large it is drawn. Whoever posts
 * a listing may put any bytes in place of one, and three kilobytes can unfold to a billion
 * dots: nothing is given to a browser's decoder before it was looked at here.
 *
 * What it is not: a decoder. A head that is right may be followed by rubbish, which a
 * browser then does not draw.
 */
export interface PictureHead {
  readonly type: 'image/webp' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

/** Dots on a side of a small picture, and of a whole one, that are drawn at all. */
export const sideLimits = { small: 256, whole: 2_048 };

/** Null for anything but one still picture in WebP or JPEG. */
export function readPictureHead(bytes: Uint8Array): PictureHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = isJpeg(view) ? sizeOfJpeg(view) : sizeOfWebp(view);
  if (size === null || size.width === 0 || size.height === 0) return null;
  return { type: isJpeg(view) ? 'image/jpeg' : 'image/webp', ...size };
}

/** The head, if a picture of that use may be drawn. */
export function headOf(
  bytes: Uint8Array,
  use: keyof typeof sideLimits,
): PictureHead | null {
  const head = readPictureHead(bytes);
  const longest = head === null ? 0 : Math.max(head.width, head.height);
  return longest <= sideLimits[use] ? head : null;
}

type Size = Pick<PictureHead, 'width' | 'height'>;

const isJpeg = (view: DataView): boolean =>
  view.byteLength > 3 && view.getUint16(0) === 0xffd8;

/** ITU-T T.81, B.2: segments up to the one that begins the frame. */
function sizeOfJpeg(view: DataView): Size | null {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xc2;
    if (isFrame) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** RFC 9649, 2.4–2.7. One that moves is no picture here. */
function sizeOfWebp(view: DataView): Size | null {
  if (view.byteLength < 30) return null;
  if (textAt(view, 0) !== 'RIFF' || textAt(view, 8) !== 'WEBP') return null;
  switch (textAt(view, 12)) {
    case 'VP8 ': {
      const isKeyFrame = view.getUint16(23) === 0x9d01 && view.getUint8(25) === 0x2a;
      if (!isKeyFrame) return null;
      const [width, height] = [view.getUint16(26, true), view.getUint16(28, true)];
      return { width: width & 0x3fff, height: height & 0x3fff };
    }
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X': {
      const moves = (view.getUint8(20) & 0x02) !== 0;
      if (moves) return null;
      const width = (view.getUint32(24, true) & 0xff_ffff) + 1;
      return { width, height: (view.getUint32(26, true) >>> 8) + 1 };
    }
    default:
      return null;
  }
}

const textAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
