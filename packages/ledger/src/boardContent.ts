import type { DeviceKey, EntryId, Hex, NoteId } from '@manyhands/base';
import { bytes, hex, integer, list, nullable, text, tuple } from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import { deviceField, entryField, keyField, noteField, u32Field } from './fields.ts';
import type { Meaningless, Unknown } from './ledgerContent.ts';

/** How somebody shows themselves. The highest `rev` counts, then the highest id (B12). */
export interface Profile {
  readonly type: 'profile';
  readonly rev: number;
  readonly name: string;
  readonly about: string;
  /** Codes of the list of skills the app knows. */
  readonly skills: readonly number[];
  /** Language tags, most at home first. */
  readonly languages: readonly string[];
  readonly area: string;
  /** How far they go, in kilometres; null: not said. */
  readonly reach: number | null;
  /** SHA-256 of a picture kept outside the document. */
  readonly blob: Hex | null;
}

/** What was done, as a transfer's `note` commits to it. Sealed to the two, as a rule. */
export interface Note {
  readonly type: 'note';
  readonly salt: Hex;
  readonly category: number | null;
  readonly text: string;
}

/** The sealed key for one device: which one (the first bytes of its key), and the wrap. */
export interface Wrap {
  readonly hint: Hex;
  readonly wrap: Uint8Array;
}

/** A text that only the devices wrapped for can read (annex §6). */
export interface Sealed {
  readonly type: 'sealed';
  readonly thread: NoteId;
  readonly epk: Hex;
  readonly wraps: readonly Wrap[];
  readonly ciphertext: Uint8Array;
}

export interface Thanks {
  readonly type: 'thanks';
  readonly proposal: EntryId;
  readonly text: string;
}

/** One place of a board log of the same member, and what stood there. */
export interface ErasedPlace {
  readonly device: DeviceKey;
  readonly seq: number;
  readonly bodyHash: Hex;
}

/**
 * Takes entries of the same member off the board, whichever of their devices wrote them.
 * A fact: nothing takes it back, and it cannot be erased itself.
 */
export interface Erase {
  readonly type: 'erase';
  readonly places: readonly ErasedPlace[];
}

/** Lets any device of a member admit whoever holds the invite, so many times. */
export interface InviteOpen {
  readonly type: 'invite.open';
  readonly invitePub: Hex;
  readonly uses: number;
  readonly label: string;
}

/** Lets whoever read the poster knock; any member may greet them, one at a time. */
export interface PosterOpen {
  readonly type: 'poster.open';
  readonly posterPub: Hex;
  /** Where it hangs. */
  readonly label: string;
}

export type KnownBoardContent =
  Profile | Note | Sealed | Thanks | Erase | InviteOpen | PosterOpen;
export type BoardContent = KnownBoardContent | Unknown | Meaningless;

/** The most places one erase names (annex §9). */
export const erasedAtMost = 50;

/** Payloads of the board by type (annex §9). */
export const boardShapes: {
  [C in KnownBoardContent as C['type']]: Shape<Omit<C, 'type'>>;
} = {
  profile: tuple({
    rev: u32Field,
    name: text(96),
    about: text(1_000),
    skills: list(integer(0, 65_535), 0, 64),
    languages: list(text(16), 0, 16),
    area: text(96),
    reach: nullable(integer(0, 1_000)),
    blob: nullable(keyField),
  }),
  note: tuple({
    salt: hex(16),
    category: nullable(integer(0, 65_535)),
    text: text(1_000),
  }),
  sealed: tuple({
    thread: noteField,
    epk: keyField,
    wraps: list(tuple({ hint: hex(8), wrap: bytes(48) }), 1, 32),
    ciphertext: bytes(16, 4_000),
  }),
  thanks: tuple({ proposal: entryField, text: text(1_000) }),
  erase: tuple({
    places: list(
      tuple({
        device: deviceField,
        seq: integer(0, Number.MAX_SAFE_INTEGER),
        bodyHash: keyField,
      }),
      1,
      erasedAtMost,
    ),
  }),
  'invite.open': tuple({ invitePub: keyField, uses: integer(1, 50), label: text(96) }),
  'poster.open': tuple({ posterPub: keyField, label: text(96) }),
};

/** The numbers that stand for the types in bytes (annex §9). */
export const boardNumbers: Record<KnownBoardContent['type'], number> = {
  profile: 64,
  note: 66,
  sealed: 67,
  thanks: 68,
  erase: 69,
  'invite.open': 70,
  'poster.open': 72,
};
