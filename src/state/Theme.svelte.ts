/** How the app looks on this device: the person's own choice, or the system's. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const name = 'manyhands/theme';
const isChoice = (text: string | null): text is ThemeChoice =>
  text === 'system' || text === 'light' || text === 'dark';

class Theme {
  #choice = $state<ThemeChoice>('system');

  constructor() {
    const kept = readKept();
    if (isChoice(kept)) this.#choice = kept;
    this.#show();
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  set choice(choice: ThemeChoice) {
    this.#choice = choice;
    keep(choice);
    this.#show();
  }

  #show(): void {
    const { dataset } = document.documentElement;
    if (this.#choice === 'system') delete dataset['theme'];
    else dataset['theme'] = this.#choice;
  }
}

function readKept(): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    // A browser that keeps nothing: the app says so itself, where it matters.
    return null;
  }
}

function keep(choice: ThemeChoice): void {
  try {
    localStorage.setItem(name, choice);
  } catch {
    // The choice holds until the page is closed.
    return;
  }
}

/** One for the whole page: it is written on the document itself. */
export const theme = new Theme();
