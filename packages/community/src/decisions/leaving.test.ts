/** [C24] whom the members ask, or have decided, to let go, as each phone sees it. */
import { beforeEach, expect, test } from 'vitest';
import { aboutPerson, asksAll, look, says, threeVoices } from '../testing/deciding.ts';
import { Village } from '../testing/village.ts';
import { canAskToLeave, partingOf } from './leaving.ts';

let village: Village;
const place = (who: string) => village.placeOf(who);
const id = (who: string) => village.memberOf(who);
const stageFor = (who: string) => partingOf(place(who), id('Didac'))?.stage ?? null;

beforeEach(async () => {
  village = await Village.found('Ana', { voice: 1 });
  await threeVoices(village);
  await look(village, 'Ana', 'Didac');
});

test('who it is about hears of it once two say yes, and neighbours can ask it once', async () => {
  expect(canAskToLeave(place('Biel'), id('Didac'))).toBe(true);
  expect(canAskToLeave(place('Didac'), id('Biel'))).toBe(false);
  const motion = await asksAll(village, 'Ana', aboutPerson(id('Didac'), 'removed'));
  expect(stageFor('Didac')).toBe(null);
  await says(village, 'Biel', motion);
  await look(village, 'Ana', 'Didac');
  // What comes with the first fetch of a phone, as Didac's, is acted on at once (C12).
  expect([stageFor('Ana'), stageFor('Didac')]).toEqual(['waits', 'done']);
  expect(canAskToLeave(place('Biel'), id('Didac'))).toBe(false);
  await says(village, 'Biel', motion, false);
  expect(stageFor('Didac')).toBe(null);
});
