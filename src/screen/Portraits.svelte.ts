import { SvelteMap } from 'svelte/reactivity';
import type { Hex, MemberId } from '@manyhands/base';
import { headOf } from '@manyhands/community/board';
import type { PlacePictures } from '@manyhands/community/opened';
import { portraitLimit } from '@manyhands/community/people';
import { canDraw } from './canDraw.ts';

interface Looked {
  readonly sha: Hex;
  /** Whose portrait it is. */
  readonly owner: MemberId;
  /** Somebody looks at this person: others are asked for what is not here. */
  readonly fetch: boolean;
}

/**
 * The portraits of one community that a screen has drawn since it was opened, each with an
 * address of its own. What is no small picture, or longer than a portrait may be, has none.
 */
export class Portraits {
  readonly #pictures: PlacePictures;
  readonly #urls = new SvelteMap<Hex, string>();
  readonly #isLooked = new Set<Hex>();

  constructor(pictures: PlacePictures) {
    this.#pictures = pictures;
  }

  /** Where it can be drawn from; null until it is here. */
  urlOf(sha: Hex): string | null {
    return this.#urls.get(sha) ?? null;
  }

  /** Looks for it on this phone, and with the others if it is to be fetched. */
  async look({ sha, owner, fetch }: Looked): Promise<void> {
    if (this.#urls.has(sha) || this.#isLooked.has(sha)) return;
    this.#isLooked.add(sha);
    const tooLong = new AbortController();
    const found = await this.#pictures.look(sha, {
      owner,
      onlyHere: !fetch,
      signal: tooLong.signal,
      onprogress: (_bytes, of) => {
        if (of > portraitLimit) tooLong.abort();
      },
    });
    if (found.ok) await this.#draw(sha, found.value);
    // Others may have it later.
    else this.#isLooked.delete(sha);
  }

  async #draw(sha: Hex, bytes: Uint8Array): Promise<void> {
    const head = bytes.length > portraitLimit ? null : headOf(bytes, 'small');
    if (head === null) return;
    const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: head.type });
    if (await canDraw(blob)) this.#urls.set(sha, URL.createObjectURL(blob));
  }
}

const opened = new WeakMap<PlacePictures, Portraits>();

/** The portraits of a community, by where its pictures are. */
export function portraitsOf(pictures: PlacePictures): Portraits {
  const portraits = opened.get(pictures) ?? new Portraits(pictures);
  opened.set(pictures, portraits);
  return portraits;
}
