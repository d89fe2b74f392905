/** What Chromium hands out when the app could be put on the home screen; no standard. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/** Whether this browser can put the app on the home screen when asked to. */
class Install {
  #offer = $state.raw<InstallOffer | null>(null);

  constructor() {
    addEventListener('beforeinstallprompt', (event) => {
      // Otherwise the browser asks by itself, in the middle of something else.
      event.preventDefault();
      this.#offer = event as InstallOffer;
    });
    addEventListener('appinstalled', () => (this.#offer = null));
  }

  get isOffered(): boolean {
    return this.#offer !== null;
  }

  /** Shows the browser's own question. An offer can be taken up once. */
  async ask(): Promise<void> {
    const offer = this.#offer;
    this.#offer = null;
    await offer?.prompt();
  }
}

/** One for the whole page, from its start: the offer comes early, and only once. */
export const install = new Install();
