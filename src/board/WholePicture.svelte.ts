import type { Hex, MemberId, Progress } from '@manyhands/base';
import type { PictureRefused, PlacePictures } from '@manyhands/community/opened';

/** Shown as work under way only if it takes so long. */
const slowAfter = 1_000;

/** Which picture somebody looks at, and where it may come from. */
interface Looked {
  readonly pictures: PlacePictures;
  readonly sha: Hex;
  readonly owner: MemberId;
}

/**
 * The whole picture of a listing that somebody looks at: here, on its way, or why not. What
 * they called off begins again when they say so, and not by itself.
 */
export class WholePicture {
  bytes = $state.raw<Uint8Array | null>(null);
  refused = $state<PictureRefused['type'] | null>(null);
  progress = $state.raw<Progress | null>(null);
  isSlow = $state(false);
  #looked: Looked | null = null;
  #controller = new AbortController();
  /** Somebody has said that it may cost. */
  #evenIfItCosts = false;

  look(looked: Looked): void {
    this.#looked = looked;
    this.bytes = null;
    this.#evenIfItCosts = false;
    void this.#begin();
  }

  /** Others are linked now: somebody may have what nobody had. */
  tryOthers(): void {
    const { refused } = this;
    if (refused === 'NobodyThere' || refused === 'NobodyHasIt') void this.#begin();
  }

  again(evenIfItCosts: boolean): void {
    this.#evenIfItCosts ||= evenIfItCosts;
    void this.#begin();
  }

  /** It is called off, or nobody looks any more. */
  stop = (): void => this.#controller.abort();

  async #begin(): Promise<void> {
    const looked = this.#looked;
    if (looked === null) return;
    this.stop();
    const controller = (this.#controller = new AbortController());
    const { pictures, sha, owner } = looked;
    this.refused = null;
    this.progress = null;
    const timer = setTimeout(() => (this.isSlow = true), slowAfter);
    const answer = await pictures.look(sha, {
      owner,
      evenIfItCosts: this.#evenIfItCosts,
      signal: controller.signal,
      onprogress: (bytes, of) => {
        const kilo = (all: number) => Math.ceil(all / 1_000);
        this.progress = { done: kilo(bytes), of: kilo(of) };
      },
    });
    clearTimeout(timer);
    if (controller !== this.#controller) return; // it was begun anew
    this.isSlow = false;
    this.refused = answer.ok ? null : answer.error.type;
    if (answer.ok) this.bytes = answer.value;
  }
}
