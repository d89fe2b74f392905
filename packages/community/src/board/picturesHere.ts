import { err, ok } from '@manyhands/base';
import type { Album } from '@manyhands/replica';
import type { PlacePictures } from '../opened/index.ts';

/** The pictures of a phone that asks nobody: those in its album. */
export const picturesHere = (album: Album): PlacePictures => ({
  look: async (sha) => {
    const here = await album.get(sha);
    return here ? ok(here) : err({ type: 'NobodyThere' });
  },
  begin: (bytes) => album.begin(bytes),
  letGo: async (sha) => {
    await album.letGo(sha);
  },
});
