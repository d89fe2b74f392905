import { ok } from '@manyhands/base';
import type { DeviceKey, MemberId, NoteId, Result } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { sealFor } from '@manyhands/keys';
import type { Recipient } from '@manyhands/keys';
import { encodeNote, noteIdOf, readNote } from '@manyhands/ledger';
import type { Ledger, MemberDevice, Note, Sealed } from '@manyhands/ledger';
import type { AppendRefused, Replica } from '@manyhands/replica';
import type { Place } from './place.ts';

/** Of one member's devices at most so many: two members fit into one sealed text. */
const readersEach = 16;

/**
 * The most notes that are sealed again for one more device, the newest hours first. Each
 * is about 300 bytes in every member's copy, for good; so these are 150 kB.
 */
const resealLimit = 500;

/** Seals a note to every device of its two people that may read it, ours among them. */
export function sealNote(
  ledger: Ledger,
  note: Note,
  readers: readonly MemberId[],
): Promise<Sealed> {
  const devices = readers.flatMap((reader) => readersOf(ledger, reader));
  return sealTo(devices, note);
}

/**
 * The devices of a member that may read what is sealed from now on: not one that was
 * switched off, nor one that its owner does not trust any more.
 */
const readersOf = (ledger: Ledger, member: MemberId): MemberDevice[] =>
  ledger
    .devicesOf(member)
    .filter(({ frozen }) => !frozen)
    .filter(({ device }) => !ledger.isSwitchedOff(member, device))
    .slice(0, readersEach);

async function sealTo(devices: readonly MemberDevice[], note: Note): Promise<Sealed> {
  const recipients: Recipient[] = devices.map(({ device, box }) => ({
    device: fromHex(device),
    box: fromHex(box),
  }));
  const { epk, wraps, ciphertext } = await sealFor(recipients, encodeNote(note));
  return {
    type: 'sealed',
    thread: noteIdOf(note),
    epk: toHex(epk),
    wraps: wraps.map(({ hint, wrap }) => ({ hint: toHex(hint), wrap })),
    ciphertext,
  };
}

/**
 * The notes of this member's hours that this device can read and another one of theirs
 * cannot, newest hour first. What a sealed text says of its readers is enough to know.
 */
export function notReadableOn(
  { replica, membership }: Pick<Place, 'replica' | 'membership'>,
  device: DeviceKey,
): NoteId[] {
  const { ledger } = replica;
  const notes = ledger.transfersOf(membership.member).map(({ note }) => note);
  return [...new Set(notes)]
    .filter((note) => note !== null)
    .filter((note) => isFor(replica, note, membership.device))
    .filter((note) => !isFor(replica, note, device))
    .slice(0, resealLimit);
}

const isFor = ({ board }: Replica, note: NoteId, device: DeviceKey): boolean =>
  board
    .sealedIn(note)
    .some(({ sealed }) => sealed.wraps.some(({ hint }) => device.startsWith(hint)));

/**
 * Seals what this device can read once more, for another device of the same member. What
 * is sealed already is not done again, so whoever is interrupted begins anew. `report`
 * counts the notes.
 */
export async function sealAgainFor(
  place: Place,
  device: DeviceKey,
  report: (done: number, of: number) => void,
): Promise<Result<void, AppendRefused>> {
  const { ledger } = place.replica;
  const reader = readersOf(ledger, place.membership.member).find(
    (each) => each.device === device,
  );
  if (!reader) return ok(undefined);
  const notes = notReadableOn(place, device);
  for (const [done, id] of notes.entries()) {
    report(done, notes.length);
    const note = await openNote(place, id);
    if (note === null) continue;
    const kept = await place.writer.append('board', await sealTo([reader], note));
    if (!kept.ok) return kept;
  }
  report(notes.length, notes.length);
  return ok(undefined);
}

/** The words of a note, if this device can read them and they are that note's. */
async function openNote(
  place: Pick<Place, 'replica' | 'openSealed'>,
  id: NoteId,
): Promise<Note | null> {
  for (const { sealed } of place.replica.board.sealedIn(id)) {
    const plain = await place.openSealed({
      epk: fromHex(sealed.epk),
      wraps: sealed.wraps.map(({ hint, wrap }) => ({ hint: fromHex(hint), wrap })),
      ciphertext: sealed.ciphertext,
    });
    const note = plain.ok ? readNote(plain.value) : plain;
    if (note.ok && noteIdOf(note.value) === id) return note.value;
  }
  return null;
}
