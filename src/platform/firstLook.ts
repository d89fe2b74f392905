/** So long those who are there may take to answer. */
const lookFor = 6_000;

/**
 * The first seconds in a room: the relay answers at once, whoever is there a moment later. That
 * nobody is can be said only once it is over, and `onover` is called then.
 */
export class FirstLook {
  readonly #onover: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onover: () => void) {
    this.#onover = onover;
  }

  get isOn(): boolean {
    return this.#timer !== undefined;
  }

  begin(): void {
    this.end();
    this.#timer = setTimeout(() => {
      this.end();
      this.#onover();
    }, lookFor);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
