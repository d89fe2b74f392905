/** Saying something in a room, signs beneath it, and what a phone does so that rooms forget. */
import { err, ok, SerialQueue } from '@manyhands/base';
import type { EntryId, MemberId, Result } from '@manyhands/base';
import {
  encodeRoomWord,
  revAfter,
  roomThreadOf,
  roomWordLimit,
} from '@manyhands/ledger';
import type {
  Entry,
  MemberDevice,
  RoomName,
  RoomSign,
  SaidWordInRoom,
} from '@manyhands/ledger';
import { roomReaders } from '../limits.ts';
import {
  isOff,
  ownReadersOf,
  passKeyOn,
  replace,
  roomKeysTo,
  sealWords,
  textBytes,
  write,
} from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import { accessTo } from './access.ts';
import { roomsOf } from './rooms.ts';

export type RoomRefused =
  | WriteRefused
  | { readonly type: 'NoWords' | 'NoteTooLong' | 'TooLarge' | 'NotInRoom' };

/** What somebody says: words, a picture or both. */
export interface ToSay {
  readonly text: string;
  readonly picture: Uint8Array | null;
  /** The word that it answers. */
  readonly answers: EntryId | null;
}

const queues = new WeakMap<Place, SerialQueue>();

/** Says it behind all that stands there. One after another, so that each names the one before. */
export function sayInRoom(
  place: Place,
  room: RoomName,
  said: ToSay,
): Promise<Result<EntryId, RoomRefused>> {
  const queue = queues.get(place) ?? new SerialQueue();
  queues.set(place, queue);
  return queue.run(() => say(place, room, { ...said, text: said.text.trim() }));
}

async function say(
  place: Place,
  room: RoomName,
  { text, picture, answers }: ToSay,
): Promise<Result<EntryId, RoomRefused>> {
  const access = accessTo(place, room);
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  if (access?.mayWrite !== true || place.membership.isBehalf === true)
    return err({ type: 'NotInRoom' });
  if (text === '' && picture === null) return err({ type: 'NoWords' });
  if (textBytes(text) > roomWordLimit) return err({ type: 'NoteTooLong' });
  await roomsOf(place).readIn(room);
  const after = roomsOf(place).all(room).at(-1)?.id ?? null;
  const word = { room, after, answers, text, picture };
  if (!access.isSealed) {
    const written = await write(place, 'board', { type: 'room.word', ...word });
    return written.ok ? ok(written.value.id) : written;
  }
  return saySealed(place, word, access.members ?? []);
}

/** As many devices as fit beside the word; the others are passed its key, 32 at a time. */
async function saySealed(
  place: Place,
  word: SaidWordInRoom,
  members: readonly MemberId[],
): Promise<Result<EntryId, RoomRefused>> {
  const { membership } = place;
  const me = membership.member;
  const bytes = encodeRoomWord(me, word);
  const devices = readersIn(place, members);
  const fit = Math.max(1, Math.min(32, Math.floor((3_700 - bytes.length) / 62)));
  const thread = roomThreadOf(membership.community, word.room);
  const sealed = await sealWords(devices.slice(0, fit), thread, bytes);
  const said = await write(place, 'board', sealed);
  if (!said.ok) return said;
  roomsOf(place).wasSaid(said.value.id, word);
  const text = { entry: said.value, sealed };
  const way = { id: said.value.id, words: text, key: text };
  for (let at = fit; at < devices.length; at += 32) {
    const some = devices.slice(at, at + 32);
    const key = await passKeyOn(place, way, some);
    const passed = key ? await write(place, 'board', key) : null;
    if (passed?.ok === false) return passed;
  }
  return ok(said.value.id);
}

/** This device first, then one of each in turn, so that nobody's many leave another out. */
function readersIn(
  { replica, membership: { member: me, device } }: Place,
  members: readonly MemberId[],
): MemberDevice[] {
  const others = members.filter((member) => member !== me);
  const each = [me, ...others].map((member) => ownReadersOf(replica, member, device));
  const longest = Math.max(...each.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, at) =>
    each.flatMap((own) => own[at] ?? []),
  );
  return turns.flat().slice(0, roomReaders);
}

/** Takes a word of mine away, at once and everywhere, with every key to it. */
export async function eraseInRoom(
  place: Place,
  room: RoomName,
  id: EntryId,
): Promise<Result<void, RoomRefused>> {
  const entry = place.replica.entry(id);
  if (entry?.log.member !== place.membership.member) return ok(undefined);
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  return place.writer.erase([entry, ...keysOf(place, room, entry)]);
}

const keysOf = (place: Place, room: RoomName, entry: Entry): Entry[] =>
  entry.content.type === 'sealed'
    ? roomKeysTo(place, room, { entry, sealed: entry.content })
    : [];

/** Puts a sign of mine under a word, or takes it away. */
export async function signUnder(
  place: Place,
  about: EntryId,
  sign: RoomSign,
  on: boolean,
): Promise<Result<void, WriteRefused>> {
  const { board } = place.replica;
  const mine = board.entriesOf(place.membership.member).filter(({ content }) => {
    return content.type === 'sign' && content.about === about && content.sign === sign;
  });
  const revs = mine.map(({ content }) => (content.type === 'sign' ? content.rev : 0));
  const rev = revAfter(...revs);
  const said = await replace(place, { type: 'sign', about, sign, rev, on }, mine);
  return said.ok ? ok(undefined) : said;
}

/** Erases of this member's own words what is past its days. */
export async function forgetOld(place: Place): Promise<Result<void, WriteRefused>> {
  if (isOff(place)) return ok(undefined);
  const old = roomsOf(place).toForget();
  return old.length === 0 ? ok(undefined) : place.writer.erase(old);
}

/** For as long as a place is open rooms forget, once when it opens and then by the hour. */
export function keepRoomsForgetting(place: Place): () => void {
  const look = new SerialQueue().coalesce(async () => {
    // A disk that refuses is said where somebody writes; this is tried again.
    await forgetOld(place);
  });
  void look();
  const timer = setInterval(() => void look(), 3_600_000);
  return () => clearInterval(timer);
}
