/**
 * Draws `text` as a QR code: one SVG path of dark modules on a field of `size` × `size`,
 * with the quiet zone of four modules that ISO/IEC 18004 §6.3.8 asks for.
 *
 * Error correction is low where a code is on a screen: our links are long, and a screen
 * is never torn. Paper is.
 */
export async function qrPath(
  text: string,
  ecc: 'low' | 'medium' = 'low',
): Promise<{ size: number; path: string }> {
  // Loaded when the first code is shown; most visits show none.
  const { encodeQR } = await import('qr');
  const border = 4;
  const rows = encodeQR(text, 'raw', { ecc, border });
  return { size: rows.length, path: rows.map(runsOf).join('') };
}

/** One rectangle for every unbroken run of dark modules in a row. */
function runsOf(row: boolean[], y: number): string {
  let path = '';
  let start = -1;
  [...row, false].forEach((dark, x) => {
    if (dark && start < 0) start = x;
    if (!dark && start >= 0) {
      path += `M${start} ${y}h${x - start}v1h${start - x}z`;
      start = -1;
    }
  });
  return path;
}
