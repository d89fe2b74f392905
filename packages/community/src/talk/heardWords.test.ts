import { assert, beforeEach, describe, expect, test } from 'vitest';
import { lastTurn } from '@manyhands/ledger';
import { createPerson, isThorough } from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { wordsFromStranger, wordsOfEach } from '../limits.ts';
import { switchOffDevices } from '../devices/devices.ts';
import { lettersOf } from '../opened/letters.ts';
import { peaceOf } from '../safety/peace.ts';
import { silentPhone } from '../testing/silentPhone.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { forge, read, sayWord, wordSaid, settleTalking } from '../testing/talking.ts';
import { tellEachOther } from '../testing/telling.ts';
import { letStrangersWrite } from './strangers.ts';
import { wordsOf } from './words.ts';

let community: TestCommunity;
let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let anas: SilentPhone;
let tablet: SilentPhone;
let biels: SilentPhone;
let carmes: SilentPhone;
let pair: readonly CastMember[];

beforeEach(async () => {
  ({ community, ana, biel, carme, anas, tablet, biels, carmes } =
    await settleTalking());
  pair = [ana, biel];
});

describe('[community/C8] nobody hears', () => {
  test('a word on the board of a third, nor one that was copied', async () => {
    const first = await sayWord(anas, biel, 'one');
    await forge(carmes, wordSaid(ana, biel, 'not hers'), { to: pair });
    await forge(carmes, wordSaid(carme, biel, 'not theirs'), {
      thread: [ana.member, biel.member],
      to: pair,
    });
    assert(first.content.type === 'sealed', 'a word is sealed');
    for (const phone of [carmes, biels]) {
      await tellEachOther(anas, phone);
      const copied = await phone.place.writer.append('board', first.content);
      assert(copied.ok, 'it is copied');
    }
    for (const phone of [carmes, biels]) await tellEachOther(anas, phone);
    expect(await read(anas, biel)).toBe('one');
    expect(await read(anas, carme)).toBe('');
  });

  test('a word in the thread of another pair', async () => {
    await forge(biels, wordSaid(biel, ana, 'to Carme, it seems'), {
      thread: [biel.member, carme.member],
      to: [ana, carme],
    });
    await forge(biels, wordSaid(biel, carme, 'to Ana, it seems'), {
      thread: [biel.member, ana.member],
      to: [ana, carme],
    });
    await tellEachOther(anas, biels);
    expect(await read(anas, biel)).toBe('');
    await tellEachOther(carmes, biels);
    expect(await read(carmes, biel)).toBe('');
  });

  test('what an ended phone says, from its end on', async () => {
    await sayWord(tablet, biel, 'before');
    await tellEachOther(tablet, anas);
    const off = await switchOffDevices(
      anas.place,
      [tablet.place.membership.device],
      null,
    );
    assert(off.ok, 'she ends her tablet');
    await sayWord(tablet, biel, 'after');
    await tellEachOther(tablet, biels);
    await tellEachOther(anas, biels);
    expect(await read(biels, ana)).toBe('before');
  });

  test('a keeper, whatever it writes in its owner’s name', async () => {
    const box = await createPerson('Biel', 'keeper');
    const { type: _, ...enrolment } = await community.enrolContent(box);
    await biels.place.writer.append('ledger', {
      type: 'device.add',
      device: enrolment.device,
      box: enrolment.box,
      role: 1,
    });
    const keeper = await silentPhone(box, community);
    await tellEachOther(biels, keeper);
    await forge(keeper, wordSaid(biel, ana, 'from a box'), { to: pair });
    const mine = await sayWord(biels, ana, 'from me');
    assert(mine.content.type === 'sealed', 'a word is sealed');
    const hints = mine.content.wraps.map(({ hint }) => hint);
    expect(hints.some((hint) => box.device.startsWith(hint))).toBe(false);
    for (const phone of [keeper, biels]) await tellEachOther(phone, anas);
    expect(await read(anas, biel)).toBe('from me');
  });
});

test('[community/C8] a partner’s highest turn stops and hides nobody’s words', async () => {
  await forge(biels, wordSaid(biel, ana, 'loud', { turn: lastTurn, seen: lastTurn }), {
    to: pair,
  });
  await tellEachOther(anas, biels);
  expect(await read(anas, biel)).toBe('loud');
  for (const text of ['one', 'two']) await sayWord(anas, biel, text);
  await tellEachOther(anas, biels);
  await sayWord(biels, ana, 'three');
  await tellEachOther(anas, biels);
  await sayWord(anas, biel, 'four');
  await tellEachOther(anas, biels);
  for (const [phone, other] of [
    [anas, biel],
    [biels, ana],
  ] as const)
    expect(await read(phone, other)).toMatch(/^loud .*four$/);
  // Hers are in her order; where his further ones stand is his own doing.
  const hers = (await wordsOf(biels.place).readWith(ana.member)).filter(
    ({ isMine }) => !isMine,
  );
  expect(hers.map(({ word }) => word.text)).toEqual(['one', 'two', 'four']);
});

test('[community/C8] nobody answers for me: a third’s words in our thread are none of mine', async () => {
  await letStrangersWrite(anas.place, false);
  await forge(carmes, wordSaid(carme, ana, 'hello'), { to: [ana, carme] });
  // Biel helps her: to a phone that hears anybody in the thread it looks like an answer.
  await forge(biels, wordSaid(ana, carme, 'hello yourself'), { to: [ana, carme] });
  for (const phone of [carmes, biels]) await tellEachOther(phone, anas);
  expect(await read(anas, carme)).toBe('');
});

describe('[community/C8] who shares nothing with me', () => {
  test('is heard a few times, until I answer', async () => {
    for (let n = 1; n <= wordsFromStranger; n += 1)
      await sayWord(carmes, ana, String(n));
    const more = await wordsOf(carmes.place).say(ana.member, 'more');
    expect(more).toMatchObject({ error: { type: 'WaitsForAnswer' } });
    for (let n = 4; n < 40; n += 1)
      await forge(carmes, wordSaid(carme, ana, String(n), { turn: 1 }), {
        to: [carme, ana],
      });
    await tellEachOther(carmes, anas);
    expect(await read(anas, carme)).toBe('1 2 3');

    await sayWord(anas, carme, 'hello');
    await tellEachOther(carmes, anas);
    expect((await read(anas, carme)).split(' ')).toHaveLength(40);
    await sayWord(carmes, ana, 'thanks');
  });

  test('is not heard while I let no strangers write, and is told so', async () => {
    await sayWord(carmes, ana, 'before');
    await tellEachOther(carmes, anas);
    expect(await read(anas, carme)).toBe('before');
    expect(await letStrangersWrite(anas.place, false)).toMatchObject({ ok: true });
    expect(await read(anas, carme)).toBe('');
    await tellEachOther(carmes, anas);
    const said = await wordsOf(carmes.place).say(ana.member, 'after');
    expect(said).toMatchObject({ error: { type: 'DoorClosed' } });
    await forge(carmes, wordSaid(carme, ana, 'forced', { turn: 999 }), {
      to: [carme, ana],
    });
    await sayWord(biels, ana, 'we share an hour');
    for (const phone of [carmes, biels]) await tellEachOther(phone, anas);
    expect(await read(anas, carme)).toBe('');
    expect(await read(anas, biel)).toBe('we share an hour');

    // Whom I write to may answer.
    await sayWord(anas, carme, 'hello');
    expect(await read(anas, carme)).toBe('before hello forced');
    await letStrangersWrite(anas.place, true);
    const { board } = anas.place.replica;
    const ofHers = board
      .entriesOf(ana.member)
      .filter(({ content }) => content.type === 'strangers');
    expect(ofHers).toHaveLength(1);
    expect(board.mayStrangersWrite(ana.member)).toBe(true);
  });

  test('and nothing is opened of whom I have blocked, nor said to them', async () => {
    await sayWord(biels, ana, 'one');
    await tellEachOther(anas, biels);
    await peaceOf(anas.place).block(biel.member);
    expect(await read(anas, biel)).toBe('');
    const said = await wordsOf(anas.place).say(biel.member, 'two');
    expect(said).toMatchObject({ error: { type: 'Blocked' } });
    await peaceOf(anas.place).unblock(biel.member);
    expect(await read(anas, biel)).toBe('one');
  });
});

// To write a thousand takes long: `npm run verify` does it.
test.runIf(isThorough)(
  '[community/C8] of each of the two the newest are read, and letters open none of them',
  async () => {
    const mine = await sayWord(anas, biel, 'mine');
    await tellEachOther(anas, biels);
    for (let n = 0; n <= wordsOfEach; n += 1)
      await forge(biels, wordSaid(biel, ana, String(n), { turn: n + 2 }), { to: pair });
    await tellEachOther(anas, biels);
    const opened: number[] = [];
    const { place } = anas;
    const openSealed = place.openSealed.bind(place);
    place.openSealed = (sealed) => {
      opened.push(sealed.ciphertext.length);
      return openSealed(sealed);
    };
    await lettersOf(place).settled();
    expect(opened).toHaveLength(0);
    const words = await wordsOf(place).readWith(biel.member);
    expect(words).toHaveLength(wordsOfEach + 1);
    expect(words[0]?.id).toBe(mine.id);
    // What is opened stays open: his newest ones, and not my own, which I wrote here.
    expect(opened).toHaveLength(wordsOfEach);
    await wordsOf(place).readWith(biel.member);
    expect(opened).toHaveLength(wordsOfEach);
  },
);
