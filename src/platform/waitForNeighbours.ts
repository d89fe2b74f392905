import { passAlong } from '@manyhands/mesh';
import type { StoredMembership as KeyringRow } from '@manyhands/storage';
import type { ComingBack } from '@manyhands/community/threshold';
import { enrolmentBy } from '@manyhands/community/devices';
import { askAtLobby } from './askAtLobby.ts';
import type { LivePlace } from './livePlace.ts';

/**
 * Asks at the lobby whose key this phone holds, until enough neighbours have written whose
 * (mesh/M12), and says so then as the first entry of its own log: who joins the others
 * afterwards joins as that member. Closed before, it asks nobody, or never resolves, and
 * goes on at the next opening: whatever came is on the disk.
 */
export async function waitForNeighbours(
  place: LivePlace,
  row: KeyringRow,
  { link, ask }: ComingBack,
  ownRelay: string,
): Promise<void> {
  const identity = await place.identity();
  if (!identity) throw new Error('Bug: whoever comes back holds the new key');
  const { replica, writer, device } = place;
  const keys = { identity, device, box: row.sealing.publicKey };
  const relays = [...new Set([...link.relays, ownRelay])];
  const mesh = place.attach(
    () => askAtLobby(replica, keys, { lobby: link.lobby, relays }),
    (text) => passAlong(text, { relays }),
  );
  if (mesh === null) return;

  await new Promise<void>((resolve) => {
    let isEnrolling = false;
    const enrolOnceKnown = async (): Promise<void> => {
      if (isEnrolling || replica.ledger.identityOf(link.member).key !== ask.key) return;
      isEnrolling = true;
      const enrolment = await enrolmentBy(replica, link.member, keys);
      const enrolled = await writer.append('ledger', enrolment);
      // A full disk says so by itself; the next change tries again.
      isEnrolling = enrolled.ok;
      if (enrolled.ok) resolve();
    };
    place.onclosed(replica.subscribe(() => void enrolOnceKnown()));
    void enrolOnceKnown();
  });
  mesh.close();
}
