import type { Chance } from '../../chance.ts';

/** Who does harm in one particular way (T9), and in how many of a hundred worlds. */
const often = {
  nobody: 50.5,
  outranked: 11,
  ended: 11,
  guardian: 9,
  unheard: 4,
  spoiler: 7,
  loud: 3,
  crowder: 1,
  liar: 3.5,
};
export type OffenderKind = keyof typeof often;

export const isOffender = (name: string): name is OffenderKind => name in often;

export const drawOffender = (chance: Chance): OffenderKind => chance.weighted(often);

/** Somebody who does harm in one particular way. */
export interface Offender {
  /** Whatever is due on this day of the world. */
  turn(day: number): void;
  /** The world heals, and the hostile leave it. */
  leave(): void;
  /** Called while the world heals: what somebody still has to get over; null for nothing. */
  owed?(): string | null;
  /** Fails a world in which it did what nobody can. */
  judge(): void;
}
