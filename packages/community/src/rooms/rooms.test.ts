import { assert, beforeEach, expect, test } from 'vitest';
import type { EntryId, GroupId, MinuteOfTime } from '@manyhands/base';
import { minutesPerDay } from '@manyhands/base';
import type { RoomName } from '@manyhands/ledger';
import { foundGroup, joinGroup, leaveGroup, letInGroup } from '../groups/acts.ts';
import { peaceOf } from '../safety/peace.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { diskOf } from '../testing/telling.ts';
import { memberOn, threePhones } from '../testing/threePhones.ts';
import type { ThreePhones } from '../testing/threePhones.ts';
import { accessTo, roomOfAll } from './access.ts';
import { roomsOf } from './rooms.ts';
import { eraseInRoom, forgetOld, sayInRoom, signUnder } from './saying.ts';

let phones: ThreePhones;
let anas: SilentPhone;
let biels: SilentPhone;
let carmes: SilentPhone;
beforeEach(async () => {
  phones = await threePhones();
  ({ anas, biels, carmes } = phones);
});

const plain = { picture: null, answers: null };
const hex = (text: string) => Buffer.from(text).toString('hex');

async function say(
  { place }: SilentPhone,
  room: RoomName,
  text: string,
): Promise<EntryId> {
  const said = await sayInRoom(place, room, { ...plain, text });
  assert(said.ok, `it is said: ${JSON.stringify(said)}`);
  return said.value;
}

async function read({ place }: SilentPhone, room: RoomName): Promise<string[]> {
  const words = await roomsOf(place).readIn(room);
  return words.map(({ text }) => text);
}

async function found(asks: boolean): Promise<RoomName> {
  const said = { name: 'Walkers', words: '', colour: 0, picture: null, asks };
  const founded = await foundGroup(anas.place, said);
  assert(founded.ok, 'memory has room');
  await phones.meet();
  return { kind: 'group', of: founded.value };
}

async function comesIn({ place }: SilentPhone, room: RoomName) {
  const id = room.of as GroupId;
  assert((await joinGroup(place, id)).ok, 'memory has room');
  await phones.meet();
  await letInGroup(anas.place, id, [place.membership.member]);
  await phones.meet();
}

/** The same phone when so many days are over. */
const later = (phone: SilentPhone, days: number): SilentPhone => ({
  ...phone,
  place: {
    ...phone.place,
    now: () => (phone.place.now() + days * minutesPerDay) as MinuteOfTime,
  },
});

test('[C33] in the room of all everybody reads what was said, in one order', async () => {
  await say(anas, roomOfAll, 'The hall is closed tomorrow');
  await phones.meet();
  await say(biels, roomOfAll, 'Thank you');
  await say(anas, roomOfAll, 'And open again on Monday');
  await phones.meet();
  const seen = await read(carmes, roomOfAll);
  expect(seen[0]).toBe('The hall is closed tomorrow');
  for (const phone of [anas, biels]) expect(await read(phone, roomOfAll)).toEqual(seen);
});

test('[C33] in an open group who is in it says something, and everybody may read it', async () => {
  const room = await found(false);
  expect(await sayInRoom(biels.place, room, { ...plain, text: 'hello' })).toMatchObject(
    { error: { type: 'NotInRoom' } },
  );
  await comesIn(biels, room);
  await say(biels, room, 'hello');
  await phones.meet();
  expect(await read(carmes, room)).toEqual(['hello']);
  await leaveGroup(biels.place, room.of as GroupId);
  await phones.meet();
  expect(await read(carmes, room)).toEqual([]);
});

test('[C33] of a group that asks those in it read, from when they are in it', async () => {
  const room = await found(true);
  await comesIn(biels, room);
  await say(anas, room, 'At nine by the bridge');
  await phones.meet();
  expect(await read(biels, room)).toEqual(['At nine by the bridge']);
  expect(accessTo(carmes.place, room)).toBe(null);
  expect(await read(carmes, room)).toEqual([]);
  expect(await diskOf(carmes)).not.toContain(hex('At nine'));
  await comesIn(carmes, room);
  expect(await read(carmes, room)).toEqual([]);
  await say(biels, room, 'Welcome');
  await phones.meet();
  expect(await read(carmes, room)).toEqual(['Welcome']);
});

test('[C33] what is read is read on this phone, and later words are new again', async () => {
  await say(anas, roomOfAll, 'one');
  await phones.meet();
  const rooms = roomsOf(biels.place);
  await rooms.readIn(roomOfAll);
  expect(rooms.inShort(roomOfAll).unread).toBe(1);
  await rooms.markRead(roomOfAll, rooms.in(roomOfAll));
  expect(rooms.inShort(roomOfAll).unread).toBe(0);
  await say(anas, roomOfAll, 'two');
  await phones.meet();
  expect(rooms.inShort(roomOfAll)).toMatchObject({ unread: 1, last: { text: 'two' } });
  expect(roomsOf(anas.place).inShort(roomOfAll).unread).toBe(0);
});

test('[C33] rooms forget: the writer’s phone erases, and no other phone keeps a byte', async () => {
  const sealed = await found(true);
  await comesIn(biels, sealed);
  await say(anas, roomOfAll, 'Nobody needs this in spring');
  const inside = await say(anas, sealed, 'Nor this');
  await phones.meet();
  const cipher = biels.place.replica.entry(inside)?.content;
  assert(cipher?.type === 'sealed', 'it is sealed');
  const bytes = Buffer.from(cipher.ciphertext).toString('hex');
  expect(await diskOf(biels)).toContain(hex('Nobody needs this in spring'));
  expect(await diskOf(biels)).toContain(bytes);
  await forgetOld(later(anas, 89).place);
  expect(await read(anas, roomOfAll)).toHaveLength(1);
  await forgetOld(later(anas, 91).place);
  await phones.meet();
  for (const phone of [anas, biels, carmes]) {
    expect(await diskOf(phone)).not.toContain(hex('Nobody needs this in spring'));
    expect(await diskOf(phone)).not.toContain(bytes);
  }
});

test('[C33] of who is silent nothing is shown then, and no clock erases another’s words', async () => {
  await say(anas, roomOfAll, 'Still here');
  await phones.meet();
  const inSpring = later(biels, 91);
  expect(await read(inSpring, roomOfAll)).toEqual([]);
  await forgetOld(inSpring.place);
  await phones.meet();
  expect(await read(carmes, roomOfAll)).toEqual(['Still here']);
});

test('[C33] what somebody asks to keep stays, and is shown', async () => {
  const id = await say(anas, roomOfAll, 'The recipe');
  await phones.meet();
  expect((await signUnder(biels.place, id, 'keep', true)).ok).toBe(true);
  await phones.meet();
  await forgetOld(later(anas, 91).place);
  await phones.meet();
  expect(await read(later(carmes, 91), roomOfAll)).toEqual(['The recipe']);
  await signUnder(biels.place, id, 'keep', false);
  await phones.meet();
  await forgetOld(later(anas, 91).place);
  expect(await read(anas, roomOfAll)).toEqual([]);
});

test('[C33] signs of thanks are each one’s own, and a pin is an organiser’s', async () => {
  const room = await found(false);
  await comesIn(biels, room);
  const id = await say(biels, room, 'I bring soup');
  await phones.meet();
  await signUnder(anas.place, id, 'thanks', true);
  await signUnder(biels.place, id, 'pin', true);
  await signUnder(carmes.place, id, 'thanks', true);
  await phones.meet();
  const rooms = roomsOf(carmes.place);
  // Carme is not in it.
  expect(rooms.signsUnder(room, id)).toMatchObject({
    thanks: [{ sign: 'thanks', by: [memberOn(anas)] }],
    isPinned: false,
  });
  await signUnder(anas.place, id, 'pin', true);
  await phones.meet();
  expect(rooms.pinnedIn(room)).toMatchObject([{ id }]);
  await signUnder(anas.place, id, 'thanks', false);
  await phones.meet();
  expect(rooms.signsUnder(room, id).thanks).toEqual([]);
});

test('[C33] whom I have blocked I do not hear, nor what I hid; I erase what is mine', async () => {
  const id = await say(anas, roomOfAll, 'one');
  await phones.meet();
  await peaceOf(biels.place).block(memberOn(anas));
  expect(await read(biels, roomOfAll)).toEqual([]);
  await peaceOf(carmes.place).hideWord(id);
  expect(await read(carmes, roomOfAll)).toEqual([]);
  await peaceOf(carmes.place).showWord(id);
  expect(await read(carmes, roomOfAll)).toEqual(['one']);
  await eraseInRoom(carmes.place, roomOfAll, id);
  expect(await read(carmes, roomOfAll)).toEqual(['one']);
  await eraseInRoom(anas.place, roomOfAll, id);
  await phones.meet();
  expect(await read(carmes, roomOfAll)).toEqual([]);
});

test('[C33] a copy of a sealed word on another’s board says nothing', async () => {
  const room = await found(true);
  await comesIn(biels, room);
  const id = await say(anas, room, 'I owe Biel a cake');
  await phones.meet();
  const copied = biels.place.replica.entry(id)?.content;
  assert(copied?.type === 'sealed', 'it is sealed');
  assert((await biels.place.writer.append('board', copied)).ok, 'memory has room');
  await phones.meet();
  expect(await read(anas, room)).toEqual(['I owe Biel a cake']);
});

test.each([
  ['NoWords', '   '],
  ['NoteTooLong', 'é'.repeat(501)],
])('%s is refused, and nothing is written', async (type, text) => {
  const { version } = anas.place.replica.board;
  const said = await sayInRoom(anas.place, roomOfAll, { ...plain, text });
  expect(said).toMatchObject({ error: { type } });
  expect(anas.place.replica.board.version).toBe(version);
});
