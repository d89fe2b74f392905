import { keepChoice, readChoice } from '../phone/keptChoice.ts';

/** What one tablet shows on its wall, chosen on it and kept by its browser alone. */
export interface WallChoice {
  /** Whether whoever passes by may read who helped whom. */
  readonly hasNames: boolean;
  /** What is shown as a code, as it follows the `#` of its link; empty for none. */
  readonly code: string;
}

const names = (place: string) => `wall/${place}/names`;
const code = (place: string) => `wall/${place}/code`;

export const readWall = (place: string): WallChoice => ({
  hasNames: readChoice(names(place)) === 'on',
  code: readChoice(code(place)) ?? '',
});

export function keepWall(place: string, choice: WallChoice): void {
  keepChoice(names(place), choice.hasNames ? 'on' : 'off');
  keepChoice(code(place), choice.code);
}

/** From evening to morning, by the tablet's own clock, the wall is dark. */
export const isNight = (hour: number): boolean => hour >= 21 || hour < 7;
