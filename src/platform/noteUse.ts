import type { Keyring } from '@manyhands/storage';
import type { LivePlace } from './livePlace.ts';

/**
 * Writes down, for as long as a place is open, what waits in it and that it is the one
 * used last: the list of communities says so while it is closed. Nothing depends on it,
 * so a note that cannot be written is no trouble.
 */
export function noteUse(place: LivePlace, keyring: Keyring): void {
  const { community, device, member } = place.membership;
  let noted: number | null = null;
  const note = () => {
    const waiting = place.replica.ledger.waitingFor(member).length;
    if (waiting === noted) return;
    noted = waiting;
    void keyring.noteUse(community, device, { lastUsedAt: Date.now(), waiting });
  };
  place.onclosed(place.subscribe('ledger', note));
  note();
}
