import { err } from '@manyhands/base';
import type { Hex, MemberId } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { startMesh } from '@manyhands/mesh';
import type { Mesh } from '@manyhands/mesh';
import type { Replica } from '@manyhands/replica';
import { askWhoIAm } from '@manyhands/community/devices';
import type { LaterKeys } from '@manyhands/community/devices';

/**
 * Asks at a lobby whose identity key this device holds (mesh/M12). It does nothing else
 * there, and lets nobody in; what is answered comes into the replica. Ends when the mesh
 * is closed. It brings the mesh's code with it: for whoever is shown something first.
 */
export function askAtLobby(
  replica: Replica,
  keys: LaterKeys,
  { lobby, relays }: { readonly lobby: Hex; readonly relays: readonly string[] },
): Mesh {
  const { identity, device } = keys;
  return startMesh({
    replica,
    // Until the others know better, they are named after their key.
    self: { member: toHex(identity.publicKey) as MemberId, device },
    secret: null,
    lobby: fromHex(lobby),
    relays,
    admission: () => askWhoIAm(replica.community, keys),
    admit: () => Promise.resolve(err({ type: 'InviteUnknown' })),
    onsecret: () => undefined,
  });
}
