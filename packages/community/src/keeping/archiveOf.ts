import type { NamedFile } from '@manyhands/archive';
import type { Cancelled, Result, Work } from '@manyhands/base';
import type { Place } from '../opened/index.ts';

/** What screens say of archives; the package itself stays behind the state. */
export type { Archive, ArchiveRefused, Manifest } from '@manyhands/archive';

// Its code comes when somebody takes something along.
const load = () => import('@manyhands/archive');

/** The whole community as the pieces of one file; `app` is the version that wrote it. */
export async function archiveOf(
  { replica }: Pick<Place, 'replica'>,
  app: string,
  work: Work,
): Promise<Result<Uint8Array[], Cancelled>> {
  const { createArchive } = await load();
  return createArchive(replica, { app }, work);
}

/** A few files of one's own as the pieces of one. */
export async function bundleOf(files: readonly NamedFile[]): Promise<Uint8Array[]> {
  const { packFiles } = await load();
  return packFiles(files);
}
