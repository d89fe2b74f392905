import { assert, beforeEach, describe, expect, test } from 'vitest';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { talkThreadOf, wordLimit } from '@manyhands/ledger';
import { createPerson } from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { passLettersOn } from '../devices/passLettersOn.ts';
import { carryPeace } from '../safety/carryPeace.ts';
import { silentPhone } from '../testing/silentPhone.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { read, sayWord, settleTalking } from '../testing/talking.ts';
import { diskOf, tellEachOther } from '../testing/telling.ts';
import { wordsOf } from './words.ts';

let community: TestCommunity;
let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let anas: SilentPhone;
let tablet: SilentPhone;
let biels: SilentPhone;
let carmes: SilentPhone;

beforeEach(async () => {
  ({ community, ana, biel, carme, anas, tablet, biels, carmes } =
    await settleTalking());
});

const unread = async (
  { place }: SilentPhone,
  { member }: CastMember,
): Promise<number> => {
  const words = await wordsOf(place).readWith(member);
  return words.filter(({ isNew }) => isNew).length;
};

test('two say words to each other, in one order on all phones, and a third reads none', async () => {
  await sayWord(anas, biel, ' one ');
  await tellEachOther(anas, biels);
  await sayWord(biels, ana, 'two');
  for (const phone of [anas, tablet, carmes]) await tellEachOther(biels, phone);
  await sayWord(tablet, biel, 'three');
  for (const phone of [biels, anas, carmes]) await tellEachOther(tablet, phone);
  for (const phone of [anas, tablet])
    expect(await read(phone, biel)).toBe('one two three');
  expect(await read(biels, ana)).toBe('one two three');

  for (const other of [ana, biel]) expect(await read(carmes, other)).toBe('');
  const { board } = carmes.place.replica;
  const sealed = board.sealedIn(talkThreadOf(community.id, ana.member, biel.member));
  expect(sealed).toHaveLength(3);
  for (const each of sealed) {
    const readers = each.sealed.wraps.map(({ hint }) => hint);
    expect(readers.some((hint) => carme.device.startsWith(hint))).toBe(false);
  }
  for (const phone of [anas, tablet, biels, carmes])
    for (const text of ['three', ' one '])
      expect(await diskOf(phone)).not.toContain(toHex(utf8Bytes(text)));
});

test('a word is read once its reader has answered, and nobody is told before', async () => {
  const first = await sayWord(anas, biel, 'one');
  const isRead = async ({ place }: SilentPhone): Promise<boolean | undefined> => {
    const words = await wordsOf(place).readWith(biel.member);
    return words.find(({ id }) => id === first.id)?.isRead;
  };
  await tellEachOther(anas, biels);
  const { version } = biels.place.replica.board;
  await wordsOf(biels.place).markRead(await wordsOf(biels.place).readWith(ana.member));
  expect(biels.place.replica.board.version).toBe(version);
  expect(await isRead(anas)).toBe(false);
  await sayWord(biels, ana, 'two');
  await tellEachOther(anas, biels);
  expect(await isRead(anas)).toBe(true);
});

test('[community/C7] what was read on one phone of mine is read on the other', async () => {
  for (const text of ['one', 'two', 'three']) await sayWord(biels, ana, text);
  for (const phone of [anas, tablet]) await tellEachOther(biels, phone);
  for (const phone of [anas, tablet]) expect(await unread(phone, biel)).toBe(3);
  const words = wordsOf(anas.place);
  await words.markRead((await words.readWith(biel.member)).slice(0, 2));
  expect(await unread(anas, biel)).toBe(1);
  await carryPeace(anas.place);
  await tellEachOther(anas, tablet);
  await carryPeace(tablet.place);
  expect(await unread(tablet, biel)).toBe(1);
  // What is older says nothing against it.
  await words.markRead((await words.readWith(biel.member)).slice(0, 1));
  expect(await unread(anas, biel)).toBe(1);
});

describe('a word that was erased', () => {
  test('is on nobody’s disk, nor shown, nor is a key to it', async () => {
    const first = await sayWord(anas, biel, 'one');
    await sayWord(anas, biel, 'two');
    await tellEachOther(anas, biels);
    await tellEachOther(anas, carmes);
    const late = await silentPhone(await laterPhone(), community);
    await tellEachOther(anas, late);
    await passLettersOn(anas.place, late.place.membership.device);
    for (const phone of [late, biels, carmes]) await tellEachOther(anas, phone);
    expect(await read(late, biel)).toBe('one two');

    assert(first.content.type === 'sealed', 'a word is sealed');
    const bytes = toHex(first.content.ciphertext);
    for (const phone of [anas, biels, carmes, late])
      expect(await diskOf(phone)).toContain(bytes);
    expect(await wordsOf(anas.place).erase(biel.member, first.id)).toMatchObject({
      ok: true,
    });
    for (const phone of [biels, carmes, late]) await tellEachOther(anas, phone);
    for (const phone of [anas, biels, carmes, late])
      expect(await diskOf(phone)).not.toContain(bytes);
    for (const phone of [anas, late]) expect(await read(phone, biel)).toBe('two');
    expect(await read(biels, ana)).toBe('two');
    const thread = talkThreadOf(community.id, ana.member, biel.member);
    // The word that stands, and the key to it.
    expect(carmes.place.replica.board.sealedIn(thread)).toHaveLength(2);
  });

  test('can be one that was just said, and its turn is given to no other', async () => {
    const first = await sayWord(anas, biel, 'too soon');
    await tellEachOther(anas, biels);
    await sayWord(biels, ana, 'what?');
    await wordsOf(anas.place).erase(biel.member, first.id);
    const again = await sayWord(anas, biel, 'later');
    await tellEachOther(anas, biels);
    const words = await wordsOf(anas.place).readWith(biel.member);
    expect(words.find(({ id }) => id === again.id)?.isRead).toBe(false);
    for (const [phone, other] of [
      [anas, biel],
      [biels, ana],
    ] as const)
      expect((await read(phone, other)).split(' ').sort()).toEqual(['later', 'what?']);
  });

  test('is erased by who said it alone', async () => {
    const first = await sayWord(anas, biel, 'one');
    await tellEachOther(anas, biels);
    expect(await wordsOf(biels.place).erase(ana.member, first.id)).toMatchObject({
      ok: true,
    });
    expect(await read(biels, ana)).toBe('one');
  });
});

/** A phone of Ana's that is added later: nothing was sealed to it. */
async function laterPhone(): Promise<CastMember> {
  const phone = await createPerson('Ana', 'later');
  const { type: _, ...enrolment } = await community.enrolContent(phone);
  const added = await anas.place.writer.append('ledger', {
    type: 'device.enrol',
    ...enrolment,
  });
  assert(added.ok, 'she adds it');
  return phone;
}

test('a further phone is given the keys of what was said, and never a word', async () => {
  await sayWord(anas, biel, 'one');
  await tellEachOther(anas, biels);
  await sayWord(biels, ana, 'two');
  await tellEachOther(anas, biels);
  const late = await silentPhone(await laterPhone(), community);
  await tellEachOther(anas, late);
  expect(await read(late, biel)).toBe('');
  const { device } = late.place.membership;
  const before = anas.place.replica.board.version;
  await passLettersOn(anas.place, device);
  await tellEachOther(anas, late);
  expect(await read(late, biel)).toBe('one two');
  // Once is enough.
  const after = anas.place.replica.board.version;
  await passLettersOn(anas.place, device);
  expect([after - before, anas.place.replica.board.version - after]).toEqual([2, 0]);
});

test('what cannot be said is refused, and nothing is written', async () => {
  const words = wordsOf(anas.place);
  const { version } = anas.place.replica.board;
  const stranger = await createPerson('Nobody');
  for (const [to, text, type] of [
    [biel, '  ', 'NoWords'],
    [biel, 'é'.repeat(wordLimit / 2 + 1), 'NoteTooLong'],
    [ana, 'to myself', 'NotHere'],
    [stranger, 'hello', 'NotHere'],
  ] as const)
    expect(await words.say(to.member, text)).toMatchObject({ error: { type } });
  expect(anas.place.replica.board.version).toBe(version);
  await sayWord(anas, biel, 'é'.repeat(wordLimit / 2));
});

test('words that are said at once have turns of their own', async () => {
  const said = ['one', 'two', 'three'].map((text) => sayWord(anas, biel, text));
  await Promise.all(said);
  expect(await read(anas, biel)).toBe('one two three');
  const words = await wordsOf(anas.place).readWith(biel.member);
  expect(new Set(words.map(({ word }) => word.turn)).size).toBe(3);
});
