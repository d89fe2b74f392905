/** What this phone does by itself once the members let somebody go (community/C24). */
import { SerialQueue } from '@manyhands/base';
import { decisionNotebookOf } from '@manyhands/community/decisions';
import { isActedOn, Removing } from '@manyhands/door';
import type { Mesh } from '@manyhands/mesh';
import type { LivePlace } from './livePlace.ts';
import { keepSecretsBefore, readSecretsBefore } from './placeNotes.ts';

/** Days pass also where nobody writes anything. */
const lookEvery = 10 * 60_000;

export async function openRemoving(place: LivePlace): Promise<Removing> {
  const { replica, notes, membership, secrets } = place;
  const notebook = decisionNotebookOf(place);
  return new Removing({
    replica,
    notes,
    member: membership.member,
    device: membership.device,
    now: () => place.now(),
    isActedOn: (motion, lateBy) =>
      isActedOn(notebook.takenSince(motion), place.now(), lateBy),
    book: await readSecretsBefore(notes, secrets.vault, secrets.newest),
    keep: (book) => keepSecretsBefore(notes, book, secrets.vault),
  });
}

/** Looks by itself for as long as the mesh lasts. Returns its end. */
export function keepRemovalsActedOn(
  place: LivePlace,
  removing: Removing,
  mesh: Mesh,
): () => void {
  const look = new SerialQueue().coalesce(() =>
    removing.look({
      held: () => place.secret(),
      renew: (epoch) => place.renewSecret(epoch),
      onmoved: () => {
        mesh.removalsMoved();
        place.tell('ledger');
      },
      onrooms: (before) => mesh.setSecretsBefore(before),
    }),
  );
  void look();
  const heard = (['ledger', 'links', 'disk'] as const).map((topic) =>
    place.subscribe(topic, () => void look()),
  );
  const timer = setInterval(() => void look(), lookEvery);
  return () => {
    clearInterval(timer);
    for (const end of heard) end();
  };
}
