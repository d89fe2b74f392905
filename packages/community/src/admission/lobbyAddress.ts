import type { CommunityId, Hex } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { lobbyOf, rankRelays, secretsOf } from '@manyhands/keys';
import type { Place } from '../opened/index.ts';

/** Where a community's lobby is: what every link that leads there begins with, and a kit. */
export interface LobbyAddress {
  readonly community: CommunityId;
  readonly lobby: Hex;
  readonly relays: readonly string[];
  readonly name: string;
}

/** As many relays as a link has room for. */
const relaysAtMost = 4;

/** Null before anybody has let us in: who holds no secret can lead nobody. */
export function lobbyAddressOf(place: Place): LobbyAddress | null {
  const secret = place.secret();
  const charter = place.replica.ledger.charter();
  if (!secret || !charter) return null;
  const { community } = place.membership;
  const { lobby } = secretsOf(secret.secret, community);
  // Of many those at which this lobby is stood in first.
  const relays = rankRelays(lobbyOf(lobby, community).room, charter.relays);
  return {
    community,
    lobby: toHex(lobby),
    relays: relays.slice(0, relaysAtMost),
    name: charter.name,
  };
}
