import type { Hour } from '@manyhands/community/hours';
import { tiesOf } from '@manyhands/community/hours';
import { markKindOf, nameOf } from '../naming/naming.ts';

/** My ties as `TiesWeb` draws them, first met first. */
export const tiesToDraw = (hours: readonly Hour[]) =>
  tiesOf(hours).map(({ person, ...tie }) => ({
    ...tie,
    id: person.id,
    name: nameOf(person),
    seed: person.seed,
    kind: markKindOf(person),
  }));
