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

/** Who does so with accounts and decisions, where there are any; of a hundred such worlds. */
const oftenInOurs = { other: 78, dropped: 7, sole: 6, opener: 1.5, voucher: 7.5 };

type OursOffender = Exclude<keyof typeof oftenInOurs, 'other'>;
export type OffenderKind = keyof typeof often | OursOffender;

const isOfOurs = (name: string): name is OursOffender =>
  name in oftenInOurs && name !== 'other';

export const isOffender = (name: string): name is OffenderKind =>
  name in often || isOfOurs(name);

/** Whether there have to be accounts and decisions for this harm to be done. */
export const needsOurs = (kind: OffenderKind | undefined): boolean =>
  kind !== undefined && isOfOurs(kind);

export const drawOffender = (chance: Chance): OffenderKind => chance.weighted(often);

/** Null: whoever is drawn in all worlds. */
export function drawOffenderOfOurs(chance: Chance): OffenderKind | null {
  const drawn = chance.weighted(oftenInOurs);
  return drawn === 'other' ? null : drawn;
}

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
