/**
 * The language that is on, in runes: whatever has read a sentence is drawn anew when
 * another language is turned on, and nothing that somebody is typing is lost over it.
 */
import type { Catalogue, LaterCatalogue } from './catalogue.ts';
import { en } from './en.ts';

interface Spoken {
  readonly words: Catalogue;
  /** Null while it has not been asked for; English lies beside `later()` itself. */
  readonly later: LaterCatalogue | null;
}

let now = $state.raw<Spoken>({ words: en, later: null });

export const spokenNow = (): Spoken => now;

export function turnOn(spoken: Spoken): void {
  now = spoken;
}
