import { assert, beforeEach, expect, test } from 'vitest';
import { asksAll, says, threeVoices } from '../testing/deciding.ts';
import { Village } from '../testing/village.ts';
import { changeKind, nameKind } from './kinds.ts';
import { ownKindName, ownKinds } from './ownKinds.ts';

let village: Village;
const at = (name: string) => village.placeOf(name);

beforeEach(async () => {
  village = await Village.found('Ana', { voice: 1 });
  await threeVoices(village);
});

test('[C21] what all decided of a kind goes before what its member says of it', async () => {
  const named = await nameKind(at('Didac'), 'Bees', null);
  assert(named.ok);
  const code = named.value;
  const kind = { code, name: 'Bee keeping', parent: null, isShown: true };
  const motion = await asksAll(village, 'Ana', {
    about: 'rule',
    key: 'kinds',
    account: null,
    value: [kind],
  });
  expect(ownKindName(at('Biel'), code)).toBe('Bees');
  await says(village, 'Biel', motion);
  expect(ownKindName(at('Biel'), code)).toBe('Bee keeping');
  await changeKind(at('Didac'), code, { name: 'Pay me', isShown: false });
  expect(ownKindName(at('Biel'), code, village.memberOf('Didac'))).toBe('Bee keeping');
  expect(ownKinds(at('Biel'))).toMatchObject([{ name: 'Bee keeping', isShown: true }]);
});
