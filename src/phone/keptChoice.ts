/** A small choice of the person's, kept by this browser for all its tabs, or null. */
export function readChoice(name: string): string | null {
  try {
    return localStorage.getItem(`manyhands/${name}`);
  } catch {
    // A browser that keeps nothing: the app says so itself, where it matters.
    return null;
  }
}

export function keepChoice(name: string, choice: string): void {
  try {
    localStorage.setItem(`manyhands/${name}`, choice);
  } catch {
    // The choice holds until the page is closed.
    return;
  }
}
