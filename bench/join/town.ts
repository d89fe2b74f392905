import type { CommunityId } from '@manyhands/base';
import { decodeAs, encodeAs, bytes, hex, list, tuple } from '@manyhands/codec';

/** A whole community's record, as it travels to somebody who has nothing of it. */
export interface Town {
  readonly community: CommunityId;
  readonly pages: readonly Uint8Array[];
}

const mostBytes = 2 ** 28;
const townShape = tuple({
  community: hex<CommunityId>(32),
  pages: list(bytes(1, mostBytes), 1, 100_000),
});

export const encodeTown = ({ community, pages }: Town): Uint8Array =>
  encodeAs(townShape, { community, pages: [...pages] });

export function decodeTown(from: Uint8Array): Town {
  const town = decodeAs(townShape, from, { bytes: mostBytes, depth: 2 });
  if (!town.ok) throw new Error('Bug: this is no town');
  return town.value;
}
