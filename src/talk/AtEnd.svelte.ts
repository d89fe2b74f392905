/**
 * Whether somebody reads at the end of a page that grows there. As long as they do, it is
 * followed; whoever has gone back to what was before stays where they are. Under a finger
 * nothing moves: a tap would meet what was not meant.
 */
export class AtEnd {
  isThere = $state(false);
  #depth = 0;
  #isHeld = false;

  /**
   * Reaches outside Svelte: scrolling and growing are the page's. For what grows; `first` is
   * where to begin, when it is not the end.
   */
  readonly watch =
    (first: () => Element | null) =>
    (node: HTMLElement): (() => void) => {
      const start = first();
      if (start) start.scrollIntoView({ block: 'center' });
      else this.go();
      this.#look();
      const growing = new ResizeObserver(() => this.#follow());
      growing.observe(node);
      growing.observe(document.documentElement);
      const listening = new AbortController();
      const { signal } = listening;
      const on = (event: string, then: () => void) =>
        addEventListener(event, then, { capture: true, passive: true, signal });
      on('scroll', () => this.#look());
      on('pointerdown', () => (this.#isHeld = true));
      on('pointercancel', () => this.#letGo());
      on('click', () => this.#letGo());
      // Not every touch ends in a click; one that does comes before the next two frames.
      on('pointerup', () =>
        requestAnimationFrame(() => requestAnimationFrame(() => this.#letGo())),
      );
      return () => {
        growing.disconnect();
        listening.abort();
      };
    };

  go(): void {
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    this.#look();
  }

  #follow(): void {
    if (this.#isHeld) return;
    // Somebody else has moved it meanwhile: the way back, or the browser.
    if (Math.abs(scrollY - this.#depth) > 2) this.#look();
    else if (this.isThere) this.go();
    else this.#look();
  }

  #letGo(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#follow();
  }

  #look(): void {
    this.#depth = scrollY;
    const { scrollHeight, clientHeight } = document.documentElement;
    this.isThere = scrollHeight - clientHeight - scrollY < near;
  }
}

/** A line or two from the end are the end. */
const near = 64;
