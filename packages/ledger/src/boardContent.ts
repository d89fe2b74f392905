import type {
  Day,
  DeviceKey,
  EntryId,
  Hex,
  ListingId,
  MemberId,
  Minutes,
  NoteId,
} from '@manyhands/base';
import {
  boolean,
  bytes,
  hex,
  integer,
  list,
  nullable,
  text,
  tuple,
} from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import {
  dayField,
  deviceField,
  entryField,
  keyField,
  listingField,
  memberField,
  minutesField,
  noteField,
  signatureField,
  u32Field,
  wordOf,
} from './fields.ts';
import { gatheringShapes } from './gatheringContent.ts';
import type { GatheringContent } from './gatheringContent.ts';
import { groupShapes } from './groupContent.ts';
import type { GroupContent } from './groupContent.ts';
import type { Meaningless, Unknown } from './ledgerContent.ts';
import { photoField, sharedShapes } from './sharedContent.ts';
import type { Photo, SharedContent } from './sharedContent.ts';
import { sessionShapes } from './sessionContent.ts';
import type { SessionContent } from './sessionContent.ts';
import { thingShapes } from './thingContent.ts';
import type { ThingContent } from './thingContent.ts';

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

/** A text that only the devices wrapped for can read (formats §6). */
export interface SealedContent {
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
export interface ErasedPosition {
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
  readonly places: readonly ErasedPosition[];
}

/** Lets any device of a member admit whoever holds the invite, so many times. */
export interface InviteOpen {
  readonly type: 'invite.open';
  readonly invitePub: Hex;
  readonly uses: number;
  readonly label: string;
  /** The invite key's word for the writer's pair: nobody opens another's. */
  readonly proof: Hex;
}

/** Lets whoever read the poster knock; any member may greet them, one at a time. */
export interface PosterOpen {
  readonly type: 'poster.open';
  readonly posterPub: Hex;
  /** Where it hangs. */
  readonly label: string;
  /** The poster key's word for the writer's pair. */
  readonly proof: Hex;
}

/**
 * What would help somebody, and when and how they can be met. What stands here all may
 * read; what is for partners alone is sealed to them instead. The highest `rev` counts.
 */
export interface Wishes {
  readonly type: 'wishes';
  readonly rev: number;
  /** Kinds of help, by the numbers of profiles. */
  readonly categories: readonly number[];
  /** Parts of the week, 0 to 20: three a day from Monday morning; none: not said. */
  readonly free: readonly number[];
  /** What they need to take part: a ramp, large print, a slow voice. */
  readonly access: string;
  /** How to reach them. */
  readonly contact: string;
}

/** Where help happens, as far as its words need not say it. */
export type Venue = 'agree' | 'mine' | 'yours' | 'outside' | 'remote';
/** What moves: hours, thanks alone, or a thing that is given, lent or swapped. */
export type Manner = 'hours' | 'gift' | 'give' | 'lend' | 'swap';

/** The fixed words of a listing: it reads itself in each reader's language. */
export interface ListingTerms {
  readonly place: Venue;
  /** Where, in free words; may be empty. */
  readonly where: string;
  /** Parts of the week, as in `Wishes`. */
  readonly free: readonly number[];
  /** The days between which it is meant; shown, never enforced. */
  readonly from: Day | null;
  readonly until: Day | null;
  /** Again and again, not once. */
  readonly standing: boolean;
  /** How many can come at a time. */
  readonly group: number;
  readonly manner: Manner;
  /** Of a thing: who made it, where it is from, whether fairly, and a price as text only. */
  readonly producer: string;
  readonly origin: string;
  readonly fair: boolean;
  readonly price: string;
}

/** An offer, a need or a thing. The highest `rev` of one name counts, then the id (B12). */
export interface Listing {
  readonly type: 'listing';
  readonly listing: ListingId;
  readonly rev: number;
  readonly kind: 'offer' | 'need' | 'thing';
  readonly title: string;
  readonly words: string;
  readonly category: number;
  readonly terms: ListingTerms;
  readonly photo: Photo | null;
  readonly state: 'open' | 'paused' | 'closed';
}

/**
 * Help for which nobody wants hours, only thanks. Both write the same; when both have, it
 * is tallied. Not the transfer of kind `gift`, which moves hours.
 */
export interface GiftOfHelp {
  readonly type: 'gift';
  /** 16 random bytes: two gifts of one day are two. */
  readonly gift: Hex;
  readonly helper: MemberId;
  readonly helped: MemberId;
  readonly day: Day;
  /** How long it took, if they want to say. */
  readonly minutes: Minutes | null;
}

/** A kind of help that a member names for the community; the highest `rev` counts. */
export interface CategoryName {
  readonly type: 'category';
  /** 1,000 and above: below are the numbers that the app gives. */
  readonly code: number;
  readonly rev: number;
  /** The kind beneath which it stands; null: beside them. */
  readonly parent: number | null;
  readonly name: string;
  readonly isShown: boolean;
}

/**
 * Who may write to a member first. The highest `rev` counts (B12); where a member has said
 * nothing, everybody may.
 */
export interface Strangers {
  readonly type: 'strangers';
  readonly rev: number;
  /** False: only those with whom they share something. */
  readonly mayWrite: boolean;
}

export type KnownBoardContent =
  | Profile
  | Listing
  | Note
  | SealedContent
  | Thanks
  | Erase
  | InviteOpen
  | PosterOpen
  | Wishes
  | ThingContent
  | GiftOfHelp
  | CategoryName
  | Strangers
  | GatheringContent
  | SharedContent
  | SessionContent
  | GroupContent;
export type BoardContent = KnownBoardContent | Unknown | Meaningless;

/** The most places one erase names (F9). */
export const erasedAtMost = 50;

/** Of the parts of a week, three a day from Monday morning. */
export const freeField: Shape<readonly number[]> = list(integer(0, 20), 0, 21);
const categoryField = integer(0, 65_535);
/** The first number that a community may give a kind of help of its own. */
export const ownCategories = 1_000;
export const listingTermsShape: Shape<ListingTerms> = tuple({
  place: wordOf<Venue>('agree', 'mine', 'yours', 'outside', 'remote'),
  where: text(96),
  free: freeField,
  from: nullable(dayField),
  until: nullable(dayField),
  standing: boolean,
  group: integer(1, 50),
  manner: wordOf<Manner>('hours', 'gift', 'give', 'lend', 'swap'),
  producer: text(96),
  origin: text(96),
  fair: boolean,
  price: text(48),
});

/** Payloads of the board by type (F9). */
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
  'invite.open': tuple({
    invitePub: keyField,
    uses: integer(1, 50),
    label: text(96),
    proof: signatureField,
  }),
  'poster.open': tuple({
    posterPub: keyField,
    label: text(96),
    proof: signatureField,
  }),
  listing: tuple({
    listing: listingField,
    rev: u32Field,
    kind: wordOf('offer', 'need', 'thing'),
    title: text(96),
    words: text(1_000),
    category: categoryField,
    terms: listingTermsShape,
    photo: nullable(photoField),
    state: wordOf('open', 'paused', 'closed'),
  }),
  wishes: tuple({
    rev: u32Field,
    categories: list(categoryField, 0, 64),
    free: freeField,
    access: text(300),
    contact: text(200),
  }),
  gift: tuple({
    gift: hex(16),
    helper: memberField,
    helped: memberField,
    day: dayField,
    minutes: nullable(minutesField),
  }),
  category: tuple({
    code: integer(ownCategories, 65_535),
    rev: u32Field,
    parent: nullable(categoryField),
    name: text(48),
    isShown: boolean,
  }),
  strangers: tuple({ rev: u32Field, mayWrite: boolean }),
  ...thingShapes,
  ...gatheringShapes,
  ...sessionShapes,
  ...sharedShapes,
  ...groupShapes,
};
