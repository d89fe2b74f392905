import { err, ok } from '@manyhands/base';
import type { Hex, Result } from '@manyhands/base';
import { encodeAs, fromHex, text, toHex, tuple } from '@manyhands/codec';
import { signingKeyFromSeed } from '@manyhands/keys';
import { encodePoster, posterKeySeedOf } from '@manyhands/ledger';
import type { AppendRefused, Notes } from '@manyhands/replica';
import { closeInvite, proveHolding } from '@manyhands/door';
import type { Place } from '../opened/index.ts';
import { lobbyAddressOf } from './lobbyAddress.ts';
import { readNoteAs } from '../opened/index.ts';

/** A poster of mine; `text` follows `#h/`, and is null on a phone that did not make it. */
export interface HungPoster {
  readonly posterPub: Hex;
  readonly label: string;
  readonly text: string | null;
}

export type HangRefused = AppendRefused | { readonly type: 'NotLetInYet' };

/** Hangs up a poster: whoever reads it may knock, until it is taken down. */
export async function hangPoster(
  place: Place,
  label: string,
): Promise<Result<HungPoster, HangRefused>> {
  const address = lobbyAddressOf(place);
  if (!address) return err({ type: 'NotLetInYet' });
  const seed = toHex(place.randomBytes(16));
  const key = await signingKeyFromSeed(posterKeySeedOf({ seed }));
  const posterPub = toHex(key.publicKey);
  const hung = {
    posterPub,
    label: label.trim(),
    text: encodePoster({ ...address, seed }),
  };
  // Kept first: a poster that hangs and that nobody can print again is of no use.
  const kept = await place.notes.put(
    nameOf(posterPub),
    encodeAs(shape, { text: hung.text }),
  );
  if (!kept.ok) return kept;
  const opened = await place.writer.append('board', {
    type: 'poster.open',
    posterPub,
    label: hung.label,
    proof: await proveHolding(key, place.membership),
  });
  return opened.ok ? ok(hung) : opened;
}

/** My posters that hang, the newest first. */
export async function myPosters(place: Place): Promise<HungPoster[]> {
  const mine = place.replica.board
    .openPosters()
    .filter(({ member }) => member === place.membership.member)
    .sort(({ entry: a }, { entry: b }) => b.time - a.time || b.seq - a.seq);
  const posters = mine.map(async ({ posterPub, label }) => ({
    posterPub,
    label,
    text: await readText(place.notes, posterPub),
  }));
  return Promise.all(posters);
}

/** Takes down a poster of mine: nobody can knock with it any more, wherever it hangs. */
export async function takeDown(
  place: Place,
  posterPub: Hex,
): Promise<Result<void, AppendRefused>> {
  const { board } = place.replica;
  const hung = board
    .openPosters()
    .filter((each) => each.member === place.membership.member)
    .filter((each) => each.posterPub === posterPub)
    .map(({ entry }) => entry);
  const closed = await closeInvite(place.notes, posterPub);
  if (!closed.ok) return closed;
  const erased = hung.length === 0 ? ok(undefined) : await place.writer.erase(hung);
  if (!erased.ok) return erased;
  return place.notes.delete(nameOf(posterPub));
}

const shape = tuple({ text: text(2_000) });
const nameOf = (posterPub: Hex): string =>
  `poster/${toHex(fromHex(posterPub).subarray(0, 16))}`;

async function readText(notes: Notes, posterPub: Hex): Promise<string | null> {
  const limits = { bytes: 3_000, depth: 1 };
  const kept = await readNoteAs(notes, nameOf(posterPub), shape, limits);
  return kept.ok && kept.value ? kept.value.text : null;
}
