import type { Hour } from '../state/hour.ts';
import { tiesOf } from '../state/year.ts';
import { nameOf } from './naming.ts';

/** My ties as `TiesWeb` draws them, first met first. */
export const tiesToDraw = (hours: readonly Hour[]) =>
  tiesOf(hours).map(({ person, ...tie }) => ({
    ...tie,
    id: person.id,
    name: nameOf(person),
    seed: person.seed,
  }));
