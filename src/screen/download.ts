/** Hands an archive to the browser's downloads, under a name that every system can write. */
export function download(parts: readonly Uint8Array[], name: string): void {
  // The types fear memory that is shared between threads; there is none here.
  const blob = new Blob([...parts] as BlobPart[], { type: 'application/zip' });
  downloadAs(blob, `${fileNameOf(name)}.zip`);
}

/** The same with a file of any kind. */
export function downloadAs(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own hold on the bytes by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** "Els Plataners-2026-05-12" as "els-plataners-2026-05-12", in whatever script it is. */
export function fileNameOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 80) || 'manyhands';
}

/** Saves a file that a calendar takes in (RFC 5545). */
export const downloadCalendar = (file: string, name: string): void =>
  downloadAs(
    new Blob([file], { type: 'text/calendar;charset=utf-8' }),
    `${fileNameOf(name)}.ics`,
  );
