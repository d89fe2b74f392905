import type { NamedCategory } from '@manyhands/ledger';
import { hasLeft } from './membersHere.ts';
import type { Place } from './place.ts';

/** The kinds of help that this community has named itself, hidden ones too. */
export function ownKinds(place: Place): NamedCategory[] {
  const { board, ledger } = place.replica;
  return board.categories().filter(({ member }) => !hasLeft(ledger, member));
}

/** What a member's own kind is called; null when nobody named it, or they have left. */
export const ownKindName = (place: Place, code: number): string | null =>
  ownKinds(place).find((kind) => kind.code === code)?.name ?? null;
