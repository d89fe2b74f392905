import type { Hex, MemberId } from '@manyhands/base';
import type { Progress } from '../state/archiveOf.ts';
import type { PictureRefused, PlacePictures } from '../state/pictures.ts';

/** Shown as work under way only if it takes so long. */
const slowAfter = 1_000;

/** The whole picture of a listing that somebody looks at: here, on its way, or why not. */
export class WholePicture {
  bytes = $state.raw<Uint8Array | null>(null);
  refused = $state<PictureRefused['type'] | null>(null);
  progress = $state.raw<Progress | null>(null);
  isSlow = $state(false);
  #looked: { pictures: PlacePictures; sha: Hex; owner: MemberId } | null = null;
  #controller = new AbortController();
  /** Somebody has called it off: it begins again when they say so, and not by itself. */
  #isStopped = false;

  /** Looks for it, unless it is here already or was called off. */
  look(pictures: PlacePictures, { sha, owner }: { sha: Hex; owner: MemberId }): void {
    if (this.#looked?.sha !== sha) {
      this.#isStopped = false;
      this.bytes = null;
    }
    this.#looked = { pictures, sha, owner };
    if (this.bytes === null && !this.#isStopped) void this.#begin(false);
  }

  again(evenIfItCosts: boolean): void {
    this.#isStopped = false;
    void this.#begin(evenIfItCosts);
  }

  stop(): void {
    this.#isStopped = true;
    this.#controller.abort();
  }

  /** Nobody looks any more. */
  leave(): void {
    this.#controller.abort();
  }

  async #begin(evenIfItCosts: boolean): Promise<void> {
    const looked = this.#looked;
    if (looked === null) return;
    this.#controller.abort();
    const controller = (this.#controller = new AbortController());
    const { pictures, sha, owner } = looked;
    this.progress = null;
    const timer = setTimeout(() => (this.isSlow = true), slowAfter);
    const answer = await pictures.look(sha, {
      owner,
      evenIfItCosts,
      signal: controller.signal,
      onprogress: (bytes, of) => {
        const kilo = (all: number) => Math.ceil(all / 1_000);
        this.progress = { done: kilo(bytes), of: kilo(of) };
      },
    });
    clearTimeout(timer);
    if (controller !== this.#controller) return; // somebody else looks now
    this.isSlow = false;
    this.refused = answer.ok ? null : answer.error.type;
    if (answer.ok) this.bytes = answer.value;
  }
}
