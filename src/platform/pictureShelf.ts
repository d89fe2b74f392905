import { err, ok, SerialQueue } from '@manyhands/base';
import type { Hex, Result } from '@manyhands/base';
import { keepBlobs } from '@manyhands/mesh';
import type { Mesh, PullMode } from '@manyhands/mesh';
import { BlobStore } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { openIdbBlobs } from '@manyhands/storage';
import type {
  LookOptions,
  Membership,
  PictureRefused,
} from '@manyhands/community/opened';

export interface ShelfParts {
  readonly membership: Membership;
  readonly replica: Replica;
  readonly fetch: { readonly mode: PullMode };
}

/** The pictures of a place once its code is here: the blob store on this disk, and the others. */
export class PictureShelf {
  readonly blobStore: BlobStore;
  readonly #parts: ShelfParts;
  /** One look at a picture after the other: the second finds what the first has fetched. */
  readonly #looks = new Map<Hex, SerialQueue>();
  #mesh: Mesh | null = null;
  #stop: () => void = () => undefined;

  constructor(parts: ShelfParts) {
    const { membership, replica } = parts;
    this.#parts = parts;
    this.blobStore = new BlobStore({
      replica,
      blobs: openIdbBlobs(membership),
      own: membership.member,
      now: () => Date.now(),
    });
  }

  /** From now on others are asked through this mesh; what I posted elsewhere comes by itself. */
  follow(mesh: Mesh): void {
    const { replica, membership, fetch } = this.#parts;
    this.#mesh = mesh;
    this.#stop = keepBlobs({
      replica,
      blobStore: this.blobStore,
      mesh,
      wanted: ({ owner }) => owner === membership.member && fetch.mode === 'free',
    });
  }

  look(sha: Hex, options: LookOptions): Promise<Result<Uint8Array, PictureRefused>> {
    const queue = this.#looks.get(sha) ?? new SerialQueue();
    this.#looks.set(sha, queue);
    return queue.run(() => this.#look(sha, options));
  }

  async close(): Promise<void> {
    this.#stop();
    await this.blobStore.close();
  }

  async #look(
    sha: Hex,
    { evenIfItCosts = false, onlyHere = false, ...options }: LookOptions,
  ): Promise<Result<Uint8Array, PictureRefused>> {
    const here = await this.blobStore.get(sha);
    if (here) return ok(here);
    if (onlyHere) return err({ type: 'NobodyThere' });
    if (this.#parts.fetch.mode !== 'free' && !evenIfItCosts) {
      return err({ type: 'AskFirst' });
    }
    if (this.#mesh === null) return err({ type: 'NobodyThere' });
    const fetched = await this.#mesh.blobs.fetch(sha, options);
    if (fetched.ok) await this.blobStore.take(sha, fetched.value);
    return fetched;
  }
}
