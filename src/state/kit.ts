/**
 * The page with twelve words (L12): made once, with the key this member began with, which
 * is forgotten afterwards. The words are never stored; what is kept here is when a page
 * was made, and when somebody tried it.
 *
 * Order, so that no crash leaves an identity that nobody can speak for: the words are on
 * paper → the statement is durable → K0 is wiped. Before the statement K0 still speaks;
 * after it the words do, and an opening finishes what a crash left (`finishKit`).
 */
import { err } from '@manyhands/base';
import type { Hex, MemberId, MinuteOfTime, Result } from '@manyhands/base';
import {
  decodeAs,
  encodeAs,
  fromHex,
  integer,
  nullable,
  toHex,
  tuple,
} from '@manyhands/codec';
import {
  entropyLength,
  entropyOfWords,
  randomBytes,
  readRecoveryWords,
  recoveryKeyOf,
  wordsOfEntropy,
} from '@manyhands/keys';
import type { RecoveryWords, Signer, WordsRefused } from '@manyhands/keys';
import {
  encodeKitLink,
  encodeTravelling,
  readKitLink,
  setKit,
} from '@manyhands/ledger';
import type { Entry, IdentityRefused, KitLink, Ledger } from '@manyhands/ledger';
import type { AppendRefused, Notes, Replica } from '@manyhands/replica';
import { doorwayOf } from './doorway.ts';
import type { Place } from './place.ts';
import { guardiansFrom } from './guardians.ts';
import { stateIdentity } from './stateIdentity.ts';

/** What this device remembers of the page; minutes since 1970. */
export interface KitNote {
  readonly madeAt: MinuteOfTime;
  readonly testedAt: MinuteOfTime | null;
}

export type KitRefused =
  | AppendRefused
  | IdentityRefused
  /** The key that speaks for this member, and could make a page, is not on this device. */
  | { readonly type: 'NoFirstKey' };

const minute = integer(0, 2 ** 32 - 1);
const noteShape = tuple({ madeAt: minute, testedAt: nullable(minute) });
const noteName = 'kit';

export const newWords = (): Promise<RecoveryWords> =>
  wordsOfEntropy(randomBytes(entropyLength));

/**
 * From now on these words speak for this member, and these neighbours keep a spare key.
 * To be called once the words are on paper: when it answers yes, the key that spoke before
 * is gone from this device.
 */
export async function makeKit(
  place: Place,
  words: RecoveryWords,
  neighbours: readonly MemberId[],
): Promise<Result<void, KitRefused | { readonly type: string }>> {
  const { community, member } = place.membership;
  const { ledger } = place.replica;
  const identity = await place.identity();
  if (identity === null || !isSpeaking(ledger, member, identity)) {
    return err({ type: 'NoFirstKey' });
  }
  const { publicKey } = await recoveryKeyOf(words, community);
  const named = { key: toHex(publicKey), ...guardiansFrom(neighbours) };
  const claim = setKit(ledger, member, named);
  if (!claim.ok) return claim;
  const stated = await stateIdentity(place, identity, claim.value);
  if (!stated.ok) return stated;
  // Forgetting when it was made costs a line on a screen, and nothing else.
  await keepKitNote(place.notes, { madeAt: place.now(), testedAt: null });
  return place.wipeIdentity();
}

/**
 * Wipes a key that spoke for this member and does so no more: a page was made, and a crash
 * came between. A key that waits for the neighbours' word has never spoken, and stays.
 */
export async function finishKit(
  place: Pick<Place, 'membership' | 'replica' | 'identity' | 'wipeIdentity'>,
): Promise<void> {
  const key = await place.identity();
  if (key === null) return;
  const { ledger } = place.replica;
  const { member } = place.membership;
  const hasSpoken = ledger
    .identitiesOf(member)
    .some((each) => each.key === toHex(key.publicKey));
  if (hasSpoken && !isSpeaking(ledger, member, key)) await place.wipeIdentity();
}

const isSpeaking = (ledger: Ledger, member: MemberId, { publicKey }: Signer): boolean =>
  ledger.identityOf(member).key === toHex(publicKey);

/** The text after `#k/` on the page; null while nobody has let us in. */
export async function kitLinkOf(
  place: Place,
  words: RecoveryWords,
): Promise<string | null> {
  const doorway = doorwayOf(place);
  if (!doorway) return null;
  return encodeKitLink({ ...doorway, entropy: toHex(await entropyOfWords(words)) });
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

/** The words of a page, scanned or typed; null for any other text. */
export async function readPage(text: string): Promise<RecoveryWords | null> {
  const scanned = await readKit(text);
  if (scanned) return scanned.words;
  const typed = await readWords(text);
  return typed.ok ? typed.value : null;
}

/** Whether these words speak for this member now; if so, the page has been tried. */
export async function tryKit(place: Place, words: RecoveryWords): Promise<boolean> {
  const { community, member } = place.membership;
  const { publicKey } = await recoveryKeyOf(words, community);
  if (toHex(publicKey) !== place.replica.ledger.identityOf(member).key) return false;
  const now = place.now();
  const note = await readKitNote(place.notes);
  await keepKitNote(place.notes, { madeAt: note?.madeAt ?? now, testedAt: now });
  return true;
}

export async function readKitNote(notes: Notes): Promise<KitNote | null> {
  const row = await notes.get(noteName);
  if (!row.ok || !row.value) return null;
  const read = decodeAs(noteShape, row.value, { bytes: 64, depth: 1 });
  return read.ok ? (read.value as KitNote) : null;
}

export const keepKitNote = (notes: Notes, note: KitNote) =>
  notes.put(noteName, encodeAs(noteShape, note));

/**
 * Whose counted key it is, or is to be once enough of their neighbours say so: with the
 * statements so far, and the profile they last showed, so that whoever comes back is asked
 * "Is this you?" by name. Only who holds the key is told.
 */
export function whoHolds(
  replica: Replica,
  key: Hex,
): { readonly member: MemberId; readonly statements: Uint8Array[] } | null {
  const { ledger } = replica;
  const member = ledger.membersWithKey(key)[0] ?? memberAwaiting(ledger, key);
  if (member === undefined) return null;
  const own = entriesOf(replica, member);
  const stated = own.filter(({ content }) => {
    return content.type === 'identity.set' && content.member === member;
  });
  const profile = own.findLast(({ content }) => content.type === 'profile');
  const said = [...stated, ...(profile ? [profile] : [])].map(encodeTravelling);
  return { member, statements: [...said, ...neighboursWords(replica, member, key)] };
}

/** Of whom a neighbour has written that this is their new key. */
const memberAwaiting = (ledger: Ledger, key: Hex): MemberId | undefined =>
  ledger
    .members()
    .find(({ member }) =>
      ledger.recoveriesUnderWay(member).some((each) => each.key === key),
    )?.member;

/** What neighbours wrote of this member's keys, and what shows that they are members. */
function neighboursWords(replica: Replica, member: MemberId, key: Hex): Uint8Array[] {
  const chain = replica.ledger.identitiesOf(member);
  const keys = new Set([key, ...chain.map((each) => each.key)]);
  const neighbours = new Set(chain.flatMap(({ guardians }) => guardians));
  const written = [...neighbours].flatMap((each) => entriesOf(replica, each));
  return [...written, ...replica.loose()]
    .filter(({ content, log }) => {
      if (content.type !== 'guardian.recover' || content.member !== member)
        return false;
      return keys.has(content.key) && neighbours.has(log.member);
    })
    .flatMap((entry) => [
      ...replica.evidenceFor(entry.log.device),
      encodeTravelling(entry),
    ]);
}

/** All entries in the logs of one member, or of everybody, each log in its order. */
export function entriesOf(replica: Replica, member: MemberId | null = null): Entry[] {
  return replica
    .vector()
    .filter(({ log }) => member === null || log.member === member)
    .flatMap(({ head }) => {
      const chain: Entry[] = [];
      for (let at = replica.entry(head); at !== null; at = replica.entry(at.prev)) {
        chain.push(at);
      }
      return chain.reverse();
    });
}
