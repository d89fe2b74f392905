import { assert, beforeEach, expect, test } from 'vitest';
import type { CastMember } from '@manyhands/testing';
import { createPerson } from '@manyhands/testing';
import { wordsFromStranger } from '../limits.ts';
import { peaceOf } from '../safety/peace.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { sayWord, settleTalking } from '../testing/talking.ts';
import { tellEachOther } from '../testing/telling.ts';
import { memberOn, threePhones } from '../testing/threePhones.ts';
import { sayHandOver } from '../things/handingOver.ts';
import { letStrangersWrite } from './strangers.ts';
import { keepWordDraft, readWordDraft } from './wordDrafts.ts';
import { wordsOf } from './words.ts';
import { writingTo } from './writingTo.ts';

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let anas: SilentPhone;
let carmes: SilentPhone;

beforeEach(async () => {
  ({ ana, biel, carme, anas, carmes } = await settleTalking());
});

/** What is foreseen is what happens. */
async function expectSaying(
  { place }: SilentPhone,
  { member }: CastMember,
  type: string,
) {
  const said = await wordsOf(place).say(member, 'hello');
  expect(said).toMatchObject({ ok: false, error: { type } });
}

test('with whom I share an hour I write as I like', async () => {
  expect(writingTo(anas.place, biel.member)).toEqual({ is: 'open' });
  for (let i = 0; i <= wordsFromStranger; i += 1)
    await sayWord(anas, biel, `word ${i}`);
  expect(writingTo(anas.place, biel.member)).toEqual({ is: 'open' });
});

test('to a stranger a few words, then none until they answer', async () => {
  for (let left = wordsFromStranger; left > 0; left -= 1) {
    expect(writingTo(carmes.place, ana.member)).toEqual({ is: 'few', left });
    await sayWord(carmes, ana, `word ${left}`);
  }
  expect(writingTo(carmes.place, ana.member)).toEqual({ is: 'waits' });
  await expectSaying(carmes, ana, 'WaitsForAnswer');
  await tellEachOther(carmes, anas);
  await sayWord(anas, carme, 'hello');
  await tellEachOther(anas, carmes);
  expect(writingTo(carmes.place, ana.member)).toEqual({ is: 'open' });
});

test('a closed door is known before it is knocked at', async () => {
  await letStrangersWrite(anas.place, false);
  await tellEachOther(anas, carmes);
  expect(writingTo(carmes.place, ana.member)).toEqual({ is: 'closed' });
  await expectSaying(carmes, ana, 'DoorClosed');
});

test('nobody writes to whom they have hidden, nor to who is not here, nor to themself', async () => {
  await peaceOf(anas.place).block(biel.member);
  expect(writingTo(anas.place, biel.member)).toEqual({ is: 'blocked' });
  await expectSaying(anas, biel, 'Blocked');
  const nobody = await createPerson('Nobody');
  for (const { member } of [ana, nobody])
    expect(writingTo(anas.place, member)).toEqual({ is: 'gone' });
});

test('what was begun lies on this phone, one for each, and goes once it is empty', async () => {
  const { notes } = anas.place;
  const read = async ({ member }: CastMember) => {
    const draft = await readWordDraft(notes, member);
    assert(draft.ok, 'it is read');
    return draft.value;
  };
  await keepWordDraft(notes, biel.member, 'See you on Tuesday\n');
  await keepWordDraft(notes, carme.member, 'مرحبا');
  expect([await read(biel), await read(carme)]).toEqual([
    'See you on Tuesday\n',
    'مرحبا',
  ]);
  await keepWordDraft(notes, biel.member, '');
  expect([await read(biel), await read(carme)]).toEqual(['', 'مرحبا']);
  expect(await notes.names('talk/')).toMatchObject({ value: [`talk/${carme.member}`] });
});

test('who has a thing of mine, as both have said, is no stranger; by my word alone they are', async () => {
  const phones = await threePhones();
  const [owner, taker] = [phones.anas, phones.biels];
  const ladder = await phones.post(owner, 'lend');
  const towards = (from: SilentPhone, to: SilentPhone) =>
    writingTo(from.place, memberOn(to)).is;
  const out = { taker: memberOn(taker), step: 'out' } as const;
  assert((await sayHandOver(owner.place, ladder, out)).ok, 'she says it');
  await phones.meet();
  expect([towards(owner, taker), towards(taker, owner)]).toEqual(['few', 'few']);
  await phones.sayYes(taker);
  expect([towards(owner, taker), towards(taker, owner)]).toEqual(['open', 'open']);
  expect(towards(phones.carmes, owner)).toBe('few');
});
