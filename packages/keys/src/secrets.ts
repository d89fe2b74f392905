import type { CommunityId } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import type { Hex } from '@manyhands/base';
import { deriveKey, sha256 } from './hash.ts';

/** Where devices find each other: a room of the introducer, and what opens its messages. */
export interface Rendezvous {
  readonly room: Hex;
  readonly password: Hex;
}

/** What members derive from the community's secret S_e of one epoch (formats §6). */
export interface Secrets extends Rendezvous {
  /** Seals bundles: pages that travel as files. */
  readonly bundle: Uint8Array;
  /** 16 bytes that an invite carries; they lead to the lobby and to nothing else. */
  readonly lobby: Uint8Array;
}

/** Everything S_e (32 bytes) opens. Nothing of it leads back, nor from the lobby here. */
export const secretsOf = (secret: Uint8Array, community: CommunityId): Secrets => ({
  ...rendezvousOf(secret, community),
  bundle: deriveKey(secret, 'bundle', 32, fromHex(community)),
  lobby: deriveKey(secret, 'lobby', 16),
});

/** Bytes of a hint. */
export const hintLength = 8;

/** Tells whoever holds S_e that it opens what is beside it; to others it says nothing. */
export const hintOf = (secret: Uint8Array): Uint8Array =>
  sha256(secret).subarray(0, hintLength);

/** The meeting place of members and of whoever holds an invite, from its lobby bytes. */
export const lobbyOf = (lobby: Uint8Array, community: CommunityId): Rendezvous =>
  rendezvousOf(lobby, community);

function rendezvousOf(key: Uint8Array, community: CommunityId): Rendezvous {
  const context = fromHex(community);
  return {
    room: toHex(deriveKey(key, 'room', 32, context)),
    password: toHex(deriveKey(key, 'password', 32, context)),
  };
}
