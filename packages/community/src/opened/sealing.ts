import { ok } from '@manyhands/base';
import type { DeviceKey, MemberId, NoteId, Result } from '@manyhands/base';
import { equalBytes, fromHex, toHex } from '@manyhands/codec';
import { sealFor, sha256 } from '@manyhands/keys';
import type { Recipient, Sealed as SealedBytes, Wrapping } from '@manyhands/keys';
import { encodeNote, noteIdOf, readNote } from '@manyhands/ledger';
import type {
  Board,
  MemberDevice,
  Note,
  SealedContent,
  SealedText,
} from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import { stageOfAgent } from './agents.ts';
import type { RecordHeld } from './agents.ts';
import type { Place } from './place.ts';

/** Of one member's devices at most so many: two members fit into one sealed text. */
const readersEach = 16;

/**
 * The most notes that are made readable on one more device, the newest hours first. Each
 * is about 300 bytes in every member's copy, for good; so these are 150 kB.
 */
const resealLimit = 500;

/**
 * What stands in place of the words where only their key is passed on: the first bytes of
 * the hash of the words' ciphertext. No sealed note is as short as this.
 */
const markLength = 16;
export const markOf = (ciphertext: Uint8Array): Uint8Array =>
  sha256(ciphertext).subarray(0, markLength);
export const isKeyAlone = ({ sealed }: SealedText): boolean =>
  sealed.ciphertext.length === markLength;

/** As many devices as one sealed text may have. */
const readersInAll = 32;

/**
 * Seals a note to the devices of its people that may read it, `own` among them: of two all
 * that `readersOf` gives, of more, who sign for an account, as many of each as fit.
 */
export function sealNote(
  held: RecordHeld,
  note: Note,
  readers: readonly MemberId[],
  own: DeviceKey,
): Promise<SealedContent> {
  const each = Math.max(1, Math.floor(readersInAll / readers.length));
  const devices = readers
    .flatMap((reader) => readersOf(held, reader, own).slice(0, each))
    .slice(0, readersInAll);
  return sealWords(devices, noteIdOf(note), encodeNote(note));
}

/**
 * The devices of a member that may read what is sealed from now on: those that speak for them
 * (ledger/L12), not a keeper, which stands where others are, nor one that its owner does not
 * trust any more, nor a neighbour's who has not said yes to writing for them (C26). Where only so many fit, `first` is among them, the device that writes, and
 * those that the member's page names come before those that some device let in: whoever holds
 * one of them for an hour could add twenty.
 */
export function readersOf(
  held: RecordHeld,
  member: MemberId,
  first: DeviceKey | null = null,
): MemberDevice[] {
  const { ledger } = held;
  const named = new Set(ledger.identityOf(member).devices.map(({ device }) => device));
  const rankOf = ({ device }: MemberDevice): number =>
    device === first ? 0 : named.has(device) ? 1 : 2;
  return ledger
    .devicesOf(member)
    .filter(({ frozen, role }) => role === 2 || (!frozen && role !== 1))
    .filter(({ device }) => ledger.speaks(member, device))
    .filter(
      ({ device, role }) =>
        role !== 2 || stageOfAgent(held, member, device) === 'writes',
    )
    .sort((a, b) => rankOf(a) - rankOf(b))
    .slice(0, readersEach);
}

/**
 * The same of a member's own phones alone: what is said to them in person, and what they keep for
 * themself, is not for who writes for them.
 */
export const ownReadersOf = (
  ...asked: Parameters<typeof readersOf>
): ReturnType<typeof readersOf> => readersOf(...asked).filter(({ role }) => role === 0);

/** The same; of somebody without a phone of their own, those who write for them. */
export function nearestReadersOf(
  ...asked: Parameters<typeof readersOf>
): ReturnType<typeof readersOf> {
  const own = ownReadersOf(...asked);
  return own.length > 0 ? own : readersOf(...asked);
}

/** Seals words to these devices, 1 to 32 of them, in a thread of their own. */
export async function sealWords(
  devices: readonly MemberDevice[],
  thread: NoteId,
  words: Uint8Array,
): Promise<SealedContent> {
  const { ciphertext, ...wrapping } = await sealFor(recipientsOf(devices), words);
  return sealedIn(thread, wrapping, ciphertext);
}

const recipientsOf = (devices: readonly MemberDevice[]): Recipient[] =>
  devices.map(({ device, box }) => ({ device: fromHex(device), box: fromHex(box) }));

const sealedIn = (
  thread: NoteId,
  { epk, wraps }: Wrapping,
  ciphertext: Uint8Array,
): SealedContent => ({
  type: 'sealed',
  thread,
  epk: toHex(epk),
  wraps: wraps.map(({ hint, wrap }) => ({ hint: toHex(hint), wrap })),
  ciphertext,
});

/** One way to open a note: its words, with their own key or one that was passed on. */
export interface WayIn {
  /** The entries it is made of: the same for as long as both stand. */
  readonly id: string;
  readonly words: SealedText;
  readonly key: SealedText;
}

/**
 * Every way to open a note. Its words stand in their writer's entry alone; once that is
 * erased, whatever keys others passed on open nothing (decision 0022).
 */
export function waysInto(board: Pick<Board, 'sealedIn'>, note: NoteId): WayIn[] {
  const standing = board.sealedIn(note);
  const keys = standing.filter(isKeyAlone);
  return standing
    .filter((text) => !isKeyAlone(text))
    .flatMap((text) => {
      const { ciphertext } = text.sealed;
      const mark = keys.length > 0 ? markOf(ciphertext) : ciphertext;
      const passedOn = keys.filter(({ sealed }) => equalBytes(sealed.ciphertext, mark));
      return [text, ...passedOn].map((key) => ({
        id: `${text.entry.id}/${key.entry.id}`,
        words: text,
        key,
      }));
    });
}

export const sealedOf = ({ words, key: { sealed } }: WayIn): SealedBytes => ({
  epk: fromHex(sealed.epk),
  wraps: sealed.wraps.map(({ hint, wrap }) => ({ hint: fromHex(hint), wrap })),
  ciphertext: words.sealed.ciphertext,
});

/**
 * The notes of this member's hours that this device can read and another one of theirs
 * cannot, newest hour first. What a sealed text says of its readers is enough to know.
 */
export function notReadableOn(
  { replica, membership }: Pick<Place, 'replica' | 'membership'>,
  device: DeviceKey,
): NoteId[] {
  const { ledger, board } = replica;
  const notes = ledger.transfersOf(membership.member).map(({ note }) => note);
  return [...new Set(notes)]
    .filter((note) => note !== null)
    .filter((note) => waysFor(board, note, membership.device).length > 0)
    .filter((note) => waysFor(board, note, device).length === 0)
    .slice(0, resealLimit);
}

export const waysFor = (
  board: Pick<Board, 'sealedIn'>,
  note: NoteId,
  device: DeviceKey,
): WayIn[] =>
  waysInto(board, note).filter(({ key }) =>
    key.sealed.wraps.some(({ hint }) => device.startsWith(hint)),
  );

/**
 * Passes the key of what this device can read on to another device of the same member. What
 * that one can read already is not done again, so whoever is interrupted begins anew.
 * `report` counts the notes.
 */
export async function sealAgainFor(
  place: Place,
  device: DeviceKey,
  report: (done: number, of: number) => void,
): Promise<Result<void, AppendRefused>> {
  const reader = readersOf(place.replica, place.membership.member, device).find(
    (each) => each.device === device,
  );
  if (!reader) return ok(undefined);
  const notes = notReadableOn(place, device);
  for (const [done, id] of notes.entries()) {
    report(done, notes.length);
    const key = await keyFor(place, id, reader);
    if (key === null) continue;
    const kept = await place.writer.append('board', key);
    if (!kept.ok) return kept;
  }
  report(notes.length, notes.length);
  return ok(undefined);
}

/** The key of a note for one more reader, if this device can read it and it is that note. */
async function keyFor(
  place: Place,
  id: NoteId,
  reader: MemberDevice,
): Promise<SealedContent | null> {
  for (const way of waysFor(place.replica.board, id, place.membership.device)) {
    if ((await openNote(place, id, way)) === null) continue;
    const key = await passKeyOn(place, way, [reader]);
    if (key) return key;
  }
  return null;
}

/**
 * The key of what this device can open, for further devices: an entry without words. Null
 * when it opens nothing, and when none of them has a box to seal to: that is its own doing.
 */
export async function passKeyOn(
  place: Pick<Place, 'passOn'>,
  way: WayIn,
  devices: readonly MemberDevice[],
): Promise<SealedContent | null> {
  const passed = await place.passOn(sealedOf(way), recipientsOf(devices));
  const { thread, ciphertext } = way.words.sealed;
  if (!passed.ok || passed.value.wraps.length === 0) return null;
  return sealedIn(thread, passed.value, markOf(ciphertext));
}

/** The words of a note, if this device can read them and they are that note's. */
export async function openNote(
  place: Pick<Place, 'openSealed'>,
  id: NoteId,
  way: WayIn,
): Promise<Note | null> {
  const plain = await place.openSealed(sealedOf(way));
  const note = plain.ok ? readNote(plain.value) : plain;
  return note.ok && noteIdOf(note.value) === id ? note.value : null;
}
