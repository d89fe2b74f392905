/**
 * The page with twelve words (ledger/L12). The first is made with the key this member began with,
 * which is forgotten afterwards; each later one with the words of the one before, on any
 * device. The words are never stored; what is kept here is when somebody tried a page.
 *
 * Order, so that no crash leaves an identity that nobody can speak for: the words are on
 * paper → the statement is durable → K0 is wiped. Before the statement what spoke before
 * still speaks; after it the words do, and an opening finishes what a crash left
 * (`finishKit`).
 */
import { err, ok } from '@manyhands/base';
import type { MemberId, MinuteOfTime, Result } from '@manyhands/base';
import { encodeAs, fromHex, integer, nullable, toHex, tuple } from '@manyhands/codec';
import {
  entropyLength,
  entropyOfWords,
  randomBytes,
  readRecoveryWords,
  recoveryKeyOf,
  wordsOfEntropy,
} from '@manyhands/keys';
import type { RecoveryWords, WordsRefused } from '@manyhands/keys';
import { encodeKitLink, readKitLink, setKit } from '@manyhands/ledger';
import type { Entry, IdentityRefused, KitLink, Ledger } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import { entriesOf } from '@manyhands/door';
import { lobbyAddressOf } from '../admission/index.ts';
import type { Place } from '../opened/index.ts';
import { headsOf, keyVersionOf, speakerOf, stateIdentity } from '../devices/index.ts';
import { guardiansFrom } from './guardians.ts';
import { readNoteAs } from '../opened/index.ts';

/** What this device remembers of the page; minutes since 1970. */
export interface KitNote {
  readonly madeAt: MinuteOfTime;
  readonly testedAt: MinuteOfTime | null;
}

export type KitRefused =
  | AppendRefused
  | IdentityRefused
  /** Neither this device nor the old words speak for this member. */
  | { readonly type: 'NoPageKey' };

const minute = integer(0, 2 ** 32 - 1);
const noteShape = tuple({ madeAt: minute, testedAt: nullable(minute) });
/** The page that counts has a note of its own: what is known of an older one is not said of it. */
const noteName = ({ membership, replica }: Noted): string => {
  const version = keyVersionOf(replica.ledger, membership.member);
  return version <= 1 ? 'kit' : `kit/${String(version)}`;
};
type Noted = Pick<Place, 'membership' | 'notes' | 'replica'>;

/** Whether words on paper speak for this member, and not the key they began with. */
export const hasPage = (ledger: Ledger, member: MemberId): boolean =>
  keyVersionOf(ledger, member) > 0;

/**
 * When the page that counts became the way back; null where that is not known here. `own`
 * is what its member wrote, for whoever has read it already.
 */
export function pageMadeAt(
  { membership, replica }: Pick<Noted, 'membership' | 'replica'>,
  own: readonly Entry[] = entriesOf(replica, membership.member),
): MinuteOfTime | null {
  const version = keyVersionOf(replica.ledger, membership.member);
  const said = own.find(
    ({ content }) =>
      content.type === 'identity.set' &&
      content.member === membership.member &&
      content.version === version,
  );
  return version === 0 ? null : (said?.time ?? null);
}

export const newWords = (): Promise<RecoveryWords> =>
  wordsOfEntropy(randomBytes(entropyLength));

/**
/** What the page changes beside the words. */
export interface PageChange {
  /** Who keeps a spare key from then on; whoever did before, unless it is said. */
  readonly neighbours?: readonly MemberId[];
  /** The words of the page whose place it takes; null for the first. */
  readonly old?: RecoveryWords | null;
}

/**
 * From now on these words speak for this member. To be called once they are on paper:
 * when it answers yes, what spoke before (the first key, one that neighbours vouched for,
 * or the `old` words) opens nothing any more, and no such key is left on this device.
 */
export async function makeKit(
  place: Place,
  words: RecoveryWords,
  { neighbours, old = null }: PageChange = {},
): Promise<Result<void, KitRefused>> {
  const { community, member } = place.membership;
  const { ledger } = place.replica;
  const speaker = await speakerOf(place, old);
  if (speaker === null) return err({ type: 'NoPageKey' });
  const { publicKey } = await recoveryKeyOf(words, community);
  const { guardians, g } = neighbours
    ? guardiansFrom(neighbours)
    : ledger.identityOf(member);
  const kit = { key: toHex(publicKey), guardians, g };
  const claim = setKit(ledger, member, kit, headsOf(place.replica, member));
  if (!claim.ok) return claim;
  const stated = await stateIdentity(place, speaker, claim.value);
  if (!stated.ok) return stated;
  // It is made. Forgetting that it was not tried costs a line on a screen; a key that
  // could not be wiped speaks for nobody, and the next opening wipes it.
  await keepKitNote(place, { madeAt: place.now(), testedAt: null });
  await place.wipeIdentity();
  return ok(undefined);
}

/**
 * Wipes a key that spoke for this member and does so no more: a page was made, and a crash
 * came between. A statement that only ended a device is no page, and the key speaks on; one
 * that waits for the neighbours' word has never spoken, and stays.
 */
export async function finishKit(
  place: Pick<Place, 'membership' | 'replica' | 'identity' | 'wipeIdentity'>,
): Promise<void> {
  const key = await place.identity();
  if (key === null) return;
  const hasSpoken = place.replica.ledger
    .identitiesOf(place.membership.member)
    .some((each) => each.key === toHex(key.publicKey));
  if (hasSpoken && (await speakerOf(place)) === null) await place.wipeIdentity();
}

/** The text after `#k/` on the page; null while nobody has let us in. */
export async function kitLinkOf(
  place: Place,
  words: RecoveryWords,
): Promise<string | null> {
  const address = lobbyAddressOf(place);
  if (!address) return null;
  return encodeKitLink({ ...address, entropy: toHex(await entropyOfWords(words)) });
}

/** The link and the words of a page that was scanned; null for any other text. */
export async function readKit(
  text: string,
): Promise<{ link: KitLink; words: RecoveryWords } | null> {
  const link = readKitLink(text);
  if (!link.ok) return null;
  return { link: link.value, words: await wordsOfEntropy(fromHex(link.value.entropy)) };
}

export const readWords = (text: string): Promise<Result<RecoveryWords, WordsRefused>> =>
  readRecoveryWords(text);

/** The words of a page, from its scanned code or as they were typed; null for other text. */
export async function wordsIn(text: string): Promise<RecoveryWords | null> {
  const scanned = await readKit(text);
  if (scanned) return scanned.words;
  const typed = await readWords(text);
  return typed.ok ? typed.value : null;
}

/** The words of the page that counts for this member, from such a text; else null. */
export async function myWordsIn(
  place: Place,
  text: string,
): Promise<RecoveryWords | null> {
  const words = await wordsIn(text);
  return words && (await speakerOf(place, words)) ? words : null;
}

/** Whether these words speak for this member now; if so, the page has been tried. */
export async function tryKit(place: Place, words: RecoveryWords): Promise<boolean> {
  if ((await speakerOf(place, words)) === null) return false;
  const now = place.now();
  const note = await readKitNote(place);
  await keepKitNote(place, { madeAt: note?.madeAt ?? now, testedAt: now });
  return true;
}

/** What this device knows of the page that counts. */
export async function readKitNote(place: Noted): Promise<KitNote | null> {
  const limits = { bytes: 64, depth: 1 };
  const kept = await readNoteAs(place.notes, noteName(place), noteShape, limits);
  return kept.ok ? (kept.value as KitNote | null) : null;
}

export const keepKitNote = (place: Noted, note: KitNote) =>
  place.notes.put(noteName(place), encodeAs(noteShape, note));
