import { fromHex } from '@manyhands/codec';
import { requestCharter } from '@manyhands/door';
import { createSigningKey } from '@manyhands/keys';
import type { Charter, Invite } from '@manyhands/ledger';
import { canMeet } from '../phone/canMeet.ts';

/**
 * Asks at the lobby of an invite what its community agreed on (mesh/M12), with a key that is
 * forgotten afterwards, and keeps nothing. Null where nobody can be asked, or once `signal` says
 * that it is no longer wanted. It brings the mesh's code with it, which joining needs next.
 */
export async function readAtLobby(
  ownRelay: string,
  invite: Invite,
  signal: AbortSignal,
): Promise<Charter | null> {
  if (!canMeet()) return null;
  const { askForCharter } = await import('@manyhands/mesh');
  const device = await createSigningKey();
  const request = await requestCharter(invite, device);
  if (signal.aborted) return null;
  const { community, lobby } = invite;
  const relays = [...new Set([...invite.relays, ownRelay])];
  return new Promise((resolve) => {
    const asked = { community, lobby: fromHex(lobby), relays, device, request };
    const leave = askForCharter({ ...asked, oncharter: resolve });
    const calledOff = () => {
      leave();
      resolve(null);
    };
    signal.addEventListener('abort', calledOff, { once: true });
  });
}
