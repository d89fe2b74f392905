import type { MemberId } from '@manyhands/base';
import type { NamedCategory } from '@manyhands/ledger';
import { hasLeft } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';

/**
 * The kinds of help that this community has named itself, hidden ones too. What all decided of
 * one (key 4) goes before what its member says of it.
 */
export function ownKinds(place: Place): NamedCategory[] {
  const { board, ledger } = place.replica;
  const decided = new Map(
    (ledger.rule('kinds') ?? []).map((kind) => [kind.code, kind]),
  );
  return board
    .categories()
    .filter(({ member, code }) => decided.has(code) || !hasLeft(ledger, member))
    .map((kind) => ({ ...kind, ...decided.get(kind.code) }));
}

/**
 * What a member's own kind is called, on a card of `writer` in that member's words first;
 * null when nobody named it, or they have left.
 */
export function ownKindName(
  place: Place,
  code: number,
  writer: MemberId | null = null,
): string | null {
  const { board, ledger } = place.replica;
  const decided = ledger.rule('kinds')?.find((each) => each.code === code);
  if (decided) return decided.name;
  const kind = writer === null ? null : board.categoryBy(writer, code);
  if (kind && !hasLeft(ledger, kind.member)) return kind.name;
  return ownKinds(place).find((each) => each.code === code)?.name ?? null;
}
