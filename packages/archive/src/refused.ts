/** The sizes of `limits.ts` that an archive can be over. */
export type ArchiveLimit =
  | 'bytes'
  | 'files'
  | 'manifest'
  | 'unpacked'
  | 'pages'
  | 'work';

/**
 * Why an archive is not taken. `NotAnArchive`: another kind of file. `Newer`: of a later
 * format. `Damaged`: the file that is not what was written; null for what holds the files
 * together. `Foreign`: a file that nobody listed. `Unproven`: a page whose entries do not
 * prove themselves, although its bytes are those listed. `Differs`: everything was taken,
 * and does not come to the listed sums.
 */
export type ArchiveRefused =
  | { readonly type: 'NotAnArchive' | 'Newer' | 'Differs' | 'Cancelled' }
  | { readonly type: 'TooLarge'; readonly limit: ArchiveLimit }
  | { readonly type: 'Damaged'; readonly file: string | null }
  | { readonly type: 'Missing' | 'Foreign' | 'Unproven'; readonly file: string };
