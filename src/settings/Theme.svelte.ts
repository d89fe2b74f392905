import { keepChoice, readChoice } from '../phone/keptChoice.ts';

/** How the app looks on this device: the person's own choice, or the system's. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const isChoice = (text: string | null): text is ThemeChoice =>
  text === 'system' || text === 'light' || text === 'dark';

class Theme {
  #choice = $state<ThemeChoice>('system');

  constructor() {
    const kept = readChoice('theme');
    if (isChoice(kept)) this.#choice = kept;
    this.#show();
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  set choice(choice: ThemeChoice) {
    this.#choice = choice;
    keepChoice('theme', choice);
    this.#show();
  }

  #show(): void {
    const { dataset } = document.documentElement;
    if (this.#choice === 'system') delete dataset['theme'];
    else dataset['theme'] = this.#choice;
  }
}

/** One for the whole page: it is written on the document itself. */
export const theme = new Theme();
