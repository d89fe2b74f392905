import { err, ok } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import { Album } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { createMemoryPictures, openMemoryPictures } from '@manyhands/storage';
import type { MemoryPictures } from '@manyhands/storage';
import type { PlacePictures } from '../state/pictures.ts';

/** The pictures of a phone that is linked with nobody, on a disk that is memory. */
export function picturesAlone(
  replica: Replica,
  own: MemberId,
  disk: MemoryPictures = createMemoryPictures(),
): PlacePictures & { readonly album: Album; readonly disk: MemoryPictures } {
  let came = 0;
  const now = () => came++;
  const album = new Album({ replica, pictures: openMemoryPictures(disk), own, now });
  return {
    album,
    disk,
    look: async (sha) => {
      const here = await album.get(sha);
      return here ? ok(here) : err({ type: 'NobodyThere' });
    },
    begin: (bytes) => album.begin(bytes),
    letGo: async (sha) => void (await album.letGo(sha)),
  };
}
