import { assert, expect, test } from 'vitest';
import { arrangementNamed, arrangementsRead, suggest } from '../talk/arrangements.ts';
import { lettersOf } from '../opened/letters.ts';
import { passLettersOn } from './passLettersOn.ts';
import { takeBackTold, tellAbout, toldByMe, toldToMe } from '../safety/reports.ts';
import { smallVillage } from '../testing/villages.ts';
import { postFor } from '../testing/posting.ts';

test('a further phone reads what is planned, once it is given the keys, and only once', async () => {
  const village = await smallVillage();
  const name = await postFor(village, 'Ana', 'Biel');
  const plan = { what: 'Hedge', day: null, minute: null, length: null, where: '' };
  await suggest(village.placeOf('Biel'), name, plan, 'I bring the ladder.');
  const { membership } = await village.addDevice('Ana', 'The laptop');
  const laptop = village.placeOf('The laptop');
  await arrangementsRead(laptop);
  expect(arrangementNamed(laptop, name)).toBeNull();

  const ana = village.placeOf('Ana');
  expect((await passLettersOn(ana, membership.device)).ok).toBe(true);
  await arrangementsRead(laptop);
  expect(arrangementNamed(laptop, name)).toMatchObject({
    stage: 'asked',
    theirSaying: 'I bring the ladder.',
  });
  const { version } = ana.replica.board;
  await passLettersOn(ana, membership.device);
  expect(ana.replica.board.version).toBe(version);

  // What replaces it goes, words and keys: nothing of it is left to be read there.
  await suggest(village.placeOf('Biel'), name, { ...plan, what: 'The roses' }, '');
  await arrangementsRead(laptop);
  expect(arrangementNamed(laptop, name)?.plan.what).toBe('The roses');
});

test('a phone added later reads what its member was told, and no more once it is taken back', async () => {
  const village = await smallVillage();
  const biel = village.placeOf('Biel');
  const about = { about: village.memberOf('Didac'), listing: null };
  const chosen = [village.memberOf('Ana')];
  expect((await tellAbout(biel, about, 'Asks for money', chosen)).ok).toBe(true);
  const { membership } = await village.addDevice('Ana', 'The laptop');
  const laptop = village.placeOf('The laptop');
  await lettersOf(laptop).settled();
  expect(toldToMe(laptop)).toEqual([]);

  await passLettersOn(village.placeOf('Ana'), membership.device);
  await lettersOf(laptop).settled();
  expect(toldToMe(laptop)).toMatchObject([
    { by: village.memberOf('Biel'), text: 'Asks for money' },
  ]);
  // Whoever told it takes it back from every phone, also from those that came later.
  await lettersOf(biel).settled();
  const [told] = toldByMe(biel);
  assert(told);
  expect((await takeBackTold(biel, told)).ok).toBe(true);
  await lettersOf(laptop).settled();
  expect(toldToMe(laptop)).toEqual([]);
});
