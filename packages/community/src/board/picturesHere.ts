import { err, ok } from '@manyhands/base';
import type { BlobStore } from '@manyhands/replica';
import type { PlacePictures } from '../opened/index.ts';

/** The pictures of a phone that asks nobody: those in its blob store. */
export const picturesHere = (blobStore: BlobStore): PlacePictures => ({
  look: async (sha) => {
    const here = await blobStore.get(sha);
    return here ? ok(here) : err({ type: 'NobodyThere' });
  },
  begin: (bytes) => blobStore.begin(bytes),
  letGo: async (sha) => {
    await blobStore.letGo(sha);
  },
});
