import type { Hex } from '@manyhands/base';
import type { Mesh } from '@manyhands/mesh';
import type { LookOptions, PlacePictures } from '@manyhands/community/opened';
import type { PictureShelf, ShelfParts } from './pictureShelf.ts';

/** The pictures of a place, whose code and disk come when somebody wants one. */
export class LatePictures implements PlacePictures {
  readonly #parts: ShelfParts;
  #shelf: Promise<PictureShelf> | null = null;

  constructor(parts: ShelfParts) {
    this.#parts = parts;
  }

  look = async (sha: Hex, options: LookOptions = {}) =>
    (await this.#open()).look(sha, options);

  begin = async (bytes: Uint8Array) => (await this.#open()).blobStore.begin(bytes);

  async letGo(sha: Hex): Promise<void> {
    await (await this.#open()).blobStore.letGo(sha);
  }

  /** What a neighbour is given. */
  get = async (sha: Hex): Promise<Uint8Array | null> =>
    (await this.#open()).blobStore.get(sha);

  async follow(mesh: Mesh): Promise<void> {
    (await this.#open()).follow(mesh);
  }

  async close(): Promise<void> {
    await (await this.#shelf)?.close();
  }

  #open(): Promise<PictureShelf> {
    this.#shelf ??= import('./pictureShelf.ts').then(
      ({ PictureShelf }) => new PictureShelf(this.#parts),
    );
    return this.#shelf;
  }
}
